import { describe, expect, test } from 'vitest';
import { lowFlagsModal, lowResult } from '../../../src/desk/review/low-flags.ts';
import { flagModal, reviewNextModal } from '../../../src/desk/review/views.ts';
import { type Decision, decisionsFor } from '../../../src/handoff/decisions.ts';
import { anna, deep } from '../../handoff/support/deal.ts';
import { givenFlags } from '../../handoff/support/given.ts';
import { at, decide, gap, idOf, many, policy, withFlags } from './flags.ts';
import { every, expectSoundModal, live, readable } from './read.ts';

const fields = (view: ReturnType<typeof flagModal>) => every(view.blocks, 'block_id');

describe('the modal of a flag', () => {
  test('shows quote, clause and what the decision does, and asks for reason and owner', () => {
    const one = givenFlags();
    const view = flagModal(one.state(), idOf(one, 'implied_promise'), 'deliver', policy);
    expect(view.title.text).toBe('Deliver it');
    expect(view.callback_id).toBe('flag.decide');
    const text = readable(view.blocks);
    expect(text).toContain('>“You will get an answer within fifteen minutes');
    expect(text).toContain('*Contract:* nothing covers this.');
    expect(text).toContain(
      '*Deliver it:* It becomes part of what we deliver, beyond the contract.\nNeeds the word of: account owner and delivery lead.',
    );
    expect(fields(view)).toEqual(['reason', 'owner']);
    expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({
      h: 'h1',
      flag: idOf(one, 'implied_promise'),
      decision: 'deliver',
    });
    expectSoundModal(view);
  });

  test('asks for the decision first when none was chosen, and says who each takes', () => {
    const one = givenFlags();
    const view = flagModal(one.state(), idOf(one, 'buried_concession'), undefined, policy);
    expect(fields(view)).toEqual(['decision', 'reason', 'owner']);
    expect(readable(view.blocks)).toContain('Deliver it\nNeeds account owner, delivery lead and approver');
    expectSoundModal(view);
  });

  test('has an owner where one makes sense, and must have one to assign', () => {
    const one = givenFlags();
    const gapId = idOf(one, 'access_risk');
    const promise = idOf(one, 'implied_promise');
    const ownerOf = (flag: string, decision: Decision) =>
      flagModal(one.state(), flag, decision, policy).blocks.find((block) => block.block_id === 'owner');
    expect(ownerOf(gapId, 'assign')).toMatchObject({ optional: false });
    expect(ownerOf(gapId, 'accept_risk')).toMatchObject({ optional: true });
    expect(ownerOf(promise, 'not_sold')).toBeUndefined();
    expect(ownerOf(gapId, 'answer')).toBeUndefined();
  });

  test('shows a long quote in full, and Slack takes it', () => {
    for (const unit of ['word & <more> ', '&', 'x']) {
      const quote = unit
        .repeat(Math.ceil(5_000 / unit.length))
        .slice(0, 5_000)
        .trim();
      const one = withFlags([{ ...gap(1, 'high', quote), commitment: 'k4', text: quote, why: quote }]);
      const view = flagModal(one.state(), one.state().flags[0]?.flag.id ?? '', undefined, policy);
      expectSoundModal(view);
      const shown = readable(view.blocks)
        .split('\n')
        .filter((line) => line.startsWith('>'))
        .map((line) => line.slice(1))
        .join('')
        .replace(/[“”\s]/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      expect(shown).toBe(quote.replace(/\s/g, ''));
    }
  });

  test('keeps hostile text inert', () => {
    const hostile = '<!channel> <@U123> https://evil.example/x';
    const one = withFlags([
      { ...gap(1, 'high', hostile), text: hostile, why: hostile, evidence: [at(hostile, hostile)] },
    ]);
    const view = flagModal(one.state(), one.state().flags[0]?.flag.id ?? '', undefined, policy);
    expect(live(readable(view.blocks))).toEqual([]);
  });

  test('says so when the flag is decided or gone', () => {
    const one = givenFlags();
    decide(one, anna, idOf(one, 'contradiction'), 'not_sold');
    expect(readable(flagModal(one.state(), idOf(one, 'contradiction'), undefined, policy).blocks)).toBe(
      '<@U_ANNA> already decided this: Not sold. Nothing was changed.',
    );
    expect(flagModal(one.state(), 'f_gone', undefined, policy).title.text).toBe('This flag is gone');
  });

  test('stands for every decision of every kind of flag', () => {
    const one = givenFlags();
    for (const { flag } of one.state().flags)
      for (const decision of decisionsFor(flag)) expectSoundModal(flagModal(one.state(), flag.id, decision, policy));
  });
});

describe('review next', () => {
  const metadata = (view: ReturnType<typeof flagModal>) => JSON.parse(view.private_metadata ?? '{}');

  test('goes through what waits for this person, most severe first, with progress', () => {
    const one = givenFlags();
    const seen: string[] = [];
    let view = reviewNextModal(one.state(), 'U_DEEP', policy);
    expect(readable(view.blocks)).toContain('1 of 8, most severe first');
    for (let round = 0; round < 8; round += 1) {
      const { flag, at: place, of } = metadata(view);
      seen.push(flag);
      expect([place, of]).toEqual([round + 1, 8]);
      expectSoundModal(view);
      one.run(deep, { type: 'decide_flag', flag, decision: 'ask_customer', reason: 'they must know', owner: null });
      view = reviewNextModal(one.state(), 'U_DEEP', policy, { flag, at: place, of });
    }
    const severity = (id: string) => one.state().flags.find((each) => each.flag.id === id)?.flag.severity;
    expect(seen.map(severity)).toEqual(['high', 'high', 'high', 'medium', 'medium', 'low', 'low', 'low']);
    expect(readable(view.blocks)).toBe('Every flag is decided.');
  });

  test('passes over what was left for later, and says how many those are', () => {
    const one = many(2);
    const first = metadata(reviewNextModal(one.state(), 'U_DEEP', policy));
    const second = metadata(reviewNextModal(one.state(), 'U_DEEP', policy, first));
    expect(second.flag).not.toBe(first.flag);
    expect(readable(reviewNextModal(one.state(), 'U_DEEP', policy, second).blocks)).toBe(
      'You left 2 for later. *Review next* brings them back.',
    );
  });

  test('says how many wait for others', () => {
    const one = givenFlags();
    expect(readable(reviewNextModal(one.state(), 'U_ZOE', policy).blocks)).toBe('8 flags still wait for others.');
  });
});

describe('the low ones together', () => {
  test('are all ticked, promises apart from gaps, with the decisions that fit', () => {
    const one = givenFlags();
    const view = lowFlagsModal(one.state());
    expect(fields(view)).toEqual(['take.promises.0', 'take.gaps.0', 'decision', 'reason']);
    expect(every(every(view.blocks, 'initial_options'), 'value')).toHaveLength(3);
    expect(readable(view.blocks)).toContain('Deliver it\nFor promises only');
    expect(readable(view.blocks)).toContain('Ask the customer\nNot a promise / Not a gap\nDuplicate');
    expectSoundModal(view);
  });

  test('come forty at a time, in groups of ten', () => {
    const view = lowFlagsModal(many(212, 'low').state());
    expect(fields(view)).toEqual(['take.gaps.0', 'take.gaps.1', 'take.gaps.2', 'take.gaps.3', 'decision', 'reason']);
    expect(readable(view.blocks)).toContain('The first 40 are here, 172 come next.');
    expectSoundModal(view);
  });

  test('say what became of them', () => {
    const one = givenFlags();
    const before = one.state();
    const low = before.flags.filter((each) => each.flag.severity === 'low').map((each) => each.flag.id);
    one.run(anna, { type: 'decide_flags', flags: low, decision: 'deliver', reason: 'small enough' });
    expect(readable(lowResult(one.state(), low, before, 'small enough').blocks)).toBe(
      '1 waits for the other side to say the same.\n2 left as they were: the decision does not fit, or you said it before.',
    );
    const then = one.state();
    one.run(deep, { type: 'decide_flags', flags: low, decision: 'duplicate', reason: 'said above' });
    expect(readable(lowResult(one.state(), low, then, 'said above').blocks)).toBe('3 flags decided: said above');
    expect(readable(lowFlagsModal(one.state()).blocks)).toContain('No low flag is open any more.');
  });
});
