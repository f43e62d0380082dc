import { describe, expect, it } from 'vitest';
import { fold } from '../../src/handoff/fold.ts';
import { anna, deep, reader } from './support/deal.ts';
import { given, givenFlags } from './support/given.ts';

describe('folding a stream', () => {
  it('an empty one is no handoff', () => {
    expect(fold('h1', [])).toBeNull();
  });

  it('one that does not begin with its opening is an error, not a refusal', () => {
    const [, second] = givenFlags().recorded;
    if (!second) throw new Error('the stream is too short');
    expect(() => fold('h1', [second])).toThrow('does not begin with handoff.opened');
  });

  it('each prefix is the handoff as it stood then', () => {
    const { recorded, id } = givenFlags();
    for (const at of recorded.keys()) expect(fold(id, recorded.slice(0, at + 1))?.revision).toBe(at + 1);
  });

  it('what a part of Baton did is told apart from what a person did', () => {
    const one = given([reader, { type: 'refuse_source', name: 'holiday.mov', code: 'unknown_format' }]);
    expect(one.recorded.map((recorded) => recorded.actor.kind)).toEqual(['person', 'baton']);
  });

  it('the log says who, when and what, and names the event it rests on', () => {
    const one = given([anna, { type: 'skip_input', input: 'stretch', reason: 'does_not_apply', note: 'nothing' }]);
    expect(one.state().log).toEqual([
      { at: '2026-11-16T11:00:00.000Z', by: ['U_ANNA'], what: 'opened the handoff', seq: 1 },
      {
        at: '2026-11-16T11:00:00.000Z',
        by: ['U_ANNA'],
        what: 'skipped “Sold, but a stretch” (does not apply)',
        seq: 2,
      },
    ]);
  });

  it('the log names everybody behind a decision, with each reason once', () => {
    const decided = (...reasons: [string, string]) => {
      const one = givenFlags();
      const flag = one.flag('implied_promise').flag.id;
      for (const [at, who] of [anna, deep].entries())
        one.run(who, { type: 'decide_flag', flag, decision: 'deliver', reason: reasons[at] ?? '', owner: null });
      return one.state().log.at(-1);
    };
    expect(decided('the plan has room', 'the plan has room')).toMatchObject({
      by: ['U_ANNA', 'U_DEEP'],
      what: 'Deliver it: Answer within fifteen minutes is not in the contract (the plan has room)',
    });
    expect(decided('they were told so', 'the plan has room')?.what).toMatch(
      / \(they were told so · the plan has room\)$/,
    );
  });

  it('who said something else is not named, nor their reason', () => {
    const one = givenFlags();
    const flag = one.flag('unusual_support').flag.id;
    one.run(anna, { type: 'decide_flag', flag, decision: 'deliver', reason: 'they like us', owner: null });
    one.run(deep, { type: 'decide_flag', flag, decision: 'not_sold', reason: 'no time', owner: null });
    expect(one.state().log.at(-1)).toMatchObject({
      by: ['U_DEEP'],
      what: 'Not sold: A monthly call nobody planned (no time)',
    });
  });
});
