import { fold } from './canonical.ts';
import type { Chunk } from './pdf-chunks.ts';
import type { Rule } from './pdf-layout.ts';
import type { PdfLine } from './pdf-line.ts';
import type { Row } from './pdf-rows.ts';

/** The rows of a table with their cells; lines of a cell that wraps are joined. */
export function tableLines(rows: Row[], rules: () => Rule[], column: number, edge: number): PdfLine[] {
  const starts = columnStarts(rows);
  return grouped(rows, starts, rules()).map((lines): PdfLine => {
    const cells = starts.map((start, index) => {
      const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
      const inCell = lines.flatMap((row) => row.chunks.filter((chunk) => columnOf(chunk, starts) === index));
      return inCell.length > 0 && start < next ? wrapped(inCell) : '';
    });
    const chunks = lines.flatMap((row) => row.chunks);
    return {
      text: cells.join(' | '),
      x: Math.min(...chunks.map(({ x }) => x)),
      right: Math.max(...chunks.map(({ right }) => right)),
      y: lines[0]?.y ?? 0,
      size: Math.max(...lines.map(({ size }) => size)),
      column,
      edge,
      cells,
    };
  });
}

/** Lines of one cell, a word cut at the end of a line mended. */
function wrapped(chunks: Chunk[]): string {
  const text = chunks.map((chunk) => chunk.text).join('\n');
  return fold(text.replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, ''));
}

/** Where columns begin: the left edges of what is left when every row with the usual number of cells is laid over the others. */
function columnStarts(rows: Row[]): number[] {
  const counts = rows.map((row) => row.chunks.length).filter((count) => count > 1);
  const usual = [...counts].sort((a, b) => b - a)[Math.floor(counts.length / 4)] ?? 2;
  const spans = rows
    .filter((row) => row.chunks.length >= Math.min(usual, 2) && row.chunks.length > 1)
    .filter((row) => row.chunks.length >= usual)
    .flatMap((row) => row.chunks.map(({ x, right }) => ({ x, right })))
    .sort((a, b) => a.x - b.x);
  const starts: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { x, right } of spans) {
    if (x > end + 2) starts.push(x);
    end = Math.max(end, right);
  }
  return starts;
}

function columnOf(chunk: Chunk, starts: number[]): number {
  let found = 0;
  for (const [index, start] of starts.entries()) if (chunk.x >= start - 3) found = index;
  return found;
}

/** Lines that make one row: between two rules where the table has them, else by the space between and the empty first cell. */
function grouped(rows: Row[], starts: number[], rules: Rule[]): Row[][] {
  const heights = ruleHeights(rows, rules);
  const steps = rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y);
  const tight = steps.some((step, index) => step > (rows[index + 1]?.size ?? 10) * 1.6);
  // One rule below the first line only underlines the head.
  const isRuled = heights.length >= 2 || heights.some((height) => height < (rows[1]?.y ?? 0));
  const groups: Row[][] = [];
  for (const row of rows) {
    const open = groups.at(-1);
    const above = open?.at(-1);
    if (!open || !above) {
      groups.push([row]);
      continue;
    }
    const ruled = heights.some((height) => height < above.y && height > row.y);
    const first = row.chunks.some((chunk) => columnOf(chunk, starts) === 0);
    const step = above.y - row.y;
    const fewer = row.chunks.length < starts.length;
    const goesOn = isRuled ? !ruled : step < row.size * 1.45 && (!first || (tight && fewer));
    if (goesOn) open.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The heights at which rules cross most of a table; borders drawn cell by cell add up. */
function ruleHeights(rows: Row[], rules: Rule[]): number[] {
  const left = Math.min(...rows.map((row) => row.chunks[0]?.x ?? 0));
  const right = Math.max(...rows.map((row) => row.chunks.at(-1)?.right ?? 0));
  const [top, bottom] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? 0];
  const widths = new Map<number, number>();
  for (const rule of rules) {
    const width = Math.min(rule.right, right) - Math.max(rule.left, left);
    const thin = rule.top - rule.bottom < 2;
    if (width <= 0) continue;
    for (const height of thin ? [rule.bottom] : [rule.bottom, rule.top]) {
      const key = Math.round(height / 2);
      if (height > bottom - 1 && height < top) widths.set(key, (widths.get(key) ?? 0) + width);
    }
  }
  return [...widths].filter(([, width]) => width > (right - left) * 0.6).map(([key]) => key * 2);
}
