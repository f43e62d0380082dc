import { seeded } from '../scripts/train/seeded.ts';
import type { Figure, Target } from './task.ts';

export type Named = { id: string; label: string; target?: Target };
const RESAMPLES = 1000;
const SEED = 20261121;

/**
 * Figures over groups (deals, documents) with their intervals: the groups are drawn anew with replacement, the figures
 * computed on each draw, and the 2.5th and 97.5th percentile taken. Same groups, same intervals.
 */
export function withIntervals<G>(
  groups: readonly G[],
  on: string,
  named: readonly Named[],
  figures: (groups: readonly G[]) => Record<string, number | null>,
): Figure[] {
  const random = seeded(SEED);
  const values = figures(groups);
  const drawn: Record<string, number[]> = {};
  for (let round = 0; groups.length > 1 && round < RESAMPLES; round += 1) {
    const sample = groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []);
    for (const [id, value] of Object.entries(figures(sample))) {
      const list = drawn[id] ?? [];
      if (value !== null) list.push(value);
      drawn[id] = list;
    }
  }
  return named.map(({ id, label, target }): Figure => {
    const sorted = (drawn[id] ?? []).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    const [low, high] = [at(0.025), at(0.975)];
    return {
      id,
      label,
      value: values[id] ?? null,
      on,
      ...(low !== undefined && high !== undefined && { low, high }),
      ...(target && { target }),
    };
  });
}
