import { describe, expect, test } from 'vitest';
import { cardsToShow, waitingFor } from '../../../src/desk/review/order.ts';
import { analysis, reading } from '../../handoff/support/analysis.ts';
import { anna, deep, reader } from '../../handoff/support/deal.ts';
import { givenFlags } from '../../handoff/support/given.ts';
import { decide, gap, idOf, many, policy, withFlags } from './flags.ts';

const openOf = (state: ReturnType<ReturnType<typeof many>['state']>) =>
  cardsToShow(state, policy).filter((id) => state.flags.find((one) => one.flag.id === id)?.status === 'open');

describe('cards to show', () => {
  test('are the most severe first, in the order of the analysis within a severity', () => {
    const one = withFlags([gap(1, 'low'), gap(2, 'high'), gap(3, 'medium'), gap(4, 'high')]);
    const texts = cardsToShow(one.state(), policy).map(
      (id) => one.state().flags.find((each) => each.flag.id === id)?.flag.text,
    );
    expect(texts).toEqual(['Gap 2', 'Gap 4', 'Gap 3', 'Gap 1']);
  });

  test('are never more than five open ones, and move up as others are decided', () => {
    const one = many(500);
    const order = one.state().flags.map((each) => each.flag.id);
    expect(openOf(one.state())).toEqual(order.slice(0, 5));
    for (let round = 0; round < 20; round += 1) {
      decide(one, deep, openOf(one.state())[0] ?? '', 'answer');
      expect(openOf(one.state())).toEqual(order.slice(round + 1, round + 6));
    }
    expect(cardsToShow(one.state(), policy)).toHaveLength(25);
  });

  test('keep a line for a decision, but not for low ones unless there is a change order to settle', () => {
    const one = givenFlags();
    decide(one, deep, idOf(one, 'unclear_owner'), 'answer');
    decide(one, deep, idOf(one, 'unusual_support'), 'change_order');
    decide(one, anna, idOf(one, 'contradiction'), 'not_sold');
    const shown = cardsToShow(one.state(), policy);
    expect(shown).not.toContain(idOf(one, 'unclear_owner'));
    expect(shown).toContain(idOf(one, 'unusual_support'));
    expect(shown).toContain(idOf(one, 'contradiction'));
  });

  test('leave out what newer evidence no longer raises', () => {
    const one = givenFlags();
    decide(one, anna, idOf(one, 'contradiction'), 'not_sold');
    const id = idOf(one, 'contradiction');
    one.run(reader, reading({ flags: analysis.flags.filter((flag) => flag.type !== 'contradiction') }));
    expect(cardsToShow(one.state(), policy)).not.toContain(id);
  });
});

test('a flag waits for those who have not said what it needs, and for nobody else', () => {
  const one = givenFlags();
  one.vote(anna, 'implied_promise', 'deliver');
  const promise = idOf(one, 'implied_promise');
  const of = (user: string) => waitingFor(one.state(), user, policy).map((each) => each.flag.id);
  expect(of('U_ANNA')).not.toContain(promise);
  expect(of('U_DEEP')[0]).toBe(promise);
  expect(of('U_ZOE')).toEqual([]);
});
