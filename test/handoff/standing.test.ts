import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/handoff/decisions.ts';
import type { ChangeOrderStatus } from '../../src/handoff/events.ts';
import { proposals } from '../../src/handoff/proposals.ts';
import { type Standing, standingOf } from '../../src/handoff/state.ts';
import type { FlagType } from '../../src/handoff/vocabulary.ts';
import { analysis, reading } from './support/analysis.ts';
import { anna, deep, reader } from './support/deal.ts';
import { givenFlags, type Stream } from './support/given.ts';

const standing = (one: Stream, text: string): Standing => {
  const commitment = one.state().commitments.find((found) => found.text === text);
  if (!commitment) throw new Error(`no commitment ${text}`);
  return standingOf(one.state(), commitment);
};
const tick = (one: Stream, text: string) => {
  const ids = proposals(one.state(), 'commitments').filter((proposal) => proposal.text === text);
  one.run(anna, { type: 'answer_input', input: 'scope', text: '', accepted: ids.map((proposal) => proposal.id) });
};

describe('the standing of a commitment', () => {
  it('what the contract covers is proposed until a person ticks it', () => {
    const one = givenFlags();
    expect(standing(one, 'Training of four operators')).toBe('proposed');
    tick(one, 'Training of four operators');
    expect(standing(one, 'Training of four operators')).toBe('covered');
  });

  it.each<[FlagType, string, Decision, Standing]>([
    ['contradiction', 'Readings kept for ten years', 'deliver', 'deliver'],
    ['contradiction', 'Readings kept for ten years', 'not_sold', 'not_sold'],
    ['contradiction', 'Readings kept for ten years', 'change_order', 'change_order'],
    ['contradiction', 'Readings kept for ten years', 'ask_customer', 'asked'],
    ['contradiction', 'Readings kept for ten years', 'not_a_promise', 'not_a_promise'],
    ['contradiction', 'Readings kept for ten years', 'duplicate', 'not_a_promise'],
  ])('%s on “%s” decided as %s: %s', (type, text, decision, expected) => {
    const one = givenFlags();
    expect(standing(one, text)).toBe('proposed');
    one.vote(anna, type, decision);
    if (one.flag(type).status === 'open') one.vote(deep, type, decision);
    expect(standing(one, text)).toBe(expected);
  });

  it('one vote of two leaves it proposed', () => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'deliver');
    expect(standing(one, 'Readings kept for ten years')).toBe('proposed');
  });

  it('a tick does not outweigh a flag that is still open', () => {
    const one = givenFlags();
    tick(one, 'Commissioning of a weather station');
    expect(one.state().accepted).toHaveLength(1);
    expect(standing(one, 'Commissioning of a weather station')).toBe('proposed');
  });

  it.each<[ChangeOrderStatus, Standing]>([
    ['sent', 'change_order'],
    ['signed', 'change_order'],
    ['declined', 'not_sold'],
  ])('a change order that is %s: %s', (status, expected) => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'change_order');
    const id = one.state().changeOrders[0]?.id ?? '';
    one.run(anna, { type: 'settle_change_order', id, status, note: '' });
    expect(standing(one, 'Readings kept for ten years')).toBe(expected);
  });

  it('a second flag that is still open keeps it proposed', () => {
    const doubt = { type: 'feasibility', severity: 'medium', text: 'A colleague doubts it', commitment: 'k5' } as const;
    const flags = analysis.flags.map((flag) => (flag.type === 'access_risk' ? { ...flag, ...doubt } : flag));
    const one = givenFlags([reader, reading({ flags })]);
    one.vote(anna, 'contradiction', 'not_sold');
    expect(standing(one, 'Readings kept for ten years')).toBe('proposed');
    one.vote(deep, 'feasibility', 'accept_risk');
    expect(standing(one, 'Readings kept for ten years')).toBe('not_sold');
  });

  it.each<Decision>(['answer', 'accept_risk', 'assign', 'not_a_promise', 'duplicate'])(
    'a gap about a covered commitment, settled by %s, neither removes nor commits it',
    (decision) => {
      const one = givenFlags();
      one.vote(deep, 'missing_acceptance_criteria', decision, 'U_ZOE');
      expect(one.flag('missing_acceptance_criteria').status).toBe('decided');
      expect(standing(one, 'Commissioning of a weather station')).toBe('proposed');
      tick(one, 'Commissioning of a weather station');
      expect(standing(one, 'Commissioning of a weather station')).toBe('covered');
    },
  );
});
