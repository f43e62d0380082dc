import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/handoff/decisions.ts';
import {
  combined,
  decisionsOn,
  type FlagDecision,
  isNoisy,
  nothingLearned,
  reliability,
  tallied,
  worths,
} from '../../src/handoff/learning.ts';
import { analysis, reading } from './support/analysis.ts';
import { anna, call, contract, deep, reader } from './support/deal.ts';
import { given, givenFlags } from './support/given.ts';

const decided = (accepted: boolean, rule = 'promise.habit', kind: FlagDecision['kind'] = 'call'): FlagDecision => ({
  rules: [rule],
  kind,
  accepted,
});
const times = (right: number, wrong: number, rule?: string): FlagDecision[] => [
  ...Array.from({ length: right }, () => decided(true, rule)),
  ...Array.from({ length: wrong }, () => decided(false, rule)),
];
const trackOf = (right: number, wrong: number) => reliability(tallied(times(right, wrong))).rules.get('promise.habit');

describe('how reliable a rule is', () => {
  it('counts what was accepted and rejected, per rule and per kind of source', () => {
    const learned = reliability(tallied([...times(2, 9), decided(true, 'promise.free', 'email')]));
    expect(learned.rules.get('promise.habit')).toMatchObject({ accepted: 2, rejected: 9 });
    expect(learned.rules.get('promise.free')).toMatchObject({ accepted: 1, rejected: 0 });
    expect(learned.kinds.get('call')).toMatchObject({ accepted: 2, rejected: 9 });
    expect(learned.kinds.get('email')).toMatchObject({ accepted: 1, rejected: 0 });
  });

  it.each([
    [0, 0, 2 / 3],
    [1, 0, 3 / 4],
    [0, 1, 2 / 4],
    [2, 9, 4 / 14],
    [80, 20, 82 / 103],
  ])('%i right and %i wrong is a share of %d, drawn towards the prior', (right, wrong, share) => {
    expect(trackOf(right, wrong)?.share ?? 2 / 3).toBeCloseTo(share, 10);
  });

  it.each([
    [0, 7, false],
    [0, 8, true],
    [2, 6, true],
    [3, 5, false],
    [2, 9, true],
    [40, 60, false],
    [38, 62, true],
  ])('%i right and %i wrong is noisy: %s', (right, wrong, noisy) => {
    const track = trackOf(right, wrong);
    expect(track && isNoisy(track)).toBe(noisy);
  });

  it('does not depend on the order of the decisions', () => {
    const one = fc.record({
      rules: fc.uniqueArray(fc.constantFrom('promise.free', 'promise.habit', 'model'), { minLength: 1 }),
      kind: fc.constantFrom('call' as const, 'email' as const, null),
      accepted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one), (decisions) => {
        expect(tallied(decisions.toReversed())).toEqual(tallied(decisions));
      }),
    );
  });

  it('takes off exactly what was added', () => {
    const [all, own] = [tallied([...times(3, 2), decided(false, 'model')]), tallied(times(1, 2))];
    expect(combined(combined(all, own), own, true)).toEqual(all);
    expect(combined(own, own, true)).toEqual([]);
  });
});

const joined = analysis.commitments.map((one) => (one.id === 'k4' ? { ...one, rule: 'promise.habit + model' } : one));
const flags = analysis.flags.map((one) => ({
  ...one,
  rule: one.commitment === 'k4' ? 'promise.habit + model' : one.rule,
}));
const joinedFlags = () => given([anna, contract], [anna, call], [reader, reading({ commitments: joined, flags })]);

describe('what counts as a decision on a rule', () => {
  it.each<[Decision, boolean]>([
    ['deliver', true],
    ['not_sold', true],
    ['change_order', true],
    ['ask_customer', true],
    ['not_a_promise', false],
    ['duplicate', false],
  ])('%s accepts the flag: %s', (decision, accepted) => {
    const one = givenFlags();
    for (const who of [anna, deep])
      if (one.flag('contradiction').status === 'open') one.vote(who, 'contradiction', decision);
    expect(decisionsOn(one.state())).toEqual([{ rules: ['by hand'], kind: 'call', accepted }]);
  });

  it('a finding of rules and model counts for both', () => {
    const one = joinedFlags();
    one.vote(anna, 'implied_promise', 'not_a_promise');
    one.vote(deep, 'implied_promise', 'not_a_promise');
    const learned = reliability(tallied(decisionsOn(one.state())));
    expect([...learned.rules.keys()]).toEqual(['model', 'promise.habit']);
  });

  it('a vote that waits for another counts nothing, and a decision taken back counts no more', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    expect(decisionsOn(one.state())).toEqual([]);
    one.vote(deep, 'implied_promise', 'deliver');
    expect(decisionsOn(one.state())).toHaveLength(1);
    one.run(deep, {
      type: 'reopen_flag',
      flag: one.flag('implied_promise').flag.id,
      reason: 'they changed their mind',
    });
    expect(decisionsOn(one.state())).toEqual([]);
  });
});

describe('what a flag is worth looking at', () => {
  const worthOf = (one: ReturnType<typeof givenFlags>, learned = nothingLearned) =>
    worths(one.state(), learned).get(one.flag('implied_promise').flag.id);

  it('is how sure the analyst is, times how reliable its rule and its source were', () => {
    expect(worthOf(givenFlags())?.expected).toBeCloseTo((2 / 3) * 0.8, 10);
    const good = reliability(tallied(times(9, 0, 'by hand')));
    expect(worthOf(givenFlags(), good)?.expected).toBeCloseTo((11 / 12) * 0.8, 10);
  });

  it('is noise only when every rule behind it is noisy', () => {
    const habit = tallied(times(2, 9).map((one) => ({ ...one, kind: null })));
    expect(worthOf(joinedFlags(), reliability(habit))?.noisy).toEqual([]);
    const both = reliability(combined(habit, tallied(times(0, 9, 'model'))));
    expect(worthOf(joinedFlags(), both)?.noisy).toEqual(['promise.habit', 'model']);
  });
});
