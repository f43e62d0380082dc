import { describe, expect, test } from 'vitest';
import { People } from '../../../src/analysis/offline/people.ts';
import { ruleOf } from '../../../src/analysis/offline/promise-rules.ts';
import { reporter } from '../../../src/analysis/offline/reporter.ts';
import { utterances } from '../../../src/analysis/offline/utterances.ts';
import type { DealFacts, Source } from '../../../src/handoff/source.ts';
import { call, facts, source } from './deal.ts';

const people = new People(facts);
function first(from: Source) {
  const [said] = utterances(from, people);
  if (!said) throw new Error('nothing was said');
  return said;
}
const noted = (text: string, kind: 'crm_note' | 'proposal' = 'crm_note') => first(source(kind, [{ text }]));

describe('the way of promising by which a promise is filed', () => {
  test.each([
    ["We won't bill you for that.", 'promise.free'],
    ['The app comes with the package.', 'promise.included'],
    ["You'll get a spare inverter.", 'promise.receives'],
    ['No worries at all.', 'promise.reassurance'],
    ["We'd do that.", 'promise.offer'],
    ['We always send two.', 'promise.habit'],
    ['We will do that.', 'promise.future'],
    ['The crew cleans up.', 'promise.staff'],
    ['Done within two days.', 'promise.measured'],
    ['Done.', 'promise.other'],
  ])('%s: %s', (text, rule) => {
    expect(ruleOf({ said: first(call(`O: ${text}`)), strength: 'explicit' })).toBe(rule);
  });

  test('depends on where it stands before how it is said', () => {
    const [asked, said] = [first(call('H: Would you?')), first(call('O: We will.'))];
    expect(ruleOf({ said, asked, strength: 'implied' })).toBe('promise.assent');
    expect(ruleOf({ said: noted('We will do that.'), strength: 'explicit' })).toBe('promise.reported');
    expect(ruleOf({ said: noted('We will do that.', 'proposal'), strength: 'explicit' })).toBe('promise.offered_item');
  });
});

describe('whose promise a note tells', () => {
  test.each([
    ['the one it names', 'Tomasz told Piet that we clean the roof.', 'Tomasz Reyes'],
    ['the one whose initials it gives', 'Roof cleaning, agreed TR on the phone.', 'Tomasz Reyes'],
    ['else the owner of the account', 'Roof cleaning is on us.', 'Olga Brandt'],
    ['not the buyer it names', 'Piet wants the roof cleaned, on us.', 'Olga Brandt'],
  ])('%s', (_what, text, name) => {
    expect(reporter(noted(text), people)).toBe(name);
  });

  test('the firm where nobody is known', () => {
    const nobody: DealFacts = { ...facts, people: [] };
    expect(reporter(noted('Roof cleaning is on us.'), new People(nobody))).toBe('Sunfield Energy Ltd');
  });
});
