import { CellStarts, cellFits, isName } from './cell-starts.ts';
import type { Column } from './columns.ts';
import { joined, type Placed, passagesOf, type Rows } from './placed.ts';
import type { TableRow } from './table.ts';

type Mark = { at: number; number: number; letter: string; sign: string };
type Span = { from: number; to: number };

/** Rows that each open with a number: `0a.`, `1.`, `2b` …, in ascending order. */
export function numberedRows(columns: readonly Column[], words: readonly Placed[], common: ReadonlySet<string>): Rows {
  const cells = columns.filter((column) => column !== 'number');
  const marks = chain(words);
  const spans = marks.map(({ at }, index): Span => ({ from: at + 1, to: marks[index + 1]?.at ?? -1 }));
  const last = spans.at(-1);
  if (!last) return { rows: [], words: 0 };
  last.to = lastEnd(words, last.from, spans.slice(0, -1), cells.length);
  const starts = new CellStarts(words.slice(0, last.to), common);
  const rows = spans.flatMap((span): TableRow[] => {
    const number = words[span.from - 1];
    if (span.to <= span.from || !number) return [];
    const found = split(cells, words, span, starts);
    return [{ cells: { number: number.text, ...found }, passages: passagesOf(words.slice(span.from - 1, span.to)) }];
  });
  return { rows, words: last.to };
}

/** The words that number rows: the first stands first of all, each next one follows on it and is written like it. */
function chain(words: readonly Placed[]): Mark[] {
  const marks: Mark[] = [];
  words.forEach(({ text, breaks }, at) => {
    const found = /^(\d{1,2})([a-z]?)([.):]*)$/u.exec(text);
    const last = marks.at(-1);
    if (!found || (!last && at > 0)) return;
    const mark = { at, number: Number(found[1]), letter: found[2] ?? '', sign: found[3] ?? '' };
    if (!last || follows(last, mark, breaks, marks[0]?.sign ?? '')) marks.push(mark);
  });
  return marks;
}

/** At a line's start a number may be left out; within a line it must be the very next and written like the first. */
function follows(last: Mark, { at, number, letter, sign }: Mark, breaks: boolean, usual: string): boolean {
  if (at === last.at + 1 || (sign !== usual && !(breaks && sign !== ')'))) return false;
  if (number === last.number) {
    const step = letter.charCodeAt(0) - (last.letter || '`').charCodeAt(0);
    return breaks ? letter > last.letter : step === 1;
  }
  return number > last.number && number - last.number <= (breaks ? 3 : 1) && (letter === '' || letter === 'a');
}

/** Where the last row ends: as many passages behind its number as the rows before it took, at least to the end of its own. */
function lastEnd(words: readonly Placed[], from: number, before: readonly Span[], cells: number): number {
  const inner = (span: Span) => words.slice(span.from, span.to).filter(({ breaks }) => breaks).length;
  const usual = before.length > 0 ? before.reduce((sum, span) => sum + inner(span), 0) / before.length : 0;
  let left = words[from]?.breaks ? Math.max(1, cells) : Math.round(usual);
  for (let at = from; at < words.length; at += 1) {
    if (!words[at]?.breaks) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return words.length;
}

const LONGEST_NAME = 16;
const LONGEST_CELL = 120;

/** Cuts a row's words into its cells where cells start best, one after the other. */
function split(columns: readonly Column[], words: readonly Placed[], row: Span, starts: CellStarts): TableRow['cells'] {
  const out: TableRow['cells'] = {};
  let from = row.from;
  columns.forEach((column, index) => {
    const next = columns[index + 1];
    const to = next ? bestEnd(column, next, words, { from, to: row.to }, starts) : row.to;
    const cell = joined(words.slice(from, to));
    if (cell && column !== 'other') out[column] = cell;
    from = to;
  });
  return out;
}

/** The end of a cell: where the next one starts best; the row's end if nothing speaks for another cell. */
function bestEnd(column: Column, next: Column, words: readonly Placed[], row: Span, starts: CellStarts): number {
  const longest = isName(column) ? LONGEST_NAME : LONGEST_CELL;
  let best = { end: row.to, score: -6 };
  let sentences = 0;
  for (let end = row.from + 1; end < Math.min(row.to, row.from + longest); end += 1) {
    if (/[.!?]$/u.test(words[end - 1]?.text ?? '') && end - row.from > 1) sentences += 1;
    const score = starts.at(end, next, column) + cellFits(column, end - row.from, sentences);
    if (score > best.score) best = { end, score };
  }
  return best.end;
}
