import { canonical } from './canonical.ts';
import { clauseOf, type Draft, path } from './draft.ts';
import { type LeadIn, underLeadIn } from './lead-in.ts';
import { listMark, withoutBullet } from './list-mark.ts';
import { joinedLines } from './pdf-hyphens.ts';
import type { PdfLine } from './pdf-line.ts';

type Paragraph = { lines: PdfLine[]; page: number };

/** The paragraphs and table rows of all pages, headings told by their larger type. One that runs over a page break keeps its first page. */
export function paragraphsOf(pages: PdfLine[][]): { drafts: Draft[]; title: string | undefined } {
  const body = usualSize(pages);
  const join = joinedLines(pages);
  const builder = new Builder();
  for (const { lines, page } of pages.flatMap((lines, index) => onPage(lines, index + 1)).reduce(overBreaks, [])) {
    const first = lines[0];
    if (!first) continue;
    if (first.cells) builder.row(canonical(first.text), page, first.column);
    else {
      const text = canonical(join(lines));
      const isHeading = first.size >= body * 1.12 && text.length < 120 && /\p{L}/u.test(text);
      if (isHeading) builder.heading(text, page);
      else builder.paragraph(text, page, first.x);
    }
  }
  return { drafts: builder.drafts, title: builder.title };
}

class Builder {
  drafts: Draft[] = [];
  title: string | undefined;
  #heading: string | undefined;
  #lead: LeadIn;
  #table = { page: 0, column: -1, number: 0, row: 0, columns: '' };

  heading(text: string, page: number): void {
    if (this.title !== undefined) this.#heading = text;
    this.title ??= text;
    this.#lead = undefined;
    this.drafts.push({ text, locator: `page ${page} ${clauseOf(text, true)}`.trim(), heading: text });
  }

  paragraph(text: string, page: number, x: number): void {
    const item = { text: withoutBullet(text), line: 0, mark: listMark(text), indent: Math.round(x) };
    const found = underLeadIn([item], this.#heading, this.#lead, () => `page ${page} ${clauseOf(text)}`.trim());
    this.drafts.push(...found.drafts);
    this.#lead = found.lead;
  }

  row(text: string, page: number, column: number): void {
    const last = this.#table;
    if (last.page !== page || last.column !== column) {
      const number = last.page === page ? last.number + 1 : 1;
      this.#table = { page, column, number, row: 0, columns: '' };
    }
    const table = this.#table;
    table.row += 1;
    const heading = path(this.#heading, table.columns);
    this.drafts.push({
      text,
      locator: `page ${page}, table ${table.number}, row ${table.row}`,
      ...(heading && { heading }),
    });
    if (table.row === 1) table.columns = text;
  }
}

function onPage(lines: PdfLine[], page: number): Paragraph[] {
  const gaps: number[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const gap = (lines[index - 1]?.y ?? 0) - (lines[index]?.y ?? 0);
    if (gap > 1) gaps.push(gap);
  }
  const leading = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 14;
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    if (open && last && !parts(last, line, leading)) open.lines.push(line);
    else paragraphs.push({ lines: [line], page });
  }
  return paragraphs;
}

/** Whether two lines belong to different paragraphs: space between, other type, a list mark, or a line that a person ended early. */
function parts(last: PdfLine, line: PdfLine, leading: number): boolean {
  if (last.cells || line.cells) return true;
  if (last.column !== line.column) return !goesOn(last, line);
  const gap = last.y - line.y;
  if (
    gap < 0 ||
    gap > Math.min(leading * 1.3 + 0.5, last.size * 2.5) ||
    Math.abs(last.size - line.size) > 0.8 ||
    listMark(line.text)
  )
    return true;
  const firstWord = (/^\S+/u.exec(line.text)?.[0].length ?? 1) * line.size * 0.5;
  const short = last.right + firstWord + line.size < last.edge;
  return short && (/[.!?:;]["”’)]*$/u.test(last.text) || last.right < last.edge * 0.6) && !/^\p{Ll}/u.test(line.text);
}

function overBreaks(done: Paragraph[], next: Paragraph): Paragraph[] {
  const last = done.at(-1);
  const end = last?.lines.at(-1);
  const start = next.lines[0];
  if (last && end && start && last.page + 1 === next.page && goesOn(end, start)) last.lines.push(...next.lines);
  else done.push(next);
  return done;
}

/** Whether the paragraph of a line goes on with another line in the next column or on the next page. */
function goesOn(end: PdfLine, start: PdfLine): boolean {
  return (
    !end.cells &&
    !start.cells &&
    /^\p{Ll}/u.test(start.text) &&
    !/[.!?:;]$/u.test(end.text) &&
    !listMark(start.text) &&
    Math.abs(end.size - start.size) < 0.8
  );
}

/** The size of type in which most letters are set. */
function usualSize(pages: PdfLine[][]): number {
  const letters = new Map<number, number>();
  for (const lines of pages)
    for (const { size, text } of lines) {
      const half = Math.round(size * 2) / 2;
      letters.set(half, (letters.get(half) ?? 0) + text.length);
    }
  let usual = 10;
  let most = 0;
  for (const [size, count] of letters) if (count > most) [usual, most] = [size, count];
  return usual;
}
