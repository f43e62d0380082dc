import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/handoff/command.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import { awaited } from '../../../src/handoff/votes.ts';
import { reading } from '../support/analysis.ts';
import { anna, call, contract, deep, opening, reader, ruth } from '../support/deal.ts';
import { givenFlags, stream, types } from '../support/given.ts';

const dealWith = (over: Partial<CommandOf<'open'>>) => {
  const one = stream();
  one.run(anna, opening(over));
  for (const source of [contract, call]) one.run(anna, source);
  one.run(reader, reading());
  return one;
};

describe('delivering a promise', () => {
  it.each(['implied_promise', 'contradiction'] as const)('%s (high or medium) takes both sides', (type) => {
    const one = givenFlags();
    expect(types(one.vote(anna, type, 'deliver'))).toEqual(['flag.voted']);
    expect(one.flag(type).status).toBe('open');
    expect(types(one.vote(deep, type, 'deliver'))).toEqual(['flag.voted', 'flag.decided']);
    expect(one.flag(type).decided).toMatchObject({ decision: 'deliver', by: ['U_ANNA', 'U_DEEP'] });
  });

  it('a low one takes the delivery lead alone, never sales alone', () => {
    const one = givenFlags();
    expect(types(one.vote(anna, 'unusual_support', 'deliver'))).toEqual(['flag.voted']);
    expect(types(one.vote(deep, 'unusual_support', 'deliver'))).toEqual(['flag.voted', 'flag.decided']);
  });

  it('a high concession above the threshold takes the approver too', () => {
    const one = givenFlags();
    one.vote(anna, 'buried_concession', 'deliver');
    one.vote(deep, 'buried_concession', 'deliver');
    expect(one.flag('buried_concession').status).toBe('open');
    expect(awaited(one.flag('buried_concession'), one.state(), defaultPolicy)).toEqual(['U_RUTH']);
    one.vote(ruth, 'buried_concession', 'deliver');
    expect(one.flag('buried_concession').decided?.by).toEqual(['U_ANNA', 'U_DEEP', 'U_RUTH']);
  });

  it.each<[string, Partial<CommandOf<'open'>>]>([
    ['below the threshold', { value: 99_999 }],
    ['without a value', { value: null, currency: '' }],
  ])('the same concession %s takes both sides only', (_, over) => {
    const one = dealWith(over);
    one.vote(anna, 'buried_concession', 'deliver');
    one.vote(deep, 'buried_concession', 'deliver');
    expect(one.flag('buried_concession').status).toBe('decided');
  });

  it('at the threshold the approver is needed', () => {
    const one = dealWith({ value: 100_000 });
    one.vote(anna, 'buried_concession', 'deliver');
    one.vote(deep, 'buried_concession', 'deliver');
    expect(one.flag('buried_concession').status).toBe('open');
  });

  it('the approver stands in for nobody', () => {
    const one = givenFlags();
    one.vote(ruth, 'implied_promise', 'deliver');
    one.vote(anna, 'implied_promise', 'deliver');
    expect(one.flag('implied_promise').status).toBe('open');
  });
});

describe('other decisions', () => {
  it.each([
    ['unusual_support', 'not_sold'],
    ['implied_promise', 'change_order'],
    ['implied_promise', 'ask_customer'],
    ['contradiction', 'not_a_promise'],
    ['contradiction', 'duplicate'],
    ['access_risk', 'answer'],
    ['access_risk', 'assign'],
    ['missing_acceptance_criteria', 'accept_risk'],
  ] as const)('%s: the delivery lead alone can say %s', (type, what) => {
    expect(types(givenFlags().vote(deep, type, what, 'U_ZOE'))).toContain('flag.decided');
  });

  it.each([
    ['implied_promise', 'not_sold'],
    ['implied_promise', 'not_a_promise'],
    ['implied_promise', 'duplicate'],
    ['access_risk', 'accept_risk'],
  ] as const)('high %s: %s takes both sides', (type, what) => {
    const one = givenFlags();
    expect(types(one.vote(deep, type, what))).toEqual(['flag.voted']);
    expect(types(one.vote(anna, type, what))).toEqual(['flag.voted', 'flag.decided']);
  });

  it('a medium promise is called not sold by the account owner, not by delivery alone', () => {
    expect(types(givenFlags().vote(anna, 'contradiction', 'not_sold'))).toEqual(['flag.voted', 'flag.decided']);
    const one = givenFlags();
    expect(types(one.vote(deep, 'contradiction', 'not_sold'))).toEqual(['flag.voted']);
    expect(awaited(one.flag('contradiction'), one.state(), defaultPolicy)).toEqual(['U_ANNA']);
  });

  it('a low one is called not sold by sales alone too', () => {
    expect(types(givenFlags().vote(anna, 'unusual_support', 'not_sold'))).toContain('flag.decided');
  });

  it('a medium risk is accepted by delivery, not by sales', () => {
    expect(types(givenFlags().vote(anna, 'missing_acceptance_criteria', 'accept_risk'))).toEqual(['flag.voted']);
  });

  it('the approver alone decides nothing', () => {
    expect(types(givenFlags().vote(ruth, 'contradiction', 'not_sold'))).toEqual(['flag.voted']);
  });
});

describe('disagreement', () => {
  it('stays open, and the side that has not said the latest word is awaited', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(deep, 'implied_promise', 'not_sold');
    expect(one.flag('implied_promise').status).toBe('open');
    expect(awaited(one.flag('implied_promise'), one.state(), defaultPolicy)).toEqual(['U_ANNA']);
  });

  it('ends when one changes their vote; only the last vote of a person counts', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(deep, 'implied_promise', 'not_sold');
    one.vote(anna, 'implied_promise', 'not_sold');
    expect(one.flag('implied_promise').votes).toHaveLength(2);
    expect(one.flag('implied_promise').decided).toMatchObject({ decision: 'not_sold', by: ['U_DEEP', 'U_ANNA'] });
  });

  it('a vote that was taken back does not settle what it was for', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(anna, 'implied_promise', 'not_sold');
    expect(types(one.vote(deep, 'implied_promise', 'deliver'))).toEqual(['flag.voted']);
  });

  it('before any vote, those are awaited whom delivering it would take', () => {
    const one = givenFlags();
    expect(awaited(one.flag('implied_promise'), one.state(), defaultPolicy)).toEqual(['U_ANNA', 'U_DEEP']);
    expect(awaited(one.flag('unusual_support'), one.state(), defaultPolicy)).toEqual(['U_DEEP']);
  });
});
