const wordsOf = (text: string): string[] =>
  text
    .replace(/\]\([^)]*\)/gu, ']')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How alike two texts are: shared words over all words, 0 to 1. Marks, links and case do not count. Two empty texts are alike. */
export function alike(one: string, other: string): number {
  const [a, b] = [counts(wordsOf(one)), counts(wordsOf(other))];
  let shared = 0;
  let all = 0;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key) ?? 0, b.get(key) ?? 0];
    shared += Math.min(x, y);
    all += Math.max(x, y);
  }
  return all === 0 ? 1 : shared / all;
}

function counts(words: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const word of words) out.set(word, (out.get(word) ?? 0) + 1);
  return out;
}

/** Pairs items one to one, the most alike first; `likeness` is at most 0 where two do not match. */
export function paired<A, B>(
  items: readonly A[],
  golds: readonly B[],
  likeness: (item: A, gold: B) => number,
): [A, B][] {
  const near = items.flatMap((item, i) =>
    golds.flatMap((gold, g) => {
      const score = likeness(item, gold);
      return score > 0 ? [{ item, gold, i, g, score }] : [];
    }),
  );
  near.sort((x, y) => y.score - x.score || x.i - y.i || x.g - y.g);
  const [items_, golds_] = [new Set<number>(), new Set<number>()];
  return near.flatMap(({ item, gold, i, g }): [A, B][] => {
    if (items_.has(i) || golds_.has(g)) return [];
    items_.add(i);
    golds_.add(g);
    return [[item, gold]];
  });
}
