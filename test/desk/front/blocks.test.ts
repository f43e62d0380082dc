import { describe, expect, test } from 'vitest';
import { deskMessage } from '../../../src/desk/front/blocks.ts';
import { anna, deep } from '../../handoff/support/deal.ts';
import { given, givenComplete, givenFlags, givenReady, type Stream } from '../../handoff/support/given.ts';
import { actionIds, every, expectSound, readable } from '../review/read.ts';

const desk = (one: Stream) =>
  deskMessage(one.state(), one.readiness(), { today: '2026-11-16', until: 'kickoff in 10 business days', absent: [] });

describe('the desk', () => {
  test('says when kickoff is without saying kickoff twice', () => {
    const shown = desk(given());
    expect(readable(shown.blocks)).toMatch(/\*Kickoff\* .* · in 10 business days/);
    expectSound(shown);
  });

  test('names what is decided next by the words that were said, and by whom', () => {
    const text = readable(desk(givenFlags(...answers)).blocks);
    expect(text).toContain(' decide: “You will get an answer within fifteen minutes, at night too.”');
    expect(text).not.toContain('decides');
  });

  test('names a signature as what somebody does', () => {
    expect(readable(desk(givenComplete()).blocks)).toContain('<@U_ANNA> signs for sales');
  });

  test('when everything is in place, scheduling is the one thing to do', () => {
    const shown = desk(givenReady());
    expect(actionIds(shown.blocks)).not.toContain('desk.next');
    expect(every(shown.blocks, 'style')).toEqual(['primary']);
    expect(actionIds(shown.blocks)).toContain('kickoff.open');
  });

  test('once kickoff is scheduled it cannot be scheduled but moved, and open questions are not denied', () => {
    const one = givenReady();
    one.run(deep, { type: 'schedule_kickoff', date: one.state().deal.kickoffDate });
    const shown = desk(one);
    expect(readable(shown.blocks)).toContain('Kickoff is scheduled. 1 question is still open.');
    expect(actionIds(shown.blocks)).not.toContain('kickoff.open');
    for (const words of ['Move the kickoff date', 'Hand a role to somebody else'])
      expect(JSON.stringify(shown.blocks)).toContain(words);
    expectSound(shown);
  });
});

const skip = (input: 'buyer_goal' | 'scope' | 'stakeholders' | 'risks' | 'success_criteria' | 'stretch') =>
  [
    ['risks', 'success_criteria'].includes(input) ? deep : anna,
    { type: 'skip_input', input, reason: 'does_not_apply', note: 'nothing of the kind in this deal' },
  ] as const;
const answers = (['buyer_goal', 'scope', 'stakeholders', 'risks', 'success_criteria', 'stretch'] as const).map(skip);
