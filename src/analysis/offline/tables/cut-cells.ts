import { type CellStarts, cellFits, isName } from './cell-starts.ts';
import type { Column } from './columns.ts';
import type { Placed } from './placed.ts';

/** A cell: its first word and the one behind its last. */
export type Cut = { from: number; to: number };
type Step = { score: number; from: number };

const LONGEST_NAME = 12;
const LONGEST_CELL = 90;

/**
 * Cuts words into `count` cells, the first of which is in column `done`, where cells start best and names are short.
 * Undefined where that cannot be. By dynamic programming: words × cells × the longest cell.
 */
export function cutInto(
  count: number,
  columns: readonly Column[],
  words: readonly Placed[],
  { from, to, done }: { from: number; to: number; done: number },
  starts: CellStarts,
): { cuts: Cut[]; score: number } | undefined {
  if (to - from < count) return undefined;
  const column = (index: number) => columns[(done + index) % columns.length];
  const best: Map<number, Step>[] = Array.from({ length: count + 1 }, () => new Map<number, Step>());
  best[0]?.set(from, { score: 0, from });
  for (let index = 0; index < count; index += 1) {
    const here = column(index);
    if (!here) return undefined;
    for (const [at, { score }] of best[index] ?? []) {
      let sentences = 0;
      const farthest = Math.min(to, at + (isName(here) ? LONGEST_NAME : LONGEST_CELL));
      for (let end = at + 1; end <= farthest; end += 1) {
        if (/[.!?]["”)]?$/u.test(words[end - 1]?.text ?? '')) sentences += 1;
        if ((index === count - 1) !== (end === to)) continue;
        const next = end === to ? 0 : starts.at(end, column(index + 1), here);
        if (next < -9) continue;
        const sum = score + next + cellFits(here, end - at, sentences);
        if (sum > (best[index + 1]?.get(end)?.score ?? Number.NEGATIVE_INFINITY))
          best[index + 1]?.set(end, { score: sum, from: at });
      }
    }
  }
  const last = best[count]?.get(to);
  if (!last) return undefined;
  const cuts: Cut[] = [];
  for (let index = count, end = to; index > 0; index -= 1) {
    const start = best[index]?.get(end)?.from ?? from;
    cuts.unshift({ from: start, to: end });
    end = start;
  }
  return { cuts, score: last.score };
}
