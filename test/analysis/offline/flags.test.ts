import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { call, facts, note, signed } from './deal.ts';

const analyse = (...sources: Source[]) => offlineEngine.analyse(sources, facts) as Analysis;
const flagTypes = (...sources: Source[]) =>
  analyse(...sources)
    .flags.filter(({ type }) => type !== 'missing_input')
    .map(({ type }) => type);

describe('flags of documents', () => {
  test.each([
    ['Scope > Reasonable assistance with the grid application.', 'ambiguous_deliverable'],
    ['Scope > Support of the crew as needed.', 'ambiguous_deliverable'],
    ['Scope > Custom dashboard, to be specified by the Customer.', 'missing_acceptance_criteria'],
    ['Schedule > The installation dates assume that the roof is cleared by April.', 'timeline_assumption'],
    ['Legal > The Customer indemnifies the Contractor against any claim of a neighbour.', 'legal_language'],
    ['Customer responsibilities > Roof drawings will be made available before the start.', 'unowned_requirement'],
  ])('%s raises %s', (line, type) => {
    expect(flagTypes(signed('sow', line))).toContain(type);
  });

  test.each([
    'Legal > This includes, but is not limited to, the roof and the yard.',
    'Customer responsibilities > The Customer provides the roof drawings by 1 April.',
    'Scope > Two display panels.',
  ])('%s raises none', (line) => {
    expect(flagTypes(signed('sow', line))).toEqual([]);
  });
});

describe('flags of talk', () => {
  test.each([
    ['a shared login', ['P: Take my admin login, all of you can use the same password.'], 'access_risk'],
    ['a removed secret', ['P: The admin password is [secret removed]'], 'access_risk'],
    ['a question of who, put off', ['P: Who talks to the grid operator?', "O: We'll find out."], 'unclear_owner'],
    ['a family tie', ['H: Careful, his brother built the old system and he still works here.'], 'customer_politics'],
  ])('%s', (_what, lines, type) => {
    expect(flagTypes(call(...lines))).toContain(type);
  });

  test.each([
    ['advice about passwords', ['T: Please send passwords only through the portal.']],
    [
      'a question of who, answered',
      ['P: Who talks to the grid operator?', 'T: I talk to them every Monday, and I will for this project too.'],
    ],
  ])('%s raises none', (_what, lines) => {
    expect(flagTypes(call(...lines)).filter((type) => type === 'access_risk' || type === 'unclear_owner')).toEqual([]);
  });

  test('what is not named in a note has no owner', () => {
    expect(flagTypes(note('Site lead still to be named.'))).toEqual(['unclear_owner']);
  });
});

test('what no source gives is missing, and the flag cites what was searched', () => {
  const { flags } = analyse(signed('sow', 'Scope > Two display panels.'), call('H: Hello.'));
  const missing = flags.filter(({ type }) => type === 'missing_input');
  expect(missing.map(({ rule }) => rule)).toEqual([
    'missing.first_month_success',
    'missing.signoff_person',
    'missing.delivery_review',
  ]);
  expect(missing.every(({ evidence }) => evidence[0]?.source === 'sow')).toBe(true);
});
