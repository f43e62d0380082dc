import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../src/handoff/amendments.ts';
import type { Analysis, Commitment, Evidence } from '../../src/handoff/analysis.ts';
import { analysis, reading } from './support/analysis.ts';
import { anna, call, contract, deep, reader } from './support/deal.ts';
import { given, givenFlags, type Stream } from './support/given.ts';

const amendment = { ...contract, name: 'amendment-1.pdf', kind: 'change_order' as const, sha256: 'd'.repeat(64) };
const clause = (quote: string): Evidence => ({ source: 's3', quote, locator: 'page 1 § 1' });

/** The reading after the amendment: the verdicts of these commitments are other ones, and covered promises raise no flag. */
const amended = (
  verdicts: Record<string, Commitment['coverage']>,
  more: Partial<Analysis> = {},
): Partial<Analysis> & { sources: Analysis['sources'] } => ({
  sources: [
    ...analysis.sources,
    { id: 's3', name: 'amendment-1.pdf', kind: 'change_order', sha256: 'd'.repeat(64), passages: 3 },
  ],
  commitments: analysis.commitments.map((one) => ({ ...one, coverage: verdicts[one.id] ?? one.coverage })),
  flags: analysis.flags.flatMap((flag) => {
    const verdict = verdicts[flag.commitment ?? '']?.verdict;
    if (verdict === 'covered' && flag.commitment !== 'k3') return [];
    return verdict === 'contradicted'
      ? [{ ...flag, type: 'contradiction' as const, severity: 'high' as const }]
      : [flag];
  }),
  ...more,
});
const covered: Commitment['coverage'] = {
  verdict: 'covered',
  clause: clause('Answers come in fifteen minutes.'),
  why: '',
};
const against: Commitment['coverage'] = {
  verdict: 'contradicted',
  clause: clause('No monthly calls are held.'),
  why: '',
};

const drop = (one: Stream, over: Partial<Analysis>): Amendment | undefined => {
  one.run(anna, amendment);
  one.run(reader, reading(over));
  return one.state().amendments.at(-1);
};

