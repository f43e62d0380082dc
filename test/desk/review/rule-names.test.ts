import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ruleName, sureness } from '../../../src/desk/review/rule-names.ts';
import { givenFlags } from '../../handoff/support/given.ts';
import { card, idOf } from './flags.ts';
import { readable } from './read.ts';

const ids = [
  ...new Set(
    execFileSync('grep', ['-rhoE', "'(promise|document|note|talk|missing)\\.[a-z_]+'", 'src/analysis'], {
      encoding: 'utf8',
    }).match(/[a-z]+\.[a-z_]+/g),
  ),
];

describe('the words for a rule', () => {
  test.each(ids)('%s has some of its own', (id) => {
    const fallback = id.split('.').at(-1)?.replaceAll('_', ' ');
    expect(ruleName(id)).not.toBe(fallback);
    expect(ruleName(id)).toMatch(/^[\p{L}’ ]+$/u);
  });

  test('that nobody named are its id, readable', () => {
    expect(ruleName('promise.waives_travel_cost')).toBe('waives travel cost');
    expect(ruleName('by hand')).toBe('by hand');
  });

  test('name the language model beside the rule it agrees with', () => {
    expect(ruleName('promise.free + model')).toBe('offer of free work and the language model');
    expect(ruleName('model.promise.free')).toBe('the language model (offer of free work)');
    expect(ruleName('model.commitment')).toBe('the language model');
  });
});

test.each([
  [1, 'quite sure'],
  [0.8, 'fairly sure'],
  [0.5, 'not so sure'],
  [0.2, 'only a guess'],
])('%d is “%s”', (confidence, words) => {
  expect(sureness(confidence)).toBe(words);
});

test('a card says quietly what found it and how sure that is', () => {
  const one = givenFlags();
  expect(readable(card(one.state(), idOf(one, 'implied_promise')).blocks)).toContain('Found by: by hand · fairly sure');
  expect(readable(card(one.state(), idOf(one, 'access_risk')).blocks)).toMatch(/Found by: by hand$/m);
});
