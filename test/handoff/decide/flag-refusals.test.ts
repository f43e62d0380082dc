import { describe, expect, it } from 'vitest';
import { baton } from '../../../src/handoff/actor.ts';
import type { CommandOf } from '../../../src/handoff/command.ts';
import { anna, deep, opening, ruth, zoe } from '../support/deal.ts';
import { givenFlags, stream } from '../support/given.ts';

const decision = (flag: string, over: Partial<CommandOf<'decide_flag'>> = {}): CommandOf<'decide_flag'> => ({
  type: 'decide_flag',
  flag,
  decision: 'deliver',
  reason: 'the plan has room for it',
  owner: null,
  ...over,
});

describe('a vote is refused', () => {
  const one = givenFlags();
  const promise = one.flag('implied_promise').flag.id;
  const gap = one.flag('access_risk').flag.id;

  it.each([
    ['from an outsider', zoe, decision(promise), 'not_allowed'],
    ['from a part of Baton', baton('analysis'), decision(promise), 'person_needed'],
    ['without a reason', anna, decision(promise, { reason: ' ' }), 'text_needed'],
    ['on a flag that is not there', anna, decision('f_x'), 'flag_gone'],
    ['when it answers a promise', anna, decision(promise, { decision: 'answer' }), 'wrong_decision'],
    ['when it accepts the risk of a promise', anna, decision(promise, { decision: 'accept_risk' }), 'wrong_decision'],
    ['when it delivers a gap', anna, decision(gap), 'wrong_decision'],
    ['when it assigns a gap to nobody', anna, decision(gap, { decision: 'assign' }), 'owner_needed'],
    ['when it calls a gap not sold', anna, decision(gap, { decision: 'not_sold' }), 'wrong_decision'],
  ] as const)('%s', (_, who, command, code) => {
    expect(one.refused(who, command).code).toBe(code);
  });

  it('on a second click', () => {
    const twice = givenFlags();
    twice.vote(anna, 'implied_promise', 'deliver');
    const refusal = twice.refused(anna, decision(promise));
    expect(refusal.code).toBe('already_voted');
    expect(refusal.message).toBe('You already said “Deliver it”. It waits for the delivery lead.');
  });

  it('without an owner to assign it to, at its field', () => {
    expect(one.refused(anna, decision(gap, { decision: 'assign' })).fields).toHaveProperty('owner');
  });

  it('from an outsider, and names the three who may', () => {
    expect(one.refused(zoe, decision(promise)).message).toBe(
      'Only the account owner (<@U_ANNA>), the delivery lead (<@U_DEEP>) or the approver (<@U_RUTH>) can decide this flag.',
    );
    const alone = stream();
    alone.run(anna, opening({ approver: null, value: 90_000 }));
    expect(alone.refused(zoe, decision(promise)).message).toBe(
      'Only the account owner (<@U_ANNA>) or the delivery lead (<@U_DEEP>) can decide this flag.',
    );
  });

  it('once it is decided, and says by whom and what', () => {
    const late = givenFlags();
    late.vote(anna, 'contradiction', 'not_sold');
    const refusal = late.refused(deep, decision(late.flag('contradiction').flag.id));
    expect(refusal.message).toBe('<@U_ANNA> already decided this: Not sold. Nothing was changed.');
    for (const who of [anna, deep]) late.vote(who, 'implied_promise', 'deliver');
    expect(late.refused(ruth, decision(late.flag('implied_promise').flag.id)).message).toBe(
      '<@U_ANNA> and <@U_DEEP> already decided this: Deliver it. Nothing was changed.',
    );
  });
});
