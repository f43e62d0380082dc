import { expect, test } from 'vitest';
import {
  addVector,
  cosine,
  DIMENSIONS,
  likeness,
  meanVector,
  rarity,
} from '../../../../src/analysis/offline/learned/word-vectors.ts';

const UNKNOWN = 'zzqxv';

test('a word is wholly like itself, known or not, and an unknown one is like no other', () => {
  expect(likeness('engineer', 'engineer')).toBe(1);
  expect(likeness(UNKNOWN, UNKNOWN)).toBe(1);
  expect(likeness(UNKNOWN, 'engineer')).toBe(0);
  expect(likeness('engineer', UNKNOWN)).toBe(0);
});

test('words of one meaning are more alike than words of two, whichever comes first', () => {
  expect(likeness('engineer', 'technician')).toBeGreaterThan(likeness('engineer', 'banana') + 0.2);
  expect(likeness('price', 'cost')).toBeGreaterThan(likeness('price', 'roof') + 0.2);
  expect(likeness('price', 'cost')).toBe(likeness('cost', 'price'));
});

test('frequent words say little, unknown ones most', () => {
  expect(rarity('the')).toBeLessThan(0.1);
  expect(rarity('contract')).toBeGreaterThan(rarity('the'));
  expect(rarity(UNKNOWN)).toBe(1);
});

test('the mean of words has length 1 and the same words give the same numbers', () => {
  const words = ['replace', 'the', 'broken', 'inverter'];
  const mean = meanVector(words);
  expect(mean).toHaveLength(DIMENSIONS);
  expect(cosine(mean, mean)).toBeCloseTo(1, 9);
  expect(meanVector(words)).toEqual(mean);
  expect(cosine(mean, meanVector(['fix', 'a', 'defective', 'inverter']))).toBeGreaterThan(
    cosine(mean, meanVector(['sing', 'a', 'song'])) + 0.2,
  );
});

test('where no word is known the mean is nothing', () => {
  expect([...meanVector([UNKNOWN])]).toEqual(Array.from({ length: DIMENSIONS }, () => 0));
  expect(meanVector([])).toEqual(meanVector([UNKNOWN]));
  expect(addVector(UNKNOWN, 1, new Float64Array(DIMENSIONS))).toBe(false);
});
