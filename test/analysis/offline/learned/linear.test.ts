import { describe, expect, test } from 'vitest';
import { LinearModel } from '../../../../src/analysis/offline/learned/linear.ts';

const TEXT = ['classes\tno\tyes', 'bias\t0\t0.5', 'free\t-1\t1', 'maybe\t0.5\t0', '=0\t0\t2', ''].join('\n');
const model = new LinearModel(TEXT);
const logistic = (score: number) => 1 / (1 + Math.exp(-score));

describe('a linear model of two classes', () => {
  test.each([
    ['nothing known leaves the biases', { features: [], dense: [] }, 0.5],
    ['a word adds its weights', { features: ['free'], dense: [] }, 2.5],
    ['words add up', { features: ['free', 'maybe'], dense: [] }, 2],
    ['a word said twice counts once', { features: ['free', 'free'], dense: [] }, 2.5],
    ['an unknown word counts nothing', { features: ['free', 'hippo'], dense: [] }, 2.5],
    ['a dense number is multiplied', { features: [], dense: [-0.75] }, -1],
    ['a dense number without a weight counts nothing', { features: [], dense: [0, 9] }, 0.5],
  ])('%s', (_what, row, score) => {
    const [no = 0, yes = 0] = model.of(row);
    expect(yes).toBeCloseTo(logistic(score), 12);
    expect(no + yes).toBeCloseTo(1, 12);
  });

  test('keeps the order of its classes', () => {
    expect(model.classes).toEqual(['no', 'yes']);
  });

  test('survives scores that no exponent holds', () => {
    expect(new LinearModel('classes\ta\tb\nbias\t0\t0\nx\t5000\t-5000\n').of({ features: ['x'], dense: [] })).toEqual([
      1, 0,
    ]);
  });
});

describe('a malformed model is refused', () => {
  test.each([
    ['an empty file', '', /begins with the line of its classes/u],
    ['another first line', TEXT.replace('classes', 'kinds'), /begins with the line of its classes/u],
    ['a single class', 'classes\tyes\nbias\t0\n', /begins with the line of its classes/u],
    ['no biases', TEXT.replace(/bias.*\n/u, ''), /line "bias" must hold 2 numbers/u],
    ['a line cut off', TEXT.trimEnd().replace(/\t2$/u, ''), /line "=0" must hold 2 numbers/u],
    ['a weight too many', TEXT.replace('free\t-1', 'free\t-1\t3'), /line "free" must hold 2 numbers/u],
    ['a word for a weight', TEXT.replace('free\t-1', 'free\tmuch'), /line "free" must hold 2 numbers/u],
    ['an empty weight', TEXT.replace('free\t-1', 'free\t'), /line "free" must hold 2 numbers/u],
    ['an infinite weight', TEXT.replace('free\t-1', 'free\tInfinity'), /line "free" must hold 2 numbers/u],
  ])('%s', (_what, text, message) => {
    expect(() => new LinearModel(text)).toThrow(message);
  });
});