describe('an amendment', () => {
  it('settles the open flag of a promise that it covers, and names the clause', () => {
    const one = givenFlags();
    const id = one.flag('implied_promise').flag.id;
    drop(one, amended({ k4: covered }));
    expect(one.state().flags.find((each) => each.flag.id === id)).toMatchObject({
      status: 'decided',
      decided: null,
      withdrawn: true,
      coveredBy: { source: 's3', quote: 'Answers come in fifteen minutes.' },
    });
    expect(one.readiness().missing.some((each) => each.about === id)).toBe(false);
    expect(
      one.refused(anna, { type: 'decide_flag', flag: id, decision: 'deliver', reason: 'as was said', owner: null }),
    ).toMatchObject({ code: 'covered_now' });
  });

  it('leaves a decision as it was, and says what covers the promise now', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'not_sold');
    one.vote(deep, 'implied_promise', 'not_sold');
    drop(one, amended({ k4: covered }));
    expect(one.flag('implied_promise')).toMatchObject({
      decided: { decision: 'not_sold' },
      withdrawn: true,
      coveredBy: { source: 's3' },
    });
  });

  it('raises a new contradiction, also on a promise that was decided', () => {
    const one = givenFlags();
    one.vote(deep, 'unusual_support', 'deliver');
    const told = drop(one, amended({ k7: against }));
    expect(one.flag('unusual_support').decided).toMatchObject({ decision: 'deliver' });
    const raised = one.state().flags.find(({ flag }) => flag.id === told?.contradicted[0]?.flag);
    expect(raised).toMatchObject({ status: 'open', flag: { type: 'contradiction', severity: 'high' } });
  });

  it('keeps a decision when the flag of the same promise only changes its type', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(deep, 'implied_promise', 'deliver');
    const id = one.flag('implied_promise').flag.id;
    const retyped = amended({}).flags?.map((flag) =>
      flag.commitment === 'k4' ? { ...flag, type: 'unusual_support' as const } : flag,
    );
    for (let time = 0; time < 2; time += 1) {
      one.run(reader, reading({ ...amended({}), ...(retyped && { flags: retyped }) }));
      const about = one.state().flags.filter(({ flag }) => flag.id === id);
      expect(about).toHaveLength(1);
      expect(about[0]).toMatchObject({
        flag: { type: 'unusual_support' },
        decided: { decision: 'deliver' },
        withdrawn: false,
      });
    }
  });

  it('opens again what only the contract had settled when the document does not count any more', () => {
    const one = givenFlags();
    drop(one, amended({ k4: covered }));
    one.run(anna, { type: 'classify_source', source: 's3', kind: 'change_order', signed: false });
    one.run(reader, reading(amended({})));
    expect(one.flag('implied_promise')).toMatchObject({ status: 'open', withdrawn: false, coveredBy: null });
    expect(one.state().amendments.at(-1)).toMatchObject({ added: [], removed: ['s3'] });
    expect(
      one
        .state()
        .amendments.at(-1)
        ?.dropped.map((each) => each.commitment),
    ).toHaveLength(1);
  });

  it('leaves a flag open that a person opened again', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(deep, 'implied_promise', 'deliver');
    one.run(deep, { type: 'reopen_flag', flag: one.flag('implied_promise').flag.id, reason: 'the customer called' });
    drop(one, amended({ k4: covered }));
    expect(one.flag('implied_promise')).toMatchObject({ status: 'open', reopened: true });
  });

  it('is summed up: covered, contradicted, another clause, new flags, new scope', () => {
    const other = { verdict: 'covered' as const, clause: clause('Fourteen inverters are monitored.'), why: '' };
    const fresh = {
      ...analysis.flags[5],
      id: 'raw-new',
      text: 'A second login',
      evidence: [clause('A second login.')],
    };
    const scope = {
      status: 'in' as const,
      text: 'A fourth park',
      acceptance: '',
      evidence: [clause('A fourth park.')],
    };
    const base = amended({ k1: other, k4: covered, k7: against });
    const told = drop(givenFlags(), {
      ...base,
      flags: [...(base.flags ?? []), fresh as Analysis['flags'][number]], // a copy of a flag that is there
      scope: [...analysis.scope, scope],
    });
    expect(told).toMatchObject({ added: ['s3'], removed: [], newScope: ['A fourth park'], dropped: [] });
    expect(told?.covered.map((each) => each.text)).toEqual(['An answer within fifteen minutes, day and night']);
    expect(told?.contradicted.map((each) => each.text)).toEqual(['A monthly call with the grid operator']);
    expect(told?.otherClause.map((each) => [each.before?.quote, each.after?.quote])).toEqual([
      ['The provider monitors twelve inverters.', 'Fourteen inverters are monitored.'],
    ]);
    expect(told?.newFlags).toHaveLength(1);
  });

  it('is none without another signed document: a new reading alone is not told', () => {
    const one = givenFlags();
    one.run(reader, reading(amended({ k4: covered })));
    expect(one.state().amendments).toEqual([]);
    one.run(anna, { ...amendment, name: 'notes.md', kind: 'crm_note', signed: false, sha256: 'e'.repeat(64) });
    one.run(reader, reading(amended({ k4: covered })));
    expect(one.state().amendments).toEqual([]);
  });
});

describe('an analysis that ran while somebody corrected a file', () => {
  it('counts as not having read it, so that it is read again', () => {
    const one = given([anna, contract], [anna, call]);
    const stale = { ...reading(), signed: ['s1'] };
    one.run(anna, { type: 'classify_source', source: 's1', kind: 'sow', signed: true });
    one.run(reader, stale);
    expect(one.state().analysis?.analysedSources).toEqual(['s2']);
    expect(one.readiness().missing.some((each) => each.code === 'analysis')).toBe(true);
  });

  it('and so does one that took for unsigned what is signed by now', () => {
    const one = given([anna, { ...contract, signed: false }], [anna, call]);
    one.run(anna, { type: 'classify_source', source: 's1', kind: 'contract', signed: true });
    one.run(reader, { ...reading(), signed: [] });
    expect(one.state().analysis?.analysedSources).toEqual(['s2']);
  });
});
