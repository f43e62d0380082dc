import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Command, CommandOf } from '../../../src/handoff/command.ts';
import { type Handoff, validSignoff } from '../../../src/handoff/state.ts';
import { analysis, reading } from '../support/analysis.ts';
import { anna, deep, mail, reader } from '../support/deal.ts';
import { givenComplete, givenReady, type Stream, signBoth, types } from '../support/given.ts';

const sign = (one: Stream, party: 'sales' | 'delivery', version?: number): CommandOf<'sign'> => ({
  type: 'sign',
  party,
  version: version ?? one.state().packetVersion,
});
const standing = (state: Handoff) => (['sales', 'delivery'] as const).filter((party) => validSignoff(state, party));

const question = (blocking: boolean): Command => ({
  type: 'ask_question',
  text: 'Who pays for the network link?',
  owner: 'U_ANNA',
  due: '2026-11-20',
  blocking,
});
const goal = 'The goal changed: they also want the fourth park.';

describe('a material change after a signature', () => {
  it.each<[string, Command, string]>([
    [
      'an answer',
      { type: 'answer_input', input: 'buyer_goal', text: goal, accepted: [] },
      'an input was answered anew',
    ],
    [
      'a skip that takes an answer away',
      { type: 'skip_input', input: 'scope', reason: 'confidential', note: 'told in person' },
      'an input was skipped',
    ],
    [
      'a new date',
      { type: 'move_kickoff', date: '2026-12-16', reason: 'snow' },
      'the kickoff date moved to 16 Dec 2026',
    ],
  ])('%s voids both signatures and says why', (_, command, because) => {
    const one = givenReady();
    const events = one.run(anna, command);
    expect(events.filter((event) => event.type === 'signoff.voided')).toMatchObject([
      { party: 'sales', because },
      { party: 'delivery', because },
    ]);
    expect(standing(one.state())).toEqual([]);
    expect(one.readiness().ready).toBe(false);
    expect(
      one
        .state()
        .log.map((line) => line.what)
        .at(-1),
    ).toContain(`voided: ${because}`);
  });

  it('the answer to a question voids too', () => {
    const one = givenReady();
    one.run(deep, question(true));
    const id = one.state().questions.at(-1)?.id ?? '';
    one.run(anna, { type: 'answer_question', id, text: 'The customer pays it.', source: 'Mira Oth' });
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual(
      Array(2).fill('an open question was answered'),
    );
  });

  it('a decision on a flag that new evidence raised voids too', () => {
    const one = givenReady();
    const extra = reading();
    const [first] = extra.analysis.flags;
    if (!first) throw new Error('no flag');
    const added = { ...first, type: 'feasibility' as const, commitment: null, text: 'The link is too slow' };
    one.run(reader, { ...extra, analysis: { ...extra.analysis, flags: [...extra.analysis.flags, added] } });
    expect(one.readiness().ready).toBe(false);
    one.vote(deep, 'feasibility', 'answer');
    expect(standing(one.state())).toEqual([]);
  });

  it('the team changes: the signer is another person', () => {
    const one = givenReady();
    one.run(anna, { type: 'change_team', role: 'delivery_lead', to: 'U_ZOE', reason: 'on leave' });
    expect(standing(one.state())).toEqual([]);
    expect(one.state().signoffs[0]?.voided?.because).toBe('somebody else is the delivery lead now');
  });

  it('a voided party signs the new version; the old signature stays on record', () => {
    const one = givenReady();
    one.run(anna, { type: 'move_kickoff', date: '2026-12-16', reason: 'snow' });
    one.run(anna, sign(one, 'sales'));
    expect(one.state().signoffs).toHaveLength(3);
    expect(standing(one.state())).toEqual(['sales']);
  });
});

describe('a signed document after a signature', () => {
  const because = 'a signed document was added';

  it('that is added voids both signatures', () => {
    const one = givenReady();
    one.run(deep, { ...mail, kind: 'change_order', signed: true });
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual([because, because]);
  });

  it('that no longer counts as signed voids both signatures; confirming what it was voids none', () => {
    const sure = givenReady();
    sure.run(anna, { type: 'classify_source', source: 's1', kind: 'sow', signed: true });
    expect(standing(sure.state())).toEqual(['sales', 'delivery']);
    sure.run(anna, { type: 'classify_source', source: 's1', kind: 'sow', signed: false });
    expect(standing(sure.state())).toEqual([]);
  });

  it('that turns out to be one when a person says so voids both signatures', () => {
    const one = givenReady();
    one.run(anna, mail);
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
    one.run(anna, { type: 'classify_source', source: 's3', kind: 'change_order', signed: true });
    const changed = 'what counts as signed changed';
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual([changed, changed]);
  });

  it('an unsigned one voids none, nor does saying what it is', () => {
    const one = givenReady();
    one.run(anna, mail);
    one.run(anna, { type: 'classify_source', source: 's3', kind: 'proposal', signed: false });
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });
});

