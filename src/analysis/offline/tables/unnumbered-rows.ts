import { CellStarts } from './cell-starts.ts';
import type { Column } from './columns.ts';
import { type Cut, cutInto } from './cut-cells.ts';
import { joined, type Placed, passagesOf, type Rows } from './placed.ts';
import type { TableRow } from './table.ts';

const MOST_WORDS = 1500;
/** Where nothing tells how many lines a passage was, no more than these are tried. */
const MOST_LINES = 3;
/** How much rather a passage has as many lines as the next one is away than one less and a blank line. Log odds. */
const NO_BLANK = 3;
/** Below this, on average over the cells' starts, a passage is prose and no part of a table. Log odds. */
const PROSE = -3.5;

/**
 * Rows without numbers. Either each line was a row or each was a cell (`byCell`), and a reader may have joined lines to
 * one passage: a passage of n lines is cut into n rows or n cells where cells start best. Linear in the words.
 */
export function unnumberedRows(
  columns: readonly Column[],
  all: readonly Placed[],
  common: ReadonlySet<string>,
  byCell: boolean,
): Rows {
  const words = all.slice(0, MOST_WORDS);
  const starts = new CellStarts(words, common);
  const cells: Cut[] = [];
  const rows: TableRow[] = [];
  let taken = 0;
  for (let from = 0; from < words.length; ) {
    const to = endOfPassage(words, from);
    const done = byCell ? cells.length % columns.length : 0;
    const found = bestCut(columns, words, { from, to, done }, byCell, starts);
    if (!found) break;
    if (!byCell) cells.splice(cells.length - (cells.length % columns.length));
    cells.push(...found);
    while (cells.length >= (rows.length + 1) * columns.length) {
      const row = cells.slice(rows.length * columns.length, (rows.length + 1) * columns.length);
      const named = cellsOf(columns, words, row);
      if (endsTable(named)) return { rows, words: taken };
      taken = row.at(-1)?.to ?? taken;
      rows.push({ cells: named, passages: passagesOf(words.slice(row[0]?.from, taken)) });
    }
    from = to;
  }
  return { rows, words: taken };
}

type Span = { from: number; to: number; done: number };

/** The best way to cut a passage, by the number of lines it may hold. `done`: cells of its first row that stand before it. */
function bestCut(
  columns: readonly Column[],
  words: readonly Placed[],
  span: Span,
  byCell: boolean,
  starts: CellStarts,
): Cut[] | undefined {
  const each = byCell ? 1 : columns.length;
  let best: { cuts: Cut[]; score: number; rank: number } | undefined;
  for (const [index, lines] of linesIn(words, span).entries()) {
    const found = cutInto(lines * each, columns, words, span, starts);
    if (!found) continue;
    const rank = found.score - NO_BLANK * index;
    if (rank > (best?.rank ?? Number.NEGATIVE_INFINITY)) best = { cuts: found.cuts, score: found.score, rank };
  }
  return best !== undefined && best.score / best.cuts.length > PROSE ? best.cuts : undefined;
}

/** How many lines a passage may have been: the lines up to the next passage, the last of which may be blank. */
function linesIn(words: readonly Placed[], { from, to }: Span): number[] {
  const [here, next] = [words[from], words[to]].map((word) => /^line (\d+)/u.exec(word?.passage.locator ?? '')?.[1]);
  const apart = here && next ? Number(next) - Number(here) : 0;
  if (apart === 1) return [1];
  if (apart > 1 && apart <= 12) return [apart, apart - 1];
  return Array.from({ length: MOST_LINES }, (_, index) => index + 1);
}

function endOfPassage(words: readonly Placed[], from: number): number {
  let to = from + 1;
  while (to < words.length && !words[to]?.breaks) to += 1;
  return to;
}

function cellsOf(columns: readonly Column[], words: readonly Placed[], row: readonly Cut[]): TableRow['cells'] {
  const named: TableRow['cells'] = {};
  row.forEach(({ from, to }, index) => {
    const column = columns[index];
    if (column && column !== 'other') named[column] = joined(words.slice(from, to));
  });
  return named;
}

/** Prose, or a heading in capitals. */
function endsTable(cells: TableRow['cells']): boolean {
  const shouts = (text: string) => text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
  return Object.values(cells).some((cell) => shouts(cell) || (cell.match(/[.!?]["”)]?(?=\s|$)/gu)?.length ?? 0) > 4);
}
