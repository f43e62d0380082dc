import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/handoff/command.ts';
import type { Decision } from '../../../src/handoff/decisions.ts';
import type { ChangeOrderStatus } from '../../../src/handoff/events.ts';
import { anna, deep, zoe } from '../support/deal.ts';
import { givenFlags, type Stream, types } from '../support/given.ts';

const together = (one: Stream, what: Decision, ...flags: string[]): CommandOf<'decide_flags'> => ({
  type: 'decide_flags',
  flags: flags.length > 0 ? flags : low(one),
  decision: what,
  reason: 'agreed in the weekly meeting',
});
const low = (one: Stream): string[] =>
  one
    .state()
    .flags.filter((state) => state.flag.severity === 'low')
    .map((state) => state.flag.id);
const gaps = (one: Stream): string[] => [one.flag('ambiguous_deliverable').flag.id, one.flag('unclear_owner').flag.id];

describe('several low flags decided together', () => {
  it('each gets its vote and its decision', () => {
    const one = givenFlags();
    expect(types(one.run(deep, together(one, 'answer', ...gaps(one))))).toEqual([
      'flag.voted',
      'flag.decided',
      'flag.voted',
      'flag.decided',
    ]);
  });

  it('those that the decision does not fit stay open', () => {
    const one = givenFlags();
    one.run(deep, together(one, 'answer'));
    expect(one.flag('unusual_support').status).toBe('open');
    expect(one.flag('unclear_owner').status).toBe('decided');
  });

  it('a flag named twice is decided once', () => {
    const one = givenFlags();
    const id = one.flag('unclear_owner').flag.id;
    expect(types(one.run(deep, together(one, 'answer', id, id)))).toEqual(['flag.voted', 'flag.decided']);
  });

  it('those that somebody decided meanwhile are left as they are', () => {
    const one = givenFlags();
    one.vote(anna, 'unclear_owner', 'answer');
    one.run(deep, together(one, 'answer', ...gaps(one)));
    expect(one.flag('unclear_owner').decided?.by).toEqual(['U_ANNA']);
  });

  it.each(['access_risk', 'missing_acceptance_criteria'] as const)('nothing above low goes with them: %s', (type) => {
    const one = givenFlags();
    const command = together(one, 'answer', ...gaps(one), one.flag(type).flag.id);
    expect(one.refused(deep, command).code).toBe('not_low');
  });

  it('a decision that fits none of them is refused', () => {
    const one = givenFlags();
    expect(one.refused(deep, together(one, 'deliver', ...gaps(one))).code).toBe('wrong_decision');
  });

  it('a second click is refused while the other side is awaited', () => {
    const one = givenFlags();
    const command = together(one, 'deliver', one.flag('unusual_support').flag.id);
    one.run(anna, command);
    expect(one.refused(anna, command).code).toBe('already_voted');
  });

  it('a second click after the decision is refused', () => {
    const one = givenFlags();
    one.run(deep, together(one, 'answer', ...gaps(one)));
    expect(one.refused(deep, together(one, 'answer', ...gaps(one))).code).toBe('already_decided');
  });

  it('a reason is needed, and a role', () => {
    const one = givenFlags();
    expect(one.refused(deep, { ...together(one, 'answer'), reason: '' }).code).toBe('text_needed');
    expect(one.refused(zoe, together(one, 'answer')).code).toBe('not_allowed');
  });
});

describe('what a decision starts', () => {
  it('a change order is drafted, in the words of the promise', () => {
    const one = givenFlags();
    expect(types(one.vote(deep, 'implied_promise', 'change_order'))).toContain('change_order.drafted');
    expect(one.state().changeOrders).toMatchObject([
      {
        status: 'drafted',
        text: 'An answer within fifteen minutes, day and night',
        flag: one.flag('implied_promise').flag.id,
      },
    ]);
  });

  it.each([
    ['implied_promise', 'An answer within fifteen minutes, day and night', true],
    ['unusual_support', 'A monthly call with the grid operator', false],
    ['access_risk', 'The portal login belongs to somebody else', true],
  ] as const)('asking the customer about %s opens a question: “%s”, blocking: %s', (type, promise, blocking) => {
    const one = givenFlags();
    one.vote(anna, type, 'ask_customer');
    const question = one.state().questions.at(-1);
    expect(question).toMatchObject({ blocking, origin: 'flag', owner: 'U_ANNA', flag: one.flag(type).flag.id });
    expect(question?.text).toBe(`What does the customer expect of this: “${promise}”?`);
  });

  it('that question is due three business days before kickoff', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'ask_customer');
    expect(one.state().questions.at(-1)?.due).toBe('2026-12-09');
  });

  it('assigning a gap opens a question for the one it was assigned to', () => {
    const one = givenFlags();
    const flag = one.flag('access_risk').flag.id;
    one.run(anna, { type: 'decide_flag', flag, decision: 'assign', reason: 'she knows the portal', owner: 'U_ZOE' });
    expect(one.state().questions.at(-1)).toMatchObject({ owner: 'U_ZOE', blocking: true });
  });

  it.each(['not_sold', 'not_a_promise', 'duplicate'] as const)('%s starts nothing', (what) => {
    expect(types(givenFlags().vote(anna, 'contradiction', what))).toEqual(['flag.voted', 'flag.decided']);
  });
});

describe('a change order', () => {
  const drafted = (): Stream => {
    const one = givenFlags();
    one.vote(deep, 'implied_promise', 'change_order');
    return one;
  };
  const settle = (one: Stream, status: ChangeOrderStatus): CommandOf<'settle_change_order'> => ({
    type: 'settle_change_order',
    id: one.state().changeOrders[0]?.id ?? '',
    status,
    note: ' by post ',
  });
  const codes = (one: Stream) => one.readiness().missing.map((item) => item.code);

  it('goes from drafted to sent to signed, and keeps kickoff shut until then', () => {
    const one = drafted();
    expect(codes(one)).toContain('change_order');
    one.run(anna, settle(one, 'sent'));
    expect(codes(one)).toContain('change_order');
    one.run(anna, settle(one, 'signed'));
    expect(codes(one)).not.toContain('change_order');
    expect(one.state().changeOrders[0]).toMatchObject({ status: 'signed', note: 'by post' });
  });

  it('a declined one is settled too', () => {
    const one = drafted();
    one.run(anna, settle(one, 'declined'));
    expect(codes(one)).not.toContain('change_order');
  });

  it.each(['signed', 'declined'] as const)('nothing follows %s', (status) => {
    const one = drafted();
    one.run(anna, settle(one, status));
    for (const next of ['drafted', 'sent', 'signed', 'declined'] as const)
      expect(one.refused(anna, settle(one, next)).code).toBe('already_settled');
  });

  it('never goes back to drafted, nor from sent to sent', () => {
    const one = drafted();
    one.run(anna, settle(one, 'sent'));
    expect(one.refused(anna, settle(one, 'drafted')).message).toBe('This change order is sent already.');
    expect(one.refused(anna, settle(one, 'sent')).code).toBe('already_settled');
  });

  it('an unknown one and an outsider are refused', () => {
    const one = drafted();
    expect(one.refused(anna, { ...settle(one, 'sent'), id: 'co9' }).code).toBe('no_such_change_order');
    expect(one.refused(zoe, settle(one, 'sent')).code).toBe('not_allowed');
  });
});
