/** Chance from a seed: the same seed gives the same calls. Mulberry32, after Tommy Ettinger's public-domain generator. */
export interface Random {
  /** A whole number from 0 up to but not including `below`. */
  int(below: number): number;
  chance(share: number): boolean;
  /** Nothing when there is nothing to choose from. */
  pick<T>(items: readonly T[]): T | undefined;
  words(most: number): string;
}

const WORDS =
  'import portal cutover *bold* _plan_ `code` <https://a.example|link> &amp; ümlaut 日本 🚀 :eyes: • 100% "quoted"'.split(
    ' ',
  );

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(items: readonly T[]) => items[int(items.length)];
  return {
    int,
    pick,
    chance: (share) => next() < share,
    words: (most) => Array.from({ length: 1 + int(most) }, () => pick(WORDS)).join(' '),
  };
}
