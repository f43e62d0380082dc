import type { Chunk } from './pdf-chunks.ts';
import type { PdfLine } from './pdf-line.ts';
import { type Gap, gapsOf, type Row, rowsOf } from './pdf-rows.ts';
import { tableLines } from './pdf-tables.ts';

/** A filled area or a drawn line. Points. */
export type Rule = { left: number; right: number; bottom: number; top: number };
type Zone = { from: number; to: number; gutter: Gap };
type Out = { lines: PdfLine[]; column: number; rules: () => Rule[] };

/** The narrowest strip that parts columns. Points. */
const NARROWEST = 7;
/** Columns of text have at least this many lines each; fewer are a table or a form. */
const FEWEST_LINES = 4;

/** The lines of a page in reading order: column by column, tables row by row. `rules` is asked only where columns are seen. */
export function linesOf(chunks: Chunk[], rules: () => Rule[]): PdfLine[] {
  const out: Out = { lines: [], column: 0, rules };
  const upright = chunks.filter((chunk) => !chunk.tilted);
  layOut(upright, out, 0);
  for (const { text, x, right, y, size } of chunks.filter((chunk) => chunk.tilted)) {
    out.column += 1;
    out.lines.push({ text, x, right, y, size, column: out.column, edge: right });
  }
  return out.lines;
}

function layOut(chunks: Chunk[], out: Out, depth: number): void {
  const rows = rowsOf(chunks);
  const edge = rows.reduce((most, row) => Math.max(most, row.chunks.at(-1)?.right ?? 0), 0);
  let index = 0;
  let column = out.column;
  while (index < rows.length) {
    const zone = depth < 4 ? (zoneAt(rows, index) ?? zoneBelow(rows, index, out.rules)) : undefined;
    if (zone === undefined) {
      const row = rows[index];
      if (row) out.lines.push(plain(row, column, edge));
      index += 1;
      continue;
    }
    const inside = rows.slice(zone.from, zone.to + 1);
    if (areColumns(inside, zone.gutter, out.rules)) {
      const middle = (zone.gutter.from + zone.gutter.to) / 2;
      const all = inside.flatMap((row) => row.chunks);
      out.column += 1;
      layOut(
        all.filter(({ x }) => x < middle),
        out,
        depth + 1,
      );
      out.column += 1;
      layOut(
        all.filter(({ x }) => x >= middle),
        out,
        depth + 1,
      );
    } else {
      out.column += 1;
      out.lines.push(...tableLines(inside, out.rules, out.column, edge));
    }
    out.column += 1;
    column = out.column;
    index = zone.to + 1;
  }
}

function plain(row: Row, column: number, edge: number): PdfLine {
  const { chunks, y, size } = row;
  const text = chunks.length === 1 ? (chunks[0]?.text ?? '') : chunks.map((chunk) => chunk.text).join(' ');
  return { text, x: chunks[0]?.x ?? 0, right: chunks.at(-1)?.right ?? 0, y, size, column, edge };
}

/** The run of rows from `start` on that one strip without ink parts, or undefined. */
function zoneAt(rows: Row[], start: number): Zone | undefined {
  const first = rows[start];
  if (!first || first.chunks.length < 2) return undefined;
  const zones = gapsOf(first)
    .filter(isInner)
    .map((gutter) => extend(rows, start, gutter));
  const longest = zones.reduce<Zone | undefined>(
    (best, zone) => (best && best.to - best.from >= zone.to - zone.from ? best : zone),
    undefined,
  );
  if (!longest || longest.to === longest.from) return undefined;
  const both = rows.slice(longest.from, longest.to + 1).filter((row) => isBoth(row, longest.gutter)).length;
  return both >= 2 ? longest : undefined;
}

/** Columns that begin with a line of one column alone, because their lines are not level. */
function zoneBelow(rows: Row[], start: number, rules: () => Rule[]): Zone | undefined {
  const [row, next] = [rows[start], rows[start + 1]];
  const chunk = row?.chunks[0];
  if (!row || !next || !chunk || row.chunks.length > 1 || row.y - next.y > row.size * 1.45) return undefined;
  const zone = zoneAt(rows, start + 1);
  const beside = zone && (chunk.right <= zone.gutter.from + 1 || chunk.x >= zone.gutter.to - 1);
  if (!beside || !areColumns(rows.slice(zone.from, zone.to + 1), zone.gutter, rules)) return undefined;
  return { ...zone, from: start };
}

const isInner = (gap: Gap) => Number.isFinite(gap.from) && Number.isFinite(gap.to) && gap.to - gap.from >= NARROWEST;
const isBoth = (row: Row, gutter: Gap) =>
  row.chunks.some(({ x }) => x < gutter.from + 1) && row.chunks.some(({ right }) => right > gutter.to - 1);

function extend(rows: Row[], start: number, seed: Gap): Zone {
  let gutter = seed;
  let to = start;
  let lastBoth = start;
  for (let index = start + 1; index < rows.length; index += 1) {
    const [above, row] = [rows[index - 1], rows[index]];
    if (!above || !row || above.y - row.y > 4 * row.size + 12) break;
    let best: Gap | undefined;
    for (const gap of gapsOf(row)) {
      const shared = { from: Math.max(gap.from, gutter.from), to: Math.min(gap.to, gutter.to) };
      if (shared.to - shared.from >= NARROWEST && (!best || shared.to - shared.from > best.to - best.from))
        best = shared;
    }
    if (!best) break;
    const alone = !isBoth(row, best);
    // A lone line some way below the others is no longer theirs.
    if (alone && index - lastBoth > 0 && above.y - row.y > 1.9 * row.size && row.chunks.length === 1) break;
    gutter = best;
    to = index;
    if (!alone) lastBoth = index;
  }
  return { from: start, to, gutter };
}

/** Columns of running text and not a table: many long lines on both sides, and no rule or blank row across them. */
function areColumns(rows: Row[], gutter: Gap, rules: () => Rule[]): boolean {
  const middle = (gutter.from + gutter.to) / 2;
  const left = rows.map(({ chunks }) => chunks.filter(({ x }) => x < middle)).filter((side) => side.length > 0);
  const right = rows.map(({ chunks }) => chunks.filter(({ x }) => x >= middle)).filter((side) => side.length > 0);
  if (!isRunning(left) || !isRunning(right)) return false;
  const [top, bottom] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? 0];
  const isAcross = (rule: Rule) =>
    rule.left < gutter.from - 5 &&
    rule.right > gutter.to + 5 &&
    rule.top - rule.bottom < 2 &&
    rule.bottom > bottom &&
    rule.top < top;
  const isBox = (rule: Rule) => rule.top - rule.bottom > 8 && rule.bottom > bottom - 20 && rule.top < top + 20;
  if (rules().some(isAcross) || rules().filter(isBox).length >= 4) return false;
  const steps = rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y);
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const breaks = steps.filter((step, index) => {
    const row = rows[index + 1];
    return step > usual * 1.3 && row !== undefined && isBoth(row, gutter);
  }).length;
  return breaks < 2 || breaks < rows.length / 8;
}

function isRunning(side: Chunk[][]): boolean {
  if (side.length < FEWEST_LINES) return false;
  const left = Math.min(...side.map((line) => line[0]?.x ?? 0));
  const right = Math.max(...side.map((line) => line.at(-1)?.right ?? 0));
  const lengths = side.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)).sort((a, b) => a - b);
  const filled = side.filter((line) => (line.at(-1)?.right ?? 0) - left > (right - left) * 0.75).length;
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= 18 && filled >= side.length * 0.45;
}
