import { describe, expect, test } from 'vitest';
import { flagCard, flagsThread } from '../../../src/desk/review/blocks.ts';
import { sourceLinksOf } from '../../../src/desk/review/places.ts';
import { reviewNextModal } from '../../../src/desk/review/views.ts';
import { ranked } from '../../../src/handoff/flag-order.ts';
import { decisionsOn, reliability, type Tally, tallied } from '../../../src/handoff/learning.ts';
import { deep } from '../../handoff/support/deal.ts';
import { decide, gap, policy, withFlags } from './flags.ts';
import { expectSound, readable } from './read.ts';

const judged = (name: string, accepted: number, rejected: number, about: Tally['about'] = 'rule'): Tally => ({
  about,
  name,
  accepted,
  rejected,
});
const noisy = reliability([judged('promise.habit', 2, 9)]);
const deal = () =>
  withFlags([
    { ...gap(1, 'high'), rule: 'promise.habit' },
    { ...gap(2, 'low'), rule: 'promise.free' },
    { ...gap(3, 'medium'), rule: 'promise.habit + model' },
  ]);
const texts = (one: ReturnType<typeof deal>, learned = noisy) =>
  ranked(one.state(), learned).map(({ flag }) => flag.text);

describe('what a noisy rule raised', () => {
  test('stands last whatever its severity, and nothing is left out', () => {
    expect(texts(deal(), reliability([]))).toEqual(['Gap 1', 'Gap 3', 'Gap 2']);
    expect(texts(deal())).toEqual(['Gap 3', 'Gap 2', 'Gap 1']);
  });

  test('is gathered as probably noise, with one plain sentence that says why', () => {
    const shown = flagsThread(deal().state(), policy, noisy);
    expectSound(shown);
    const words = readable(shown.blocks);
    expect(words).toContain('*Probably noise* · 1 flag, shown last and decided like any other');
    expect(words).toContain('• Gap 1');
    expect(words).toContain('Flags from “habit stated as promise” were right 2 times of 11, so they stand last.');
    expect(words).toContain('3 to decide');
  });

  test('is not spoken of where it moves nothing', () => {
    const one = withFlags([gap(1, 'high')]);
    expect(readable(flagsThread(one.state(), policy, noisy).blocks)).not.toContain('stand last');
    const few = reliability([judged('promise.habit', 1, 6)]);
    expect(readable(flagsThread(deal().state(), policy, few).blocks)).not.toContain('Probably noise');
  });

  test('waits at the end behind others, and says so', () => {
    const flags = Array.from({ length: 5 }, (_, at) => gap(at + 10, 'low'));
    const one = withFlags([{ ...gap(1, 'high'), rule: 'promise.habit' }, ...flags]);
    const id = one.state().flags.find(({ flag }) => flag.text === 'Gap 1')?.flag.id ?? '';
    const card = flagCard(one.state(), id, policy, sourceLinksOf(one.state()), noisy);
    expect(card.text).toBe('Probably noise, so it waits at the end: “Gap 1”. *Review next* comes to it.');
  });

  test('is come to last in the modal', () => {
    const view = reviewNextModal(deal().state(), 'U_DEEP', policy, undefined, noisy);
    expect(readable(view.blocks)).toContain('Gap 3');
  });
});

test('within a severity those stand first that people will most likely find right', () => {
  const one = withFlags([
    { ...gap(1, 'medium'), rule: 'talk.politics' },
    { ...gap(2, 'medium'), rule: 'promise.free' },
    { ...gap(3, 'high'), rule: 'talk.politics' },
  ]);
  const learned = reliability([judged('promise.free', 6, 0), judged('talk.politics', 3, 4)]);
  expect(texts(one, learned)).toEqual(['Gap 3', 'Gap 2', 'Gap 1']);
});

test('what is decided in the handoff itself does not shuffle its other cards', () => {
  const one = withFlags([
    { ...gap(1, 'medium'), rule: 'talk.politics' },
    { ...gap(2, 'medium'), rule: 'talk.politics' },
    { ...gap(3, 'medium'), rule: 'talk.pointing' },
  ]);
  const first = one.state().flags[0]?.flag.id ?? '';
  decide(one, deep, first, 'not_a_promise');
  const learned = reliability(tallied(decisionsOn(one.state())));
  expect(learned.rules.get('talk.politics')?.share).toBeLessThan(0.6);
  expect(texts(one, learned)).toEqual(['Gap 1', 'Gap 2', 'Gap 3']);
  const elsewhere = reliability([judged('talk.politics', 0, 2)]);
  expect(texts(one, elsewhere)).toEqual(['Gap 3', 'Gap 1', 'Gap 2']);
});

test('a kind of source that was seldom right is said, and its flags come after others of their severity', () => {
  const learned = reliability([judged('call', 1, 9, 'kind')]);
  expect(readable(flagsThread(deal().state(), policy, learned).blocks)).toContain(
    'Flags read in a call transcript were right 1 time of 10, so they come after others of their severity.',
  );
});
