import { describe, expect, test } from 'vitest';
import { reviewReaction } from '../../../src/desk/review/react.ts';
import type { Actor } from '../../../src/handoff/actor.ts';
import type { Command } from '../../../src/handoff/command.ts';
import { analysis, reading } from '../../handoff/support/analysis.ts';
import { anna, call, contract, deep, reader } from '../../handoff/support/deal.ts';
import { given, givenFlags, type Stream } from '../../handoff/support/given.ts';
import { gap, idOf, many, policy } from './flags.ts';

/** The keys that one command wants shown. */
const wants = (one: Stream, who: Actor, command: Command): string[] => {
  const before = one.state();
  const events = one.run(who, command);
  const happened = { before, after: one.state(), recorded: one.recorded.slice(-events.length) };
  const keys = reviewReaction(policy)(happened).map((each) => each.key);
  expect(reviewReaction(policy)(happened).map((each) => each.key)).toEqual(keys);
  return keys;
};
const vote = (flag: string, decision: 'deliver' | 'answer' | 'not_sold' | 'change_order' | 'ask_customer') => ({
  type: 'decide_flag' as const,
  flag,
  decision,
  reason: 'we talked it over',
  owner: null,
});

describe('what is shown again', () => {
  test('the first analysis brings the head and five cards', () => {
    const one = given([anna, contract], [anna, call]);
    const keys = wants(one, reader, reading());
    expect(keys[0]).toBe('flags:h1');
    expect(keys).toHaveLength(6);
  });

  test('nothing before an analysis, and nothing for what is no matter of flags', () => {
    expect(wants(given(), anna, contract)).toEqual([]);
    const one = givenFlags();
    expect(wants(one, anna, { type: 'assign_input', input: 'scope', to: 'U_ZOE' })).toEqual([]);
    expect(wants(one, reader, reading())).toEqual([]);
  });

  test('a vote touches its card, and the head, which says whose turn it is', () => {
    const one = givenFlags();
    const id = idOf(one, 'implied_promise');
    expect(wants(one, anna, vote(id, 'deliver'))).toEqual(['flags:h1', `flag:h1:${id}`]);
  });

  test('a decision folds its card and brings the next one', () => {
    const one = many(7);
    const ids = one.state().flags.map((each) => each.flag.id);
    expect(wants(one, deep, vote(ids[0] ?? '', 'answer'))).toEqual([
      'flags:h1',
      `flag:h1:${ids[5]}`,
      `flag:h1:${ids[0]}`,
    ]);
  });

  test('a change order and a question touch the card they came from', () => {
    const one = givenFlags();
    const promise = idOf(one, 'unusual_support');
    wants(one, deep, vote(promise, 'change_order'));
    const order = one.state().changeOrders[0]?.id ?? '';
    expect(wants(one, anna, { type: 'settle_change_order', id: order, status: 'sent', note: '' })).toEqual([
      `flag:h1:${promise}`,
    ]);
    expect(wants(one, anna, { type: 'settle_change_order', id: order, status: 'signed', note: '' })).toEqual([
      'flags:h1',
      `flag:h1:${promise}`,
    ]);
    const asked = idOf(one, 'contradiction');
    wants(one, deep, vote(asked, 'ask_customer'));
    const id = one.state().questions.find((each) => each.flag === asked)?.id ?? '';
    expect(wants(one, anna, { type: 'assign_question', id, owner: 'U_ZOE' })).toEqual([`flag:h1:${asked}`]);
  });

  test('more severe flags push cards out; both are shown again', () => {
    const one = many(5);
    const ids = one.state().flags.map((each) => each.flag.id);
    const flags = [...one.state().flags.map((each) => each.flag), gap(99, 'high')];
    const keys = wants(one, reader, reading({ flags }));
    const fresh = one.state().flags.at(-1)?.flag.id;
    expect(keys).toEqual(['flags:h1', `flag:h1:${fresh}`, `flag:h1:${ids[4]}`]);
  });

  test('flags that newer evidence no longer raises are shown again once, open or decided', () => {
    const one = givenFlags();
    const [open, decided] = [idOf(one, 'implied_promise'), idOf(one, 'contradiction')];
    wants(one, anna, vote(decided, 'not_sold'));
    const flags = analysis.flags.filter((flag) => flag.type !== 'contradiction' && flag.type !== 'implied_promise');
    const keys = wants(one, reader, reading({ flags }));
    expect(keys).toContain(`flag:h1:${open}`);
    expect(keys).toContain(`flag:h1:${decided}`);
    expect(wants(one, reader, reading({ flags }))).toEqual([]);
  });

  test('cancelling takes the buttons away', () => {
    const one = givenFlags();
    expect(wants(one, anna, { type: 'cancel', reason: 'the customer stepped back' })).toHaveLength(6);
  });
});
