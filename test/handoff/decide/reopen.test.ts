import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/handoff/state.ts';
import { reading } from '../support/analysis.ts';
import { anna, deep, reader, ruth, zoe } from '../support/deal.ts';
import { givenFlags, givenReady } from '../support/given.ts';

const take = (flag: string, reason = 'They sent an amendment.') => ({ type: 'reopen_flag' as const, flag, reason });

describe('taking a decision back', () => {
  const decided = () => {
    const one = givenFlags();
    for (const who of [anna, deep])
      if (one.flag('contradiction').status === 'open') one.vote(who, 'contradiction', 'change_order');
    return { one, id: one.flag('contradiction').flag.id };
  };

  it('opens the flag without votes, lets its change order fall, and says so in the log', () => {
    const { one, id } = decided();
    expect(one.run(anna, take(id)).map((event) => event.type)).toEqual(['change_order.settled', 'flag.reopened']);
    expect(one.flag('contradiction')).toMatchObject({ status: 'open', votes: [], decided: null });
    expect(one.state().log.at(-1)?.what).toContain('took the decision back (They sent an amendment.)');
  });

  it('survives an analysis that no longer raises the flag, until it is decided anew', () => {
    const { one, id } = decided();
    one.run(anna, take(id));
    const without = reading();
    one.run(reader, { ...without, analysis: { ...without.analysis, flags: [], commitments: [] } });
    expect(one.flag('contradiction')).toMatchObject({ status: 'open', withdrawn: false });
    const promise = one
      .state()
      .commitments.find((commitment) => commitment.id === one.flag('contradiction').flag.commitment);
    expect(promise && standingOf(one.state(), promise)).toBe('proposed');
  });

  it('is for the owners, with a reason, on a decided flag', () => {
    const { one, id } = decided();
    for (const who of [zoe, ruth]) expect(one.refused(who, take(id)).code).toBe('not_allowed');
    expect(one.refused(anna, take(id, ' ')).fields).toHaveProperty('reason');
    one.run(anna, take(id));
    expect(one.refused(anna, take(id)).code).toBe('still_open');
  });

  it('is refused once its change order is signed, and not because one was declined', () => {
    const { one, id } = decided();
    const settle = (status: 'signed' | 'declined') =>
      one.run(one.flag('contradiction').decided?.by[0] === 'U_ANNA' ? deep : anna, {
        type: 'settle_change_order',
        id: one.state().changeOrders.at(-1)?.id ?? '',
        status,
        note: '',
      });
    settle('declined');
    one.run(anna, take(id));
    one.vote(anna, 'contradiction', 'change_order');
    settle('signed');
    expect(one.refused(anna, take(id)).message).toBe(
      'A signed change order cannot be taken back here; add the amendment as a signed document.',
    );
  });

  it('voids both signatures', () => {
    const one = givenReady();
    const first = one.state().flags.find((flag) => flag.status === 'decided')?.flag.id ?? '';
    one.run(anna, take(first));
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual([
      'a decision was taken back',
      'a decision was taken back',
    ]);
  });
});
