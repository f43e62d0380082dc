import { describe, expect, test } from 'vitest';
import { promiseFlags } from '../../../src/analysis/offline/flags/promises.ts';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import type { Analysis, Commitment } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import type { CommitmentKind } from '../../../src/handoff/vocabulary.ts';
import { call, facts, note, signed } from './deal.ts';

const analyse = (...sources: Source[]) => offlineEngine.analyse(sources, facts) as Analysis;
const said = { source: 'call', quote: 'We will.', locator: 'paragraph 1' };
const clause = { source: 'sow', quote: 'Apart.', locator: 'paragraph 2' };
const commitment = (kind: CommitmentKind, more: Partial<Commitment> = {}): Commitment => ({
  id: 'c1',
  kind,
  text: 'We will.',
  speaker: 'Olga Brandt',
  side: 'vendor',
  strength: 'explicit',
  confidence: 0.9,
  rule: 'promise.future',
  evidence: [said],
  coverage: { verdict: 'not_covered', clause: null, why: 'No signed clause covers this.' },
  ...more,
});

describe('a promise that no signed document carries raises a flag by its kind', () => {
  test.each([
    ['timeline', 'timeline_assumption', 'high'],
    ['price_payment', 'buried_concession', 'high'],
    ['support', 'unusual_support', 'medium'],
    ['service_level', 'unusual_support', 'high'],
    ['performance_guarantee', 'unsupported_guarantee', 'high'],
    ['legal_warranty', 'legal_language', 'high'],
    ['deliverable', 'implied_promise', 'high'],
    ['training', 'implied_promise', 'high'],
  ] as const)('%s: %s', (kind, type, severity) => {
    const flags = promiseFlags([commitment(kind)]);
    expect(flags.map((flag) => [flag.type, flag.severity, flag.commitment])).toEqual([[type, severity, 'c1']]);
    expect(flags[0]?.evidence).toEqual([said]);
  });

  test('less severe when it was only implied', () => {
    expect(promiseFlags([commitment('deliverable', { strength: 'implied' })]).map(({ severity }) => severity)).toEqual([
      'medium',
    ]);
  });
});

test('a covered promise raises none', () => {
  const coverage = { verdict: 'covered', clause, why: 'A signed clause gives this.' } as const;
  expect(promiseFlags([commitment('timeline', { coverage })])).toEqual([]);
});

test('a contradicted promise shows the promise and the clause', () => {
  const coverage = { verdict: 'contradicted', clause, why: 'The clause says otherwise.' } as const;
  expect(promiseFlags([commitment('timeline', { coverage })])).toMatchObject([
    { type: 'contradiction', severity: 'high', evidence: [said, clause] },
  ]);
});

describe('in a conversation', () => {
  test.each([
    ['I guarantee you thirty percent lower bills in the first year.', 'unsupported_guarantee'],
    ["We'll waive the service fee for the first year.", 'buried_concession'],
    ['The array will be live by the tenth of May.', 'timeline_assumption'],
    ["We'll build a new website for your farm shop, free of charge.", 'implied_promise'],
  ])('%s raises %s', (text, type) => {
    const { flags, commitments } = analyse(call(`O: ${text}`));
    const flag = flags.find(({ commitment: id }) => id === commitments[0]?.id);
    expect(flag?.type).toBe(type);
    expect(flag?.why).toMatch(/\.$/u);
    expect(flag?.rule).toMatch(/^[a-z]+\.[a-z_]+$/u);
  });

  test('an approved exception is flagged once, at the promise with the note beside it', () => {
    const { flags } = analyse(
      call('O: The cleaning of the panels in the first year is included in the price.'),
      note('Cleaning of the panels in the first year, approved by K. Lind.'),
    );
    const excepted = flags.filter(({ rule }) => rule === 'promise.excepted' || rule === 'note.approved_exception');
    expect(excepted.map(({ evidence }) => evidence.map((one) => one.source))).toEqual([['call', 'deal_desk']]);
  });

  test('an approved exception that nobody mentioned is flagged at the note, a refused one is not', () => {
    const { flags } = analyse(
      note(
        'Exception: payment in net 60 instead of net 30. Approved by K. Lind.',
        'Exception: free roof wash. REFUSED.',
      ),
    );
    expect(flags.filter(({ rule }) => rule === 'note.approved_exception').map(({ type }) => type)).toEqual([
      'buried_concession',
    ]);
  });

  test('a colleague who doubts a promise is told with it', () => {
    const { flags, commitments } = analyse(
      call('O: The array will be live by the tenth of May.', 'T: Well, that does depend on the grid operator.'),
    );
    expect(flags.find(({ type }) => type === 'feasibility')?.commitment).toBe(commitments[0]?.id);
  });

  test('a covered promise raises no flag of its own', () => {
    const { flags, commitments } = analyse(
      signed('sow', 'Scope > Monthly yield report to the plant manager, accepted when he has signed it.'),
      call('O: You get a yield report every month.'),
    );
    expect(commitments.map(({ coverage }) => coverage.verdict)).toEqual(['covered']);
    expect(flags.filter(({ commitment: id }) => id)).toEqual([]);
  });
});
