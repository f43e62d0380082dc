import { describe, expect, test } from 'vitest';
import { Forest, probabilities, type Tree } from '../../../../src/analysis/offline/learned/trees.ts';

const NOTHING: Tree = [[-1, 0]];
const stump = (feature: number, threshold: number, below: number, above: number): Tree => [
  [feature, threshold, 1, 2],
  [-1, below],
  [-1, above],
];
const logistic = (score: number) => 1 / (1 + Math.exp(-score));
const yes = (forest: Forest, ...features: number[]) => probabilities(forest, features)[1];

describe('a forest of two classes', () => {
  const one: Forest = { classes: ['no', 'yes'], bias: [0, 0.25], rounds: [[NOTHING, stump(0, 0.5, -1, 2)]] };

  test('goes left up to the threshold and right above it', () => {
    expect(yes(one, 0.5)).toBeCloseTo(logistic(-0.75), 12);
    expect(yes(one, 0.51)).toBeCloseTo(logistic(2.25), 12);
  });

  test('reads a feature that is not there as nought', () => {
    expect(yes(one)).toBe(yes(one, 0));
  });

  test('adds up its rounds', () => {
    const two: Forest = { ...one, rounds: [...one.rounds, [stump(1, 3, 0.5, 0), NOTHING]] };
    expect(yes(two, 1, 2)).toBeCloseTo(logistic(2.25 - 0.5), 12);
    expect(yes(two, 1, 4)).toBeCloseTo(logistic(2.25), 12);
  });

  test('without rounds knows its biases only', () => {
    expect(yes({ ...one, rounds: [] })).toBeCloseTo(logistic(0.25), 12);
  });

  test('follows a branch to its end', () => {
    const deep: Tree = [
      [0, 0, 1, 2],
      [-1, -2],
      [1, 0, 3, 4],
      [-1, 1],
      [-1, 3],
    ];
    const forest: Forest = { classes: ['no', 'yes'], bias: [0, 0], rounds: [[NOTHING, deep]] };
    expect(yes(forest, 1, 1)).toBeCloseTo(logistic(3), 12);
    expect(yes(forest, 1, 0)).toBeCloseTo(logistic(1), 12);
    expect(yes(forest, 0, 1)).toBeCloseTo(logistic(-2), 12);
  });
});

describe('a malformed forest is refused', () => {
  const with_ = (tree: unknown) => ({ classes: ['no', 'yes'], bias: [0, 0], rounds: [[tree, NOTHING]] });
  test('a sound one is not', () => {
    expect(Forest.safeParse(with_(stump(0, 0.5, -1, 2))).success).toBe(true);
  });
  test.each([
    ['no trees at all', { classes: ['no', 'yes'], bias: [0, 0] }],
    ['an empty tree', with_([])],
    ['a leaf without a value', with_([[-1]])],
    [
      'a word for a threshold',
      with_([
        [0, 'much', 1, 2],
        [-1, 0],
        [-1, 0],
      ]),
    ],
    ['a branch without children', with_([[0, 0.5]])],
    [
      'a child that is not there',
      with_([
        [0, 0.5, 1, 2],
        [-1, 0],
      ]),
    ],
    [
      'a branch that leads back, which would never end',
      with_([
        [0, 0.5, 0, 1],
        [-1, 0],
      ]),
    ],
  ])('%s', (_what, forest) => {
    expect(Forest.safeParse(forest).success).toBe(false);
  });
});
