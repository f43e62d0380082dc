import { describe, expect, test } from 'vitest';
import { type BoostSettings, boost, type Labelled } from '../../scripts/train/boost.ts';
import { seeded } from '../../scripts/train/seeded.ts';
import { Forest, probabilities } from '../../src/analysis/offline/learned/trees.ts';

const SETTINGS: BoostSettings = {
  classes: ['same', 'different'],
  rounds: 40,
  depth: 3,
  rate: 0.3,
  least: 0.5,
  lambda: 1,
  sample: 0.7,
  seed: 3,
};
const random = seeded(11);
/** Two numbers and a useless one; the label says whether both stand on the same side of a half: no single one tells. */
const ROWS: Labelled[] = Array.from({ length: 200 }, () => {
  const [a, b, noise] = [random(), random(), random()];
  return { features: [a, b, noise], label: a > 0.5 === b > 0.5 ? 0 : 1, weight: 1 };
});
const different = (forest: Forest, a: number, b: number) => probabilities(forest, [a, b, 0.5])[1];

describe('training by boosted trees', () => {
  const forest = boost(ROWS, SETTINGS);

  test('learns what two features say only together', () => {
    expect(different(forest, 0.2, 0.8)).toBeGreaterThan(0.9);
    expect(different(forest, 0.8, 0.2)).toBeGreaterThan(0.9);
    expect(different(forest, 0.2, 0.2)).toBeLessThan(0.1);
    expect(different(forest, 0.8, 0.8)).toBeLessThan(0.1);
  });

  test('which trees of a single split can not', () => {
    const flat = boost(ROWS, { ...SETTINGS, depth: 1 });
    expect(different(flat, 0.2, 0.8)).toBeLessThan(0.9);
  });

  test('grows the same forest from the same rows and seed, another from another seed', () => {
    expect(JSON.stringify(boost(structuredClone(ROWS), SETTINGS))).toBe(JSON.stringify(forest));
    expect(JSON.stringify(boost(ROWS, { ...SETTINGS, seed: 4 }))).not.toBe(JSON.stringify(forest));
  });

  test('writes a forest that the engine reads back, with a tree for each class and round', () => {
    const read = Forest.parse(JSON.parse(JSON.stringify(forest)));
    expect(read).toEqual(forest);
    expect(read.rounds.map((trees) => trees.length)).toEqual(Array.from({ length: SETTINGS.rounds }, () => 2));
  });

  test('knows without a round how frequent the classes are, by weight', () => {
    const rows: Labelled[] = [0, 0, 0, 1].map((label) => ({ features: [0], label, weight: label === 1 ? 3 : 1 }));
    expect(probabilities(boost(rows, { ...SETTINGS, rounds: 0 }), [0])[1]).toBeCloseTo(0.5, 9);
  });

  test('splits nothing where no feature differs', () => {
    const alike = ROWS.map((row) => ({ ...row, features: [1, 1, 1] }));
    expect(
      boost(alike, SETTINGS)
        .rounds.flat()
        .every((tree) => tree.length === 1),
    ).toBe(true);
  });
});
