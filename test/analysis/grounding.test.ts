import { describe, expect, test } from 'vitest';
import { ground } from '../../src/analysis/grounding.ts';
import type { Analysis, Commitment } from '../../src/handoff/analysis.ts';
import { call, signed } from './offline/deal.ts';

const sources = [
  call("O: We'll replace the inverter at our cost."),
  signed('sow', 'Faulty inverters are replaced within five working days.'),
];

const empty: Analysis = {
  sources: [],
  commitments: [],
  flags: [],
  scope: [],
  questions: [],
  stakeholders: [],
  dependencies: [],
  risks: [],
  successMetrics: [],
  buyerIntent: [],
  dropped: { ungrounded: 0 },
};

const promise = (quote: string, clause: Commitment['coverage']['clause'] = null): Commitment => ({
  id: 'c1',
  kind: 'support',
  text: quote,
  speaker: 'Olga Brandt',
  side: 'vendor',
  strength: 'explicit',
  confidence: 0.8,
  rule: 'a.rule',
  evidence: [{ source: 'call', quote, locator: 'page 99' }],
  coverage: { verdict: clause ? 'covered' : 'not_covered', clause, why: 'Because.' },
});

describe('ground', () => {
  test('keeps a quote that stands in the source, white space folded, and fills in its real place', () => {
    const { commitments, dropped } = ground(
      { ...empty, commitments: [promise("We'll  replace the\n inverter")] },
      sources,
    );
    expect(commitments[0]?.evidence).toEqual([
      { source: 'call', quote: "We'll replace the inverter", locator: 'paragraph 1' },
    ]);
    expect(dropped).toEqual({ ungrounded: 0 });
  });

  test('drops an invented quote, a quote of another source and an unknown source, and counts them', () => {
    const elsewhere = promise('Faulty inverters are replaced within five working days.');
    const unknown = {
      ...promise("We'll replace the inverter"),
      evidence: [{ source: 'nowhere', quote: "We'll replace the inverter", locator: '' }],
    };
    const { commitments, dropped } = ground(
      { ...empty, commitments: [promise('We never said this.'), elsewhere, unknown] },
      sources,
    );
    expect(commitments).toEqual([]);
    expect(dropped).toEqual({ ungrounded: 3 });
  });

  test('drops each other kind of item that has no evidence left', () => {
    const evidence = [{ source: 'call', quote: 'invented', locator: '' }];
    const draft: Analysis = {
      ...empty,
      questions: [{ text: 'Who?', evidence }],
      buyerIntent: [{ text: 'Why.', evidence }],
      scope: [{ status: 'in', text: 'x', acceptance: '', evidence: [...evidence] }],
      dropped: { ungrounded: 2 },
    };
    const grounded = ground(draft, sources);
    expect([grounded.questions, grounded.buyerIntent, grounded.scope]).toEqual([[], [], []]);
    expect(grounded.dropped).toEqual({ ungrounded: 5 });
  });

  test('keeps an item whose other evidence stands', () => {
    const mixed = promise("We'll replace the inverter");
    mixed.evidence.push({ source: 'call', quote: 'invented', locator: '' });
    expect(ground({ ...empty, commitments: [mixed] }, sources).commitments[0]?.evidence).toHaveLength(1);
  });

  test('a clause that stands nowhere takes its verdict with it', () => {
    const draft = promise("We'll replace the inverter", {
      source: 'sow',
      quote: 'Inverters are replaced at once.',
      locator: '',
    });
    expect(ground({ ...empty, commitments: [draft] }, sources).commitments[0]?.coverage).toMatchObject({
      verdict: 'not_covered',
      clause: null,
    });
  });

  test('a clause that stands gets its place; the source may be named by its file', () => {
    const draft = promise("We'll replace the inverter", {
      source: 'sow.txt',
      quote: 'replaced within five working days',
      locator: '',
    });
    expect(ground({ ...empty, commitments: [draft] }, sources).commitments[0]?.coverage.clause).toEqual({
      source: 'sow',
      quote: 'replaced within five working days',
      locator: 'paragraph 1',
    });
  });

  test('a flag loses the number of a commitment that was dropped, not its own evidence', () => {
    const flag = {
      id: 'f1',
      type: 'implied_promise' as const,
      severity: 'high' as const,
      text: 't',
      why: 'w',
      rule: 'r',
      commitment: 'c1',
      evidence: [{ source: 'call', quote: 'the inverter', locator: '' }],
    };
    const { flags } = ground({ ...empty, commitments: [promise('invented')], flags: [flag] }, sources);
    expect(flags[0]?.commitment).toBeNull();
  });

  test('lists the sources with their hash and number of passages', () => {
    expect(ground(empty, sources).sources).toEqual([
      { id: 'call', name: 'call.txt', kind: 'call', sha256: '0'.repeat(64), passages: 1 },
      { id: 'sow', name: 'sow.txt', kind: 'sow', sha256: '0'.repeat(64), passages: 1 },
    ]);
  });
});
