/** Counts by name. */
export type Tallies = Record<string, number>;

export function add(tallies: Tallies, key: string, by = 1): void {
  tallies[key] = (tallies[key] ?? 0) + by;
}

export function sum(all: readonly Tallies[]): Tallies {
  const out: Tallies = {};
  for (const one of all) for (const key in one) add(out, key, one[key]);
  return out;
}

/** F1 of `tp:KEY`, `fp:KEY`, `fn:KEY`; null where there was nothing to find and nothing was found. */
export function f1(tallies: Tallies, key: string): number | null {
  const [tp = 0, fp = 0, fn = 0] = [tallies[`tp:${key}`], tallies[`fp:${key}`], tallies[`fn:${key}`]];
  return tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn);
}

export const share = (some = 0, all = 0): number | null => (all > 0 ? some / all : null);

export const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((total, value) => total + value, 0) / values.length : null;

/** Counts one answer of a choice among classes, so that `f1` of each class can be taken. */
export function addAnswer(tallies: Tallies, wanted: string, answer: string): void {
  if (wanted === answer) add(tallies, `tp:${wanted}`);
  else {
    add(tallies, `fn:${wanted}`);
    add(tallies, `fp:${answer}`);
  }
  add(tallies, 'all');
  if (wanted === answer) add(tallies, 'right');
}
