import { describe, expect, test } from 'vitest';
import { type Example, fitLinear, type Settings } from '../../scripts/train/logistic.ts';
import { LinearModel } from '../../src/analysis/offline/learned/linear.ts';

const SETTINGS: Settings = { classes: ['no', 'yes'], epochs: 30, rate: 0.2, l2: 1e-4, minGroups: 2, seed: 1 };
/** Twenty groups; `free` and the dense number tell the label, `the` tells nothing. */
const EXAMPLES: Example[] = Array.from({ length: 40 }, (_, i) => {
  const yes = i % 2 === 0;
  return {
    features: ['the', yes ? 'free' : 'costs', `only-${i >> 1}`],
    dense: [yes ? 1 : -1, 0],
    label: yes ? 'yes' : 'no',
    group: `deal-${i >> 1}`,
  };
});
const namesIn = (model: string) => model.split('\n').flatMap((line) => line.split('\t')[0] || []);
const yes = (model: string, features: string[], dense: number[] = []) =>
  new LinearModel(model).of({ features, dense })[1];

describe('training by logistic regression', () => {
  const model = fitLinear(EXAMPLES, SETTINGS);

  test('learns what tells two classes apart', () => {
    expect(yes(model, ['the', 'free'], [1, 0])).toBeGreaterThan(0.95);
    expect(yes(model, ['the', 'costs'], [-1, 0])).toBeLessThan(0.05);
  });

  test('learns from the words alone and from the dense numbers alone', () => {
    const words = fitLinear(
      EXAMPLES.map((example) => ({ ...example, dense: [] })),
      SETTINGS,
    );
    expect(yes(words, ['free'])).toBeGreaterThan(0.9);
    const dense = fitLinear(
      EXAMPLES.map((example) => ({ ...example, features: [] })),
      SETTINGS,
    );
    expect(yes(dense, [], [1, 0])).toBeGreaterThan(0.9);
  });

  test('gives what tells nothing next to no weight', () => {
    expect(Math.abs((yes(model, ['the']) ?? 0) - (yes(model, []) ?? 0))).toBeLessThan(0.05);
  });

  test('writes the same bytes for the same examples and seed, other ones for another seed', () => {
    expect(fitLinear(structuredClone(EXAMPLES), SETTINGS)).toBe(model);
    expect(fitLinear(EXAMPLES, { ...SETTINGS, seed: 2 })).not.toBe(model);
    const dropping = { ...SETTINGS, dropout: 0.5 };
    expect(fitLinear(EXAMPLES, dropping)).toBe(fitLinear(EXAMPLES, dropping));
    expect(fitLinear(EXAMPLES, dropping)).not.toBe(model);
  });

  test('leaves out features that too few groups have, however often they occur', () => {
    const often = EXAMPLES.map((example) => ({ ...example, features: ['free', `in-${example.group === 'deal-0'}`] }));
    expect(namesIn(fitLinear(often, SETTINGS))).toEqual(['classes', 'bias', 'free', 'in-false', '=0', '=1']);
    expect(namesIn(model)).toEqual(['classes', 'bias', 'costs', 'free', 'the', '=0', '=1']);
    expect(namesIn(fitLinear(EXAMPLES, { ...SETTINGS, minGroups: 1 }))).toContain('only-0');
  });

  test('follows the heavier of two examples that say the opposite', () => {
    const torn = (weight: number) =>
      EXAMPLES.map((example) => ({
        ...example,
        features: ['free'],
        dense: [],
        weight: example.label === 'yes' ? weight : 1,
      }));
    expect(yes(fitLinear(torn(5), SETTINGS), ['free'])).toBeGreaterThan(0.7);
    expect(yes(fitLinear(torn(0.2), SETTINGS), ['free'])).toBeLessThan(0.3);
  });

  test('learns more than two classes', () => {
    const classes = ['a', 'b', 'c'];
    const three = EXAMPLES.map((example, i) => {
      const label = classes[i % 3] ?? 'a';
      return { ...example, features: [`about-${label}`], dense: [], label };
    });
    const learned = new LinearModel(fitLinear(three, { ...SETTINGS, classes }));
    for (const [at, label] of classes.entries())
      expect(learned.of({ features: [`about-${label}`], dense: [] })[at]).toBeGreaterThan(0.8);
  });
});
