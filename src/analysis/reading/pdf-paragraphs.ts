import { canonical } from './canonical.ts';
import { clauseOf, type Draft } from './draft.ts';
import { type LeadIn, underLeadIn } from './lead-in.ts';
import { listMark, withoutBullet } from './list-mark.ts';
import type { PdfLine } from './pdf-lines.ts';

type Paragraph = { lines: PdfLine[]; page: number };

/** The paragraphs of all pages, headings told by their larger type. One that runs over a page break keeps its first page. */
export function paragraphsOf(pages: PdfLine[][]): { drafts: Draft[]; title: string | undefined } {
  const body = median(
    pages.flat().map((line) => Math.round(line.size * 2) / 2),
    10,
  );
  const words = new Set(pages.flat().flatMap((line) => line.text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const paragraphs = pages.flatMap((page, index) => onPage(page, index + 1)).reduce(overBreaks, []);
  const drafts: Draft[] = [];
  let title: string | undefined;
  let heading: string | undefined;
  let lead: LeadIn;
  for (const { lines, page } of paragraphs) {
    const raw = lines.reduce((text, line) => joined(text, line.text, words), '');
    const text = canonical(raw);
    const locator = `page ${page} ${clauseOf(text)}`.trim();
    const size = lines[0]?.size ?? body;
    if (size >= body * 1.12 && text.length < 120) {
      if (title !== undefined) heading = text;
      title ??= text;
      lead = undefined;
      drafts.push({ text, locator, heading: text });
      continue;
    }
    const item = { text: withoutBullet(text), line: 0, mark: listMark(text), indent: Math.round(lines[0]?.x ?? 0) };
    const found = underLeadIn([item], heading, lead, () => locator);
    drafts.push(...found.drafts);
    lead = found.lead;
  }
  return { drafts, title };
}

function onPage(lines: PdfLine[], page: number): Paragraph[] {
  const right = Math.max(0, ...lines.map((line) => line.right));
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
  const leading = median(
    gaps.filter((gap) => gap > 1),
    14,
  );
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    if (open && last && !parts(last, line, leading, right)) open.lines.push(line);
    else paragraphs.push({ lines: [line], page });
  }
  return paragraphs;
}

/** Whether two lines belong to different paragraphs: space between, other type, a list mark, or a line that a person ended early. */
function parts(last: PdfLine, line: PdfLine, leading: number, right: number): boolean {
  const gap = last.y - line.y;
  if (gap < 0 || gap > leading * 1.3 + 0.5 || Math.abs(last.size - line.size) > 0.8 || listMark(line.text)) return true;
  const firstWord = (/^\S+/u.exec(line.text)?.[0].length ?? 1) * line.size * 0.5;
  const short = last.right + firstWord + line.size < Math.min(right, last.x + (right - last.x));
  return short && (/[.!?:;]["”’)]*$/u.test(last.text) || last.right < right * 0.6) && !/^\p{Ll}/u.test(line.text);
}

function overBreaks(done: Paragraph[], next: Paragraph): Paragraph[] {
  const last = done.at(-1);
  const end = last?.lines.at(-1);
  const start = next.lines[0];
  const goesOn =
    last &&
    end &&
    start &&
    last.page + 1 === next.page &&
    /^\p{Ll}/u.test(start.text) &&
    !/[.!?:;]$/u.test(end.text) &&
    !listMark(start.text) &&
    Math.abs(end.size - start.size) < 0.8;
  if (goesOn) last.lines.push(...next.lines);
  else done.push(next);
  return done;
}

/** A word cut at the line's end is mended, unless the document writes it with its hyphen elsewhere. */
function joined(text: string, next: string, words: Set<string>): string {
  const cut = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text);
  const rest = /^\p{Ll}+/u.exec(next)?.[0];
  if (!text) return next;
  if (!cut || !rest) return `${text} ${next}`;
  const hyphened = words.has(`${cut[1]}-${rest}`.toLowerCase());
  return (hyphened ? text : text.slice(0, -1)) + next;
}

function median(numbers: number[], otherwise: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? otherwise;
}
