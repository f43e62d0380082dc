import { expect, test } from 'vitest';
import { standsWhole } from '../../../src/analysis/model/merge/stands-whole.ts';

test.each([
  ['5 days', 'within 15 days'],
  ['5', 'about 5,000 panels'],
  ['1', 'about 1.500 panels'],
  ['000', 'about 5,000 panels'],
  ['99', 'at 99.5 percent'],
  ['99', 'at 99 %'],
  ['99', 'at 99%'],
  ['14', 'at 14:30'],
  ['30', 'at 14:30'],
  ['2026', 'due 03/2026'],
  ['500', 'EUR -500'],
  ['500', 'costs €500'],
  ['included', 'is excludedincluded'],
  ['train', 'we do training'],
  ['é', 'a café'],
  ['not here', 'somewhere else'],
])('%j does not stand in %j', (wanted, text) => {
  expect(standsWhole(text, wanted)).toBeUndefined();
});

test.each([
  ['5 days', 'within 15 days or 5 days', 18],
  ['15 days', 'within 15 days', 7],
  ['99.5', 'at 99.5 percent', 3],
  ['€500', 'costs €500.', 6],
  ['at 14:30', 'at 14:30.', 0],
  ['2026', 'in 2026, or later', 3],
])('%j stands in %j', (wanted, text, at) => {
  expect(standsWhole(text, wanted)).toBe(at);
});
