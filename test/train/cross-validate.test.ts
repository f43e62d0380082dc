import { describe, expect, test } from 'vitest';
import { crossValidate, foldsOf } from '../../scripts/train/cross-validate.ts';
import type { Example, Settings } from '../../scripts/train/logistic.ts';

const SETTINGS: Settings = { classes: ['no', 'yes'], epochs: 20, rate: 0.2, l2: 0, minGroups: 1, seed: 1 };
const GROUPS = Array.from({ length: 12 }, (_, i) => `deal-${i}`);
/** Each group has a word of its own that tells its label for sure, to whoever has seen the group. */
const PRIVATE: Example[] = GROUPS.flatMap((group, i) =>
  [0, 1, 2].map(() => ({ features: [`word-of-${group}`], dense: [], label: i % 3 === 0 ? 'yes' : 'no', group })),
);

describe('cross-validation', () => {
  test('puts all examples of a group into one part, and the groups into parts of one size', () => {
    const foldOf = foldsOf([...PRIVATE].reverse(), 4);
    const parts = GROUPS.map((group) => foldOf({ group }));
    expect([0, 1, 2, 3].map((fold) => parts.filter((one) => one === fold).length)).toEqual([3, 3, 3, 3]);
    expect(PRIVATE.map(foldOf)).toEqual(parts.flatMap((fold) => [fold, fold, fold]));
  });

  test('never tests on a group that the model has seen: what only the group tells is not known', () => {
    const foldOf = foldsOf(PRIVATE, 4);
    const shares = crossValidate(PRIVATE, SETTINGS, 4);
    for (const fold of [0, 1, 2, 3]) {
      const here = shares.filter((_, i) => foldOf(PRIVATE[i] ?? { group: '' }) === fold).map(([, yes]) => yes);
      expect(new Set(here).size).toBe(1);
    }
  });

  test('knows what other groups tell', () => {
    const shared = PRIVATE.map((example) => ({ ...example, features: [`says-${example.label}`] }));
    const shares = crossValidate(shared, SETTINGS, 4);
    expect(shares).toHaveLength(shared.length);
    shares.forEach(([, yes = 0.5], i) => {
      expect(yes > 0.5).toBe(shared[i]?.label === 'yes');
    });
  });

  test('gives the same figures each time', () => {
    expect(crossValidate(PRIVATE, SETTINGS, 3)).toEqual(crossValidate(PRIVATE, SETTINGS, 3));
  });
});
