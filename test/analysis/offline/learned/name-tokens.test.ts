import { expect, test } from 'vitest';
import { nameTokens } from '../../../../src/analysis/offline/learned/name-tokens.ts';
import { tokensOf } from '../../../../src/analysis/offline/learned/tokens.ts';
import { People } from '../../../../src/analysis/offline/people.ts';
import { facts } from '../deal.ts';

const names = nameTokens(new People(facts));

test.each([
  ['olga', '#vendor'],
  ['brandt', '#vendor'],
  ['moss', '#customer'],
  ['sunfield', '#seller'],
  ['dairy', '#buyer'],
  ['ltd', undefined],
  ['panel', undefined],
])('%s stands for %s', (word, token) => {
  expect(names(word)).toBe(token);
});

test('a person named like the firm is a person', () => {
  const people = [{ name: 'Ida Sunfield', org: 'Sunfield Energy', side: 'vendor' as const, title: 'Founder' }];
  expect(nameTokens(new People({ ...facts, people }))('sunfield')).toBe('#vendor');
});

test('a deal without people and firms has no names', () => {
  const nobody = nameTokens(new People({ ...facts, people: [], vendor: '', customer: '' }));
  expect(tokensOf('olga of sunfield', nobody)).toEqual(['olga', 'of', 'sunfield']);
});
