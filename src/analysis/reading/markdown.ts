import { canonical } from './canonical.ts';
import type { Draft, Draughts } from './draft.ts';
import { clauseOf, path } from './draft.ts';
import { type LeadIn, lineLocator, underLeadIn } from './lead-in.ts';
import { numbered } from './plain-text.ts';
import { readTranscript } from './transcript.ts';
import { type Line, unwrap } from './unwrap.ts';

const HEADING = /^ {0,3}(#{1,6})(?!#)\s*(.*?)\s*#*\s*$/u;
const RULE = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}|```.*|~~~.*)$/u;
/** A line in bold alone, as people write headings who do not know the marks. */
const BOLD = /^\s*(?:\*\*|__)(?=\p{L})[^*_]{1,80}[^*_.;,](?:\*\*|__)\s*$/u;
const TABLE_RULE = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/u;

/** A Markdown file: headings, paragraphs, list items, table rows; inline marks stay as they are, so that quotes are found. */
export function readMarkdown(text: string): Draughts {
  const { shown, comments } = withoutComments(text);
  const warnings =
    comments > 0
      ? [`I left out ${comments} hidden comment${comments > 1 ? 's' : ''} that no reader of the file would see.`]
      : [];
  const turns = readTranscript(shown);
  if (turns) {
    const title = /^#\s+(.+)$/mu.exec(shown)?.[1];
    return { drafts: turns, warnings, ...(title && { title }) };
  }
  const reader = new MarkdownReader();
  const lines = numbered(shown);
  lines.forEach((line, index) => {
    reader.take(line, lines[index + 1]?.text ?? '', lines[index - 1]?.text ?? '');
  });
  reader.endBlock();
  return { drafts: reader.drafts, warnings, ...(reader.title && { title: reader.title }) };
}

class MarkdownReader {
  drafts: Draft[] = [];
  title: string | undefined;
  #levels: { level: number; text: string }[] = [];
  #block: Line[] = [];
  #lead: LeadIn;
  #columns: string | undefined;

  take(line: Line, next: string, before: string): void {
    const heading = HEADING.exec(line.text);
    const underlined =
      /^ {0,3}(?:=+|-{3,})\s*$/u.test(next) &&
      /\S/u.test(line.text) &&
      !/^\s*[|>-]/u.test(line.text) &&
      !/\S/u.test(before);
    if (heading) this.#heading(heading[1]?.length ?? 1, heading[2] ?? '', line);
    else if (underlined) this.#heading(next.includes('=') ? 1 : 2, line.text, line);
    else if (this.#isRow(line.text, next)) this.#row(line, next);
    else if (BOLD.test(line.text) && !/\S/u.test(before)) this.#heading(7, line.text.replace(/[*_]{2}/gu, ''), line);
    else if (/[\p{L}\p{N}\p{S}]/u.test(line.text) && !RULE.test(line.text))
      this.#block.push({ ...line, text: line.text.replace(/^\s*(?:>\s?)+/u, '') });
    else this.endBlock();
  }

  endBlock(): void {
    this.#columns = undefined;
    if (this.#block.length === 0) return;
    const found = underLeadIn(unwrap(this.#block), this.#under(), this.#lead, lineLocator);
    this.drafts.push(...found.drafts);
    this.#lead = found.lead;
    this.#block = [];
  }

  #heading(level: number, text: string, line: Line): void {
    this.endBlock();
    this.#lead = undefined;
    const plain = canonical(text);
    if (!plain) return;
    this.title ??= plain;
    this.#levels = [...this.#levels.filter((outer) => outer.level < level), { level, text: plain }];
    this.drafts.push({
      text: plain,
      locator: `line ${line.number} ${clauseOf(plain, true)}`.trim(),
      heading: this.#under() ?? plain,
    });
  }

  #isRow(text: string, next: string): boolean {
    if (/^\s*\|.*\|\s*$/u.test(text)) return true;
    const rule = (line: string) => TABLE_RULE.test(line) && line.includes('|');
    return text.includes('|') && (rule(text) || rule(next) || this.#columns !== undefined);
  }

  #row(line: Line, next: string): void {
    if (this.#block.length > 0) this.endBlock();
    if (TABLE_RULE.test(line.text)) return;
    const text = line.text.trim();
    const heading = path(this.#under(), this.#columns);
    this.drafts.push({ text, locator: `line ${line.number}`, ...(heading && { heading }) });
    if (TABLE_RULE.test(next)) this.#columns = text.replace(/^\||\|$/gu, '');
  }

  /** The headings above, without the document's own title. */
  #under(): string | undefined {
    const inner = this.#levels.filter(({ text }, index) => index > 0 || text !== this.title);
    return path(...inner.map(({ text }) => text));
  }
}

function withoutComments(text: string): { shown: string; comments: number } {
  let comments = 0;
  const shown = text.replace(/<!--(?:(?!-->)[\s\S])*-->/gu, (comment) => {
    comments += 1;
    return comment.replace(/[^\n]/gu, '');
  });
  return { shown, comments };
}