describe('an analysis after the signatures', () => {
  const [first, ...others] = analysis.commitments;
  const [risk] = analysis.risks;
  const [scope, ...scopes] = analysis.scope;
  if (!first || !risk || !scope) throw new Error('the analysis is too short');
  const quote = (text: string) => [{ source: 's1', quote: text, locator: 'page 9' }];
  const severe = { ...risk, text: 'The park is sold', likelihood: 3, impact: 5, evidence: quote('The park is sold.') };

  it.each<[string, Partial<Analysis>]>([
    [
      'adds a commitment',
      { commitments: [...analysis.commitments, { ...first, id: 'k9', evidence: quote('A mast.') }] },
    ],
    ['says a commitment otherwise', { commitments: [{ ...first, text: 'Monitoring of fifty inverters' }, ...others] }],
    [
      'changes a verdict',
      { commitments: [{ ...first, coverage: { ...first.coverage, verdict: 'not_covered' } }, ...others] },
    ],
    [
      'finds another clause',
      { commitments: [{ ...first, coverage: { ...first.coverage, clause: quote('Annex C')[0] ?? null } }, ...others] },
    ],
    ['brings a high risk', { risks: [risk, severe] }],
    ['takes a known risk for a high one', { risks: [{ ...risk, likelihood: 5, impact: 3 }] }],
    [
      'says otherwise when accepted scope is done',
      { scope: [{ ...scope, acceptance: 'ten alarms arrive' }, ...scopes] },
    ],
  ])('that %s voids both, and says so', (_, over) => {
    const one = givenReady();
    one.run(reader, reading(over));
    const because = 'newer evidence changed what was found';
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual([because, because]);
    expect(one.readiness().ready).toBe(false);
  });

  it('that no longer finds a commitment nobody took over voids both; what somebody took over stays', () => {
    const one = givenComplete();
    const more = [...analysis.commitments, { ...first, id: 'k9', evidence: quote('A mast.') }];
    one.run(reader, reading({ commitments: more }));
    signBoth(one).run(reader, reading({ commitments: more.filter((found) => found.id !== 'k2') }));
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
    one.run(reader, reading());
    expect(standing(one.state())).toEqual([]);
  });

  it.each<[string, Partial<Analysis>]>([
    ['finds the same', {}],
    ['finds the same in another order', { commitments: analysis.commitments.toReversed() }],
    [
      'is only surer, and says why in other words',
      {
        commitments: analysis.commitments.map((one) => ({
          ...one,
          text: `${one.text} `,
          confidence: 0.9,
          rule: 'another',
          coverage: { ...one.coverage, why: 'read again' },
        })),
      },
    ],
    ['brings a risk that is not high', { risks: [risk, { ...severe, impact: 4 }] }],
    ['no longer finds a risk', { risks: [] }],
    ['proposes more scope', { scope: [...analysis.scope, { ...scope, text: 'A mast', evidence: quote('A mast.') }] }],
  ])('that %s voids none', (_, over) => {
    const one = givenReady();
    expect(types(one.run(reader, reading(over)))).not.toContain('signoff.voided');
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });
});

describe('what is not material', () => {
  it('a refused file voids no signature', () => {
    const one = givenReady();
    one.run(reader, { type: 'refuse_source', name: 'holiday.mov', code: 'unknown_format' });
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });

  it.each<[string, Command]>([
    ['a new source', mail],
    ['a question', question(false)],
    ['a question that blocks', question(true)],
  ])('%s voids no signature', (_, command) => {
    const one = givenReady();
    expect(types(one.run(anna, command))).not.toContain('signoff.voided');
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });

  it('the second signature leaves the first one standing', () => {
    const one = givenComplete();
    one.run(anna, sign(one, 'sales'));
    expect(types(one.run(deep, sign(one, 'delivery')))).toEqual(['packet.signed']);
  });
});
