import type { LabelledDeal } from './deal.ts';
import type { Quoted } from './gold.ts';
import type { Grounded } from './output.ts';

export type Pair = { item: number; gold: number };
/** True positives, false positives, false negatives. */
export type Tally = [number, number, number];

/** Pairs of items and labels at the same place, one to one, the best overlap first. */
export function match<T, G extends Quoted>(
  deal: LabelledDeal,
  items: readonly Grounded<T>[],
  golds: readonly G[],
  fits: (item: T, gold: G) => boolean = () => true,
): Pair[] {
  const near = items.flatMap((item, i) =>
    golds.flatMap((gold, g) => {
      if (!gold.quote || !fits(item, gold)) return [];
      const overlap = Math.max(0, ...item.found.map((place) => deal.overlap(place, gold)));
      return overlap > 0 ? [{ item: i, gold: g, overlap }] : [];
    }),
  );
  near.sort((a, b) => b.overlap - a.overlap || a.item - b.item || a.gold - b.gold);
  const pairs: Pair[] = [];
  const items_ = new Set<number>();
  const golds_ = new Set<number>();
  for (const { item, gold } of near) {
    if (items_.has(item) || golds_.has(gold)) continue;
    items_.add(item);
    golds_.add(gold);
    pairs.push({ item, gold });
  }
  return pairs;
}

/** The labels that were missed: of a group one is enough, and none of it counts as one. */
export function missed<G extends { group?: string | null | undefined }>(
  golds: readonly G[],
  matched: ReadonlySet<number>,
): G[] {
  const met = new Set(golds.flatMap((gold, index) => (matched.has(index) && gold.group ? [gold.group] : [])));
  return golds.filter(({ group }, index) => {
    if (matched.has(index)) return false;
    if (!group) return true;
    if (met.has(group)) return false;
    met.add(group);
    return true;
  });
}

export const itemsOf = (pairs: readonly Pair[]): Set<number> => new Set(pairs.map(({ item }) => item));
export const goldsOf = (pairs: readonly Pair[]): Set<number> => new Set(pairs.map(({ gold }) => gold));
