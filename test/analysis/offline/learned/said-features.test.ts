import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../../src/analysis/offline/learned/context.ts';
import { nameTokens } from '../../../../src/analysis/offline/learned/name-tokens.ts';
import { askedOf, saidFeatures } from '../../../../src/analysis/offline/learned/said-features.ts';
import { People } from '../../../../src/analysis/offline/people.ts';
import { utterances } from '../../../../src/analysis/offline/utterances.ts';
import type { DealFacts } from '../../../../src/handoff/source.ts';
import { call, facts, source } from '../deal.ts';

const people = new People(facts);
const said = (...lines: string[]) => utterances(call(...lines), people);
const rowOf = (deal: DealFacts, speaker: string, text: string) => {
  const known = new People(deal);
  return saidFeatures(utterances(source('call', [{ speaker, text }]), known), 0, nameTokens(known));
};

describe('what the model sees of a sentence', () => {
  test('is the same whoever is named and whatever the number', () => {
    const renamed: DealFacts = {
      ...facts,
      vendor: 'Quarry Systems',
      customer: 'Ostrava Mills',
      people: facts.people.map((person) =>
        person.name === 'Tomasz Reyes' ? { ...person, name: 'Ngozi Petrovic' } : person,
      ),
    };
    const one = rowOf(facts, 'Olga Brandt', 'Tomasz of Sunfield will be at Birch within 4 hours on Friday 12 June.');
    const other = rowOf(
      renamed,
      'Olga Brandt',
      'Ngozi of Quarry will be at Ostrava within 8 hours on Monday 30 March.',
    );
    expect(other).toEqual(one);
    expect(one.features.filter((feature) => /tomasz|sunfield|birch|june|friday/iu.test(feature))).toEqual([]);
  });

  test('holds words and pairs, never three words in a row', () => {
    const { features } = rowOf(facts, 'Olga Brandt', 'we clear the old panels away');
    expect(features).toEqual(expect.arrayContaining(['clear', 'clear_the', 'clear_*_old', '^we_clear']));
    expect(features.filter((feature) => feature.replace('_*_', '_').split('_').length > 2)).toEqual([]);
  });

  test('holds who speaks, where, and what is measured', () => {
    const { features } = rowOf(facts, 'Olga Brandt', 'We answer within four hours.');
    expect(features).toEqual(
      expect.arrayContaining(['side:vendor', 'source:call', '%duration', 'first', 'b:none', 'a:none']),
    );
  });

  test('of a sentence that is not there is nothing', () => {
    expect(saidFeatures([], 0, () => undefined)).toEqual({ features: [], dense: [] });
  });
});

describe('the buyer’s words that a sentence answers', () => {
  const asked = (index: number, ...lines: string[]) => askedOf(said(...lines), index)?.text;

  test('are the last ones of the turn before', () => {
    expect(asked(2, 'H: The barn is old. Do you clear it?', 'O: Yes.')).toBe('Do you clear it?');
  });

  test('may stand one turn further back when a colleague spoke between', () => {
    expect(asked(2, 'H: Do you clear it?', 'T: Hm.', 'O: Yes.')).toBe('Do you clear it?');
  });

  test('are not those of long ago, of the own side or of another source', () => {
    expect(asked(3, 'H: Do you clear it?', 'T: Hm.', 'O: So.', 'T: Yes.')).toBeUndefined();
    expect(asked(1, 'T: Do we clear it?', 'O: Yes.')).toBeUndefined();
    const apart = [
      ...said('H: Do you clear it?'),
      ...utterances(source('email', [{ speaker: 'Olga Brandt', text: 'Yes.' }]), people),
    ];
    expect(askedOf(apart, 1)).toBeUndefined();
  });

  test('make the context, with what the speaker said just before in the same turn', () => {
    const talk = said('H: Do you clear it?', "O: We know that barn. It's included.");
    expect(contextOf(talk, 2)).toBe('Do you clear it? We know that barn.');
    expect(contextOf(talk, 0)).toBe('');
  });
});
