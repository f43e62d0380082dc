import { describe, expect, it } from 'vitest';
import type { FlagType } from '../../../src/handoff/vocabulary.ts';
import { analysis, reading } from '../support/analysis.ts';
import { anna, deep, reader } from '../support/deal.ts';
import { given, givenFlags, givenReady, type Stream, types } from '../support/given.ts';
import { linesOf, sectionOf } from '../support/packet.ts';

const asked = (type: FlagType = 'implied_promise'): Stream => {
  const one = givenFlags();
  one.vote(anna, type, 'ask_customer');
  return one;
};
const answer = (one: Stream) =>
  one.run(anna, {
    type: 'answer_question',
    id: one.state().questions.findLast((question) => question.flag !== null)?.id ?? '',
    text: 'They count on it at night too.',
    source: 'Mira Oth, call',
  });
const standings = (one: Stream) =>
  linesOf(sectionOf(one.state(), 'commitments')).filter((line) => line.startsWith('An answer within'));

describe('what the customer answers', () => {
  it('is no decision: the flag stands open again, without votes', () => {
    const one = asked();
    expect(types(answer(one))).toEqual(['flag.reopened', 'question.answered']);
    expect(one.flag('implied_promise')).toMatchObject({ status: 'open', votes: [], decided: null });
    expect(one.readiness().missing.map((item) => item.about)).toContain(one.flag('implied_promise').flag.id);
    expect(one.state().log.at(-2)).toMatchObject({
      by: ['U_ANNA'],
      what: 'reopened after the customer answered: Answer within fifteen minutes is not in the contract',
    });
  });

  it('is followed by a decision of everybody whom it takes', () => {
    const one = asked();
    expect(standings(one).join()).toContain('asked the customer');
    answer(one);
    expect(standings(one)).toEqual([]);
    expect(types(one.vote(anna, 'implied_promise', 'deliver'))).toEqual(['flag.voted']);
    expect(types(one.vote(deep, 'implied_promise', 'deliver'))).toEqual(['flag.voted', 'flag.decided']);
    expect(standings(one).join()).toContain('we deliver it');
  });

  it('can lead to another question, which reopens it once more', () => {
    const one = asked();
    answer(one);
    one.vote(deep, 'implied_promise', 'ask_customer');
    expect(one.flag('implied_promise').status).toBe('decided');
    expect(types(answer(one))).toContain('flag.reopened');
  });

  it('voids what was signed meanwhile', () => {
    const one = givenReady();
    const [first] = analysis.flags;
    if (!first) throw new Error('no flag');
    const extra = { ...first, type: 'unusual_support' as const, severity: 'low' as const };
    one.run(reader, reading({ flags: [...analysis.flags.filter((flag) => flag.type !== 'unusual_support'), extra] }));
    const { id } = one.state().flags.find((state) => state.status === 'open')?.flag ?? { id: '' };
    one.run(anna, { type: 'decide_flag', flag: id, decision: 'ask_customer', reason: 'unclear', owner: null });
    for (const [who, party] of [
      [anna, 'sales'],
      [deep, 'delivery'],
    ] as const)
      one.run(who, { type: 'sign', party, version: one.state().packetVersion });
    expect(one.readiness().ready).toBe(true);
    expect(types(answer(one))).toEqual(['flag.reopened', 'question.answered', 'signoff.voided', 'signoff.voided']);
    expect(one.readiness().ready).toBe(false);
  });

  it('about a flag that was assigned, or about nothing, reopens nothing', () => {
    const one = givenFlags();
    one.vote(deep, 'access_risk', 'assign', 'U_ZOE');
    expect(types(answer(one))).toEqual(['question.answered']);
    const id = one.state().questions[0]?.id ?? '';
    expect(
      types(one.run(anna, { type: 'answer_question', id, text: 'The operator owns them.', source: 'mail' })),
    ).toEqual(['question.answered']);
  });

  it('reopens a flag that was withdrawn meanwhile as one that counts', () => {
    const one = asked();
    one.run(reader, reading({ flags: [] }));
    answer(one);
    expect(one.flag('implied_promise')).toMatchObject({ status: 'open', withdrawn: false });
    const { score } = one.readiness();
    for (const who of [anna, deep]) one.vote(who, 'implied_promise', 'deliver');
    expect(one.readiness().score).toBeGreaterThan(score);
  });
});

describe('a question that the evidence or a flag raised', () => {
  const place = { source: 's2', quote: 'Somebody will have to fetch the meter numbers.', locator: '00:52:09' };

  it('carries its evidence, sealed', () => {
    expect(given().run(reader, reading())[1]).toMatchObject({
      type: 'question.opened',
      origin: 'analysis',
      evidence: { sealed: [place] },
    });
    expect(givenFlags().vote(deep, 'unclear_owner', 'assign', 'U_ZOE').at(-1)).toMatchObject({
      type: 'question.opened',
      origin: 'flag',
      evidence: { sealed: [place] },
    });
  });

  it('leads to its place in the packet, while it is open and after', () => {
    const one = asked();
    const line =
      'What does the customer expect of this: “An answer within fifteen minutes, day and night”? [s2 00:14:32]';
    expect(linesOf(sectionOf(one.state(), 'questions'))).toEqual([
      'Who owns the meter numbers? [s2 00:52:09] | @U_ANNA | 2026-12-09 | no | open',
      `${line} | @U_ANNA | 2026-12-09 | yes | open`,
    ]);
    expect(linesOf(sectionOf(one.state(), 'not_yet_decided'))).toContain(`${line} (question for @U_ANNA)`);
    answer(one);
    expect(linesOf(sectionOf(one.state(), 'questions'))[1]).toContain('[s2 00:14:32] | @U_ANNA');
  });

  it('that a person asks leads to the person who answers', () => {
    const one = given([
      deep,
      { type: 'ask_question', text: 'Who pays?', owner: 'U_ANNA', due: '2026-11-20', blocking: false },
    ]);
    expect(one.state().questions[0]?.evidence).toEqual([]);
    expect(linesOf(sectionOf(one.state(), 'questions'))).toEqual(['Who pays? | @U_ANNA | 2026-11-20 | no | open']);
  });
});
