import { isMarkAlone } from './list-mark.ts';
import type { Chunk } from './pdf-chunks.ts';

/** Chunks side by side, from left to right. */
export type Row = { y: number; size: number; chunks: Chunk[] };
/** A strip without ink, in points. */
export type Gap = { from: number; to: number };

/** A hanging clause number or bullet stands at most this many letters' heights before its text. */
const HANGING = 6;

/** The rows of a page from top to bottom. Columns whose lines are not level fall into rows all the same. */
export function rowsOf(chunks: Chunk[]): Row[] {
  const rows: Row[] = [];
  for (const chunk of [...chunks].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && belongs(row, chunk)) {
      row.chunks.push(chunk);
      row.size = Math.max(row.size, chunk.size);
    } else rows.push({ y: chunk.y, size: chunk.size, chunks: [chunk] });
  }
  for (const row of rows) if (row.chunks.length > 1) row.chunks = together(row.chunks);
  return rows;
}

function belongs(row: Row, chunk: Chunk): boolean {
  const below = row.y - chunk.y;
  const size = Math.max(row.size, chunk.size);
  if (below < size * 0.35) return true;
  return below < size * 0.85 && row.chunks.every(({ x, right }) => right <= chunk.x + 1 || x >= chunk.right - 1);
}

/** From left to right, what no wide gap parts joined, and a number joined with the text it stands before. */
function together(chunks: Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks.sort((a, b) => a.x - b.x)) {
    const last = joined.at(-1);
    const gap = last ? chunk.x - last.right : 0;
    const near = last && (gap < 0.8 * chunk.size || (isMarkAlone(last.text) && gap < HANGING * chunk.size));
    if (!last || !near) {
      joined.push({ ...chunk });
      continue;
    }
    const letterless = gap < 0.1 * chunk.size && Math.abs(last.size - chunk.size) > 0.5;
    last.text += (letterless ? '' : ' ') + chunk.text;
    last.right = Math.max(last.right, chunk.right);
    last.size = Math.max(last.size, chunk.size);
  }
  return joined;
}

/** The strips of a row without ink, the ones before and behind it as well. */
export function gapsOf(row: Row): Gap[] {
  const gaps: Gap[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { x, right } of row.chunks) {
    if (x > from) gaps.push({ from, to: x });
    from = Math.max(from, right);
  }
  gaps.push({ from, to: Number.POSITIVE_INFINITY });
  return gaps;
}
