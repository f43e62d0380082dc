import { describe, expect, test } from 'vitest';
import { numberOf } from '../../../src/analysis/offline/numbers.ts';
import { sameName } from '../../../src/analysis/offline/people.ts';
import { agree, quantities } from '../../../src/analysis/offline/quantities.ts';
import { stem } from '../../../src/analysis/offline/words.ts';

test.each([
  ['48.000', 48000],
  ['6,200', 6200],
  ['1.284.500,00', 1284500],
  ['99.9', 99.9],
  ['99,5', 99.5],
  ['forty-one thousand', 41000],
  ['three hundred', 300],
  ['two hundred and ten', 210],
  ['ninety-nine point nine', 99.9],
])('%s is %d', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

describe('values that are written differently agree', () => {
  test.each([
    ['by June first', 'Go-live 06/01/2026'],
    ['the fourteenth of September', '14.09.2026'],
    ['until the end of October', '30.10.2026'],
    ['21 September', '2026-09-21'],
    ['three nines', 'availability of 99.9%'],
    ['five per cent', '5 %'],
    ['within two weeks', 'within 14 days'],
    ['inside a fortnight', 'within 14 days'],
    ['every week', 'weekly'],
    ['net sixty', 'net 60 days'],
    ['nine grand', '€ 9'],
  ])('%s – %s', (a, b) => {
    const [x] = quantities(a);
    expect(x && quantities(b).some((y) => agree(x, y))).toBe(true);
  });

  test.each([
    ['by June first', '06/15/2026'],
    ['in May', '01.07.2026'],
    ['two hours', '4 hours'],
    ['a year', '35 days'],
    ['level two', 'level one'],
  ])('%s and %s do not', (a, b) => {
    const [x] = quantities(a);
    expect(x && quantities(b).some((y) => agree(x, y))).toBe(false);
  });
});

test.each([
  ['Dr. Ann Lee', 'ann.lee', true],
  ['Ann Lee', 'Ann', true],
  ['A. Lee', 'Ann Lee', true],
  ['Ann Lee', 'Bo Lee', false],
  ['', 'Ann', false],
])('%s and %s name one person: %s', (a, b, same) => {
  expect(sameName(a, b)).toBe(same);
});

test('words of one family share a stem', () => {
  for (const family of [
    ['migrate', 'migrated', 'migration'],
    ['training', 'trained', 'trainers'],
    ['report', 'reports', 'reporting'],
    ['install', 'installed', 'installation'],
  ])
    expect(new Set(family.map(stem)).size).toBe(1);
});
