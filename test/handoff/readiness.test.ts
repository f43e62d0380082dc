import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/handoff/command.ts';
import { type InputKey, inputSpecs } from '../../src/handoff/inputs.ts';
import { openItems } from '../../src/handoff/open-items.ts';
import { defaultPolicy } from '../../src/handoff/policy.ts';
import { readiness, stageOf } from '../../src/handoff/readiness.ts';
import { anna, call, contract, deep } from './support/deal.ts';
import { given, givenComplete, givenDecided, givenFlags, givenReady, type Stream, signBoth } from './support/given.ts';

const codes = (one: Stream) => [...new Set(one.readiness().missing.map((item) => item.code))];
const stage = (one: Stream) => stageOf(one.state(), one.readiness());
const skipped = (input: InputKey): Command => ({ type: 'skip_input', input, reason: 'does_not_apply', note: 'none' });
const items = (one: Stream) => openItems(one.state(), one.readiness().missing);

describe('readiness', () => {
  it('lists each missing item once, with who must act', () => {
    const { missing } = givenFlags().readiness();
    expect(missing.filter((item) => item.code === 'flag')).toHaveLength(8);
    expect(missing.find((item) => item.about === 'risks')).toMatchObject({ code: 'input', owners: ['U_DEEP'] });
    expect(missing.at(-1)).toMatchObject({ code: 'delivery_signoff', owners: ['U_DEEP'] });
  });

  it('grows on the way, and is 100 only at the end', () => {
    const scores = [given(), given([anna, contract]), givenFlags(), givenDecided(), givenComplete(), givenReady()].map(
      (one) => one.readiness().score,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores.at(0)).toBe(0);
    expect(scores.at(-1)).toBe(100);
    expect(scores.filter((score) => score === 100)).toHaveLength(1);
  });

  it('is ready when nothing is missing', () => {
    expect(givenReady().readiness()).toEqual({ ready: true, score: 100, missing: [] });
  });

  it('a kickoff date that has passed is missing, for the delivery lead', () => {
    const after = readiness(givenReady().state(), defaultPolicy, '2026-12-15');
    expect(after).toMatchObject({ ready: false, score: 99, missing: [{ code: 'kickoff_date', owners: ['U_DEEP'] }] });
    expect(readiness(givenReady().state(), defaultPolicy, '2026-12-14').ready).toBe(true);
  });

  it('without a source nothing waits for a reading: the inputs say whom to ask, and skipped ones wait for nobody', () => {
    expect(codes(given())).not.toContain('analysis');
    const none = given([anna, skipped('agreement')], [anna, skipped('sales_notes')]);
    expect(codes(none)).toEqual(['input', 'sales_signoff', 'delivery_signoff']);
    expect(stage(none)).toBe('review');
  });

  it('a deal without any evidence can be signed, and its score grows like that of any other', () => {
    const one = given(...inputSpecs.map(({ key }) => [anna, skipped(key)] as const));
    expect(codes(one)).toEqual(['sales_signoff', 'delivery_signoff']);
    expect(one.readiness().score).toBe(80);
    expect(signBoth(one).readiness().ready).toBe(true);
  });

  it('a source that was not read is being read, by Baton; before both files are in, only the inputs are asked for', () => {
    const reading = given([anna, contract], [anna, call]).readiness().missing;
    expect(reading.find((item) => item.code === 'analysis')).toMatchObject({
      text: 'The evidence is being read',
      owners: [],
    });
    expect(codes(given([anna, contract]))).not.toContain('analysis');
  });

  it('a change order waits for the account owner, then for those who must say the same', () => {
    const one = givenFlags();
    one.vote(deep, 'buried_concession', 'change_order');
    const owners = () => one.readiness().missing.find((item) => item.code === 'change_order')?.owners;
    expect(owners()).toEqual(['U_ANNA']);
    const id = one.state().changeOrders[0]?.id ?? '';
    one.run(anna, { type: 'settle_change_order', id, status: 'signed', note: '' });
    expect(owners()).toEqual(['U_RUTH']);
  });
});

describe('the stage', () => {
  it.each<[string, () => Stream]>([
    ['intake', () => given()],
    ['intake', () => given([anna, contract])],
    ['review', () => givenFlags()],
    ['review', () => givenDecided()],
    ['signoff', () => givenComplete()],
    ['ready', () => givenReady()],
    ['cancelled', () => given([anna, { type: 'cancel', reason: 'they withdrew' }])],
  ])('is %s', (expected, build) => {
    expect(stage(build())).toBe(expected);
  });

  it('is kickoff once it is scheduled', () => {
    const one = givenReady();
    one.run(deep, { type: 'schedule_kickoff', date: '2026-12-14' });
    expect(stage(one)).toBe('kickoff');
  });
});

describe('open items', () => {
  it('a flag is the duty of each person it waits for, once each, under an id of their own', () => {
    const one = givenFlags();
    const flag = one.flag('implied_promise').flag.id;
    const mine = items(one).filter((item) => item.about === flag);
    expect(mine.map((item) => item.user)).toEqual(['U_ANNA', 'U_DEEP']);
    expect(new Set(items(one).map((item) => item.id)).size).toBe(items(one).length);
  });

  it('a signature is nobody’s duty while other things are missing', () => {
    expect(items(givenFlags()).filter((item) => item.code.endsWith('signoff'))).toEqual([]);
    expect(items(givenComplete()).map((item) => [item.code, item.user])).toEqual([
      ['sales_signoff', 'U_ANNA'],
      ['delivery_signoff', 'U_DEEP'],
    ]);
  });

  it('a question is due on its own day, everything else at kickoff', () => {
    const one = given([
      deep,
      { type: 'ask_question', text: 'Who pays?', owner: 'U_ZOE', due: '2026-11-20', blocking: true },
    ]);
    const due = items(one).map((item) => [item.code, item.due]);
    expect(due).toContainEqual(['question', '2026-11-20']);
    expect(due).toContainEqual(['input', '2026-12-14']);
  });

  it('a cancelled or scheduled handoff leaves none', () => {
    expect(items(given([anna, { type: 'cancel', reason: 'they withdrew' }]))).toEqual([]);
    const one = givenReady();
    one.run(deep, { type: 'schedule_kickoff', date: '2026-12-14' });
    one.run(deep, { type: 'ask_question', text: 'Who pays?', owner: 'U_ZOE', due: '2026-11-20', blocking: true });
    expect(items(one)).toEqual([]);
  });
});
