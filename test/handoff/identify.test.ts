import { describe, expect, it } from 'vitest';
import type { Analysis, Commitment, Evidence, Flag } from '../../src/handoff/analysis.ts';
import { identify } from '../../src/handoff/identify.ts';
import { analysis, reading } from './support/analysis.ts';
import { anna, deep, reader } from './support/deal.ts';
import { givenFlags } from './support/given.ts';

const [flag] = analysis.flags;
const [commitment] = analysis.commitments;
if (!flag || !commitment) throw new Error('nothing to name');

const idOf = (over: Partial<Flag>, commitments: Commitment[] = analysis.commitments): string | undefined =>
  identify({ ...analysis, commitments, flags: [{ ...flag, ...over }] }).flags[0]?.id;
const place: Evidence = { source: 's2', quote: 'We migrate it all and train everybody.', locator: '00:10:00' };

describe('the id of a flag', () => {
  it.each<[string, Partial<Flag>]>([
    ['its type', { type: 'unusual_support' }],
    ['its commitment', { commitment: 'k5' }],
    ['having none', { commitment: null }],
    ['its source', { evidence: flag.evidence.map((one) => ({ ...one, source: 's9' })) }],
    ['its quote', { evidence: flag.evidence.map((one) => ({ ...one, quote: 'At night too.' })) }],
  ])('follows %s', (_, over) => {
    expect(idOf(over)).not.toBe(idOf({}));
  });

  it.each<[string, Partial<Flag>]>([
    ['its words', { text: 'Said otherwise', why: 'Because' }],
    ['its severity', { severity: 'low' }],
    ['its raw id and rule', { id: 'x', rule: 'y' }],
    ['where the quote stands', { evidence: flag.evidence.map((one) => ({ ...one, locator: 'page 9' })) }],
  ])('does not follow %s', (_, over) => {
    expect(idOf(over)).toBe(idOf({}));
  });

  it('is short enough for an option value with two ids beside it', () => {
    expect(idOf({})?.length).toBeLessThanOrEqual(20);
  });
});

describe('two flags of one type on one quote', () => {
  const about = (id: string, at: number): Flag => ({ ...flag, id: `raw-${at}`, commitment: id, evidence: [place] });
  const swapped = { ...reading(), analysis: { ...analysis, flags: [about('k5', 0), about('k4', 1)] } };

  it('about different commitments keep their decisions when they come in another order', () => {
    const one = givenFlags([reader, reading({ flags: [about('k4', 0), about('k5', 1)] })]);
    const [first] = one.state().flags;
    const id = first?.flag.id ?? '';
    for (const who of [anna, deep])
      one.run(who, { type: 'decide_flag', flag: id, decision: 'deliver', reason: 'there is room', owner: null });
    one.run(reader, swapped);
    const decided = one.state().flags.filter((state) => state.status === 'decided');
    expect(decided.map((state) => state.flag)).toMatchObject([{ id, commitment: first?.flag.commitment }]);
    expect(one.state().flags).toHaveLength(2);
  });

  it('about commitments that share the quote too keep theirs when everything comes in another order', () => {
    const both: Analysis['commitments'] = [
      { ...commitment, id: 'a', kind: 'data_migration', text: 'Migration of everything', evidence: [place] },
      { ...commitment, id: 'b', kind: 'training', text: 'Training for everybody', evidence: [place] },
    ];
    const flags = [about('a', 0), about('b', 1)];
    const one = givenFlags([reader, reading({ commitments: both, flags })]);
    for (const who of [anna, deep])
      one.run(who, {
        type: 'decide_flag',
        flag: one.state().flags[0]?.flag.id ?? '',
        decision: 'deliver',
        reason: 'there is room',
        owner: null,
      });
    one.run(reader, reading({ commitments: both.toReversed(), flags: flags.toReversed() }));
    const decided = one.state().flags.filter((state) => state.status === 'decided');
    const texts = decided.map(
      (state) => one.state().commitments.find((found) => found.id === state.flag.commitment)?.text,
    );
    expect(texts).toEqual(['Migration of everything']);
  });
});
