import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/analysis/offline/clauses.ts';
import { Cover } from '../../../src/analysis/offline/coverage.ts';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { noteLines } from '../../../src/analysis/offline/notes.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { call, facts, note, signed } from './deal.ts';

const contract = signed(
  'sow',
  'Statement of Work for a rooftop array',
  'In-scope work > Supply and installation of 420 photovoltaic modules on the north barn.',
  'In-scope work > Two training sessions for the maintenance crew.',
  'In-scope work > Monthly yield report to the plant manager.',
  'Out of scope > Repair of the roof structure.',
  'Out of scope > Battery storage; quoted separately.',
  'Service > The Contractor responds to reported faults within eight hours.',
  'Fees > The service fee is adjusted every January by the price index.',
);
const verdict = (text: string, ...sources: Source[]) =>
  new Cover(clausesOf(sources), noteLines(sources)).of({ text, context: '', kind: 'deliverable' });

describe('a promise that a signed clause gives is covered by it', () => {
  test.each([
    ["We'll install 420 modules on the north barn.", /^Supply and installation of 420/u],
    ['You get a yield report every month.', /^Monthly yield report/u],
    ['We will send the plant manager a monthly yield report.', /^Monthly yield report/u],
    ['Two training sessions for your maintenance crew are included.', /^Two training sessions/u],
    ['We respond to reported faults within eight hours.', /within eight hours/u],
  ])('%s', (text, clause) => {
    const found = verdict(text, contract);
    expect(found.verdict).toBe('covered');
    expect(found.clause?.source).toBe('sow');
    expect(found.clause?.quote).toMatch(clause);
    expect(found.why).toMatch(/^[A-Z].*\.$/u);
  });
});

describe('a promise of what the signed document leaves out is contradicted by that line', () => {
  test.each([
    ['Battery storage is free of charge.', /^Battery storage/u],
    ['Battery storage is included in the price.', /^Battery storage/u],
    ["We'll repair the roof structure at no extra cost.", /^Repair of the roof/u],
    ["We'll repair the roof structure while we're up there.", /^Repair of the roof/u],
  ])('%s', (text, clause) => {
    const found = verdict(text, contract);
    expect(found.verdict).toBe('contradicted');
    expect(found.clause?.quote).toMatch(clause);
    expect(found.why).toBe('The signed document leaves this out or prices it apart.');
  });
});

describe('a clause on the same subject with another value contradicts, and the reason names both', () => {
  test.each([
    ['We respond to reported faults within 4 hours.', /4 hours.*eight hours/u],
    ['We respond to reported faults within 30 minutes.', /30 minutes.*eight hours/u],
    ["We'll supply and install 500 photovoltaic modules on the north barn.", /500.*420/u],
    ['You get 12 training sessions for the maintenance crew.', /12.*two/u],
  ])('%s', (text, both) => {
    const found = verdict(text, contract);
    expect(found.verdict).toBe('contradicted');
    expect(found.why.toLowerCase()).toMatch(both);
  });
});

describe('a promise on a subject that no signed document has', () => {
  test.each(["We'll write a new website for your farm shop.", 'You get four tickets for the football match.'])(
    'is not covered, and no clause is named: %s',
    (text) => {
      const found = verdict(text, contract);
      expect(found).toMatchObject({ verdict: 'not_covered', why: 'No signed clause covers this.' });
      expect(found.clause).toBeUndefined();
    },
  );
});

describe('an exception in a note', () => {
  const text = 'Battery storage is free of charge.';

  test('that was approved wins over the contradiction and is cited', () => {
    const approved = note('Battery storage for the cold room, free of charge. Approved by K. Lind 12 Feb.');
    const found = verdict(text, contract, approved);
    expect(found).toMatchObject({ verdict: 'excepted', clause: { source: 'deal_desk' } });
    expect(found.clause?.quote).toMatch(/Battery storage for the cold room/u);
    expect(found.why).toMatch(/approved/u);
  });

  test('that was approved stands for what is not in the contract at all', () => {
    const approved = note('Free cleaning of the panels in the first year: approved by K. Lind on 12 Feb.');
    expect(verdict("We'll clean the panels in the first year, free of charge.", contract, approved)).toMatchObject({
      verdict: 'excepted',
      clause: { source: 'deal_desk' },
    });
  });

  test.each([
    'Battery storage for the cold room, free of charge. REJECTED by finance.',
    'Battery storage for the cold room, free of charge: declined.',
    'Battery storage for the cold room, free of charge, needs approval.',
  ])('that was not is none: %s', (line) => {
    expect(verdict(text, contract, note(line))).toMatchObject({ verdict: 'contradicted', clause: { source: 'sow' } });
  });

  test('on another subject changes nothing', () => {
    const other = note('Free parking for the visitors: approved by K. Lind on 12 Feb.');
    expect(verdict(text, contract, other).verdict).toBe('contradicted');
  });
});

test('with nothing signed, nothing is covered', () => {
  const unsigned = { ...contract, signed: false };
  const talk = call(
    "O: We'll install 420 modules on the north barn.",
    'O: Battery storage is included in the price.',
    "O: We'll respond to reported faults within eight hours.",
  );
  const { commitments, flags } = offlineEngine.analyse([unsigned, talk], facts) as Analysis;
  expect(commitments).toHaveLength(3);
  for (const { coverage } of commitments) {
    expect([coverage.verdict, coverage.clause]).toEqual(['not_covered', null]);
    expect(coverage.why).toMatch(/nothing signed/u);
  }
  expect(flags.some(({ rule }) => rule === 'missing.signed_document')).toBe(true);
});

test('a change order that moves a value takes the old one out of force', () => {
  const change = signed('change_order', 'Response to reported faults is changed from eight hours to four hours.');
  expect(verdict('We respond to reported faults within four hours.', contract, change)).toMatchObject({
    verdict: 'covered',
    clause: { source: 'change_order' },
  });
});

test('the clause that a commitment names stands word for word in the source, with its place', () => {
  const { commitments } = offlineEngine.analyse(
    [contract, call('O: You get a yield report every month.')],
    facts,
  ) as Analysis;
  expect(commitments[0]?.coverage).toMatchObject({
    verdict: 'covered',
    clause: { source: 'sow', quote: 'Monthly yield report to the plant manager.', locator: 'paragraph 4' },
  });
});
