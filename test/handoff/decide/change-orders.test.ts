import { describe, expect, it } from 'vitest';
import type { ChangeOrderOutcome } from '../../../src/handoff/events.ts';
import { standingOf } from '../../../src/handoff/state.ts';
import type { FlagType } from '../../../src/handoff/vocabulary.ts';
import { analysis, reading } from '../support/analysis.ts';
import { anna, deep, reader, ruth } from '../support/deal.ts';
import { givenFlags, type Stream, types } from '../support/given.ts';

const chosen = (who: typeof anna, type: FlagType): Stream => {
  const one = givenFlags();
  one.vote(who, type, 'change_order');
  return one;
};
const ends = (one: Stream, status: ChangeOrderOutcome) => ({
  type: 'settle_change_order' as const,
  id: one.state().changeOrders[0]?.id ?? '',
  status,
  note: '',
});
const standing = (one: Stream) => {
  const about = one.state().changeOrders[0]?.flag;
  const id = one.state().flags.find((state) => state.flag.id === about)?.flag.commitment;
  const commitment = one.state().commitments.find((found) => found.id === id);
  return commitment && standingOf(one.state(), commitment);
};

describe('how a change order ended is not one person’s word where the decision takes two', () => {
  it.each(['signed', 'declined'] as const)('who chose it on a high flag cannot also say that it is %s', (status) => {
    for (const [chooser, other] of [[anna, deep] as const, [deep, anna] as const]) {
      const one = chosen(chooser, 'implied_promise');
      expect(types(one.run(chooser, ends(one, status)))).toEqual(['change_order.voted']);
      expect(one.state().changeOrders[0]?.status).toBe('drafted');
      expect(standing(one)).toBe('change_order');
      expect(one.refused(chooser, ends(one, status)).message).toBe(
        `You already said that it is ${status}. It waits for the ${other === anna ? 'account owner' : 'delivery lead'} to say the same.`,
      );
      expect(types(one.run(other, ends(one, status)))).toEqual(['change_order.voted', 'change_order.settled']);
      expect(one.state().log.at(-1)).toMatchObject({ what: `change order ${status}` });
    }
  });

  it('where delivering takes three, all three stand behind the signature', () => {
    const one = chosen(anna, 'buried_concession');
    one.run(deep, ends(one, 'signed'));
    expect(one.state().changeOrders[0]?.status).toBe('drafted');
    one.run(ruth, ends(one, 'signed'));
    expect(one.state().changeOrders[0]?.status).toBe('signed');
    expect(one.state().log.at(-1)?.by).toEqual(['U_DEEP', 'U_RUTH']);
  });

  it('the other side’s word is enough; it was one side that chose it', () => {
    const one = chosen(deep, 'implied_promise');
    one.run(anna, ends(one, 'declined'));
    expect(standing(one)).toBe('not_sold');
  });

  it('who has no say in the outcome is refused, and told who has', () => {
    const low = chosen(anna, 'unusual_support');
    expect(low.refused(anna, ends(low, 'signed')).message).toBe(
      'Only the delivery lead (<@U_DEEP>) can say that this change order is signed.',
    );
    const medium = chosen(deep, 'contradiction');
    expect(medium.refused(deep, ends(medium, 'declined')).message).toBe(
      'Only the account owner (<@U_ANNA>) can say that this change order is declined.',
    );
    const high = chosen(anna, 'implied_promise');
    expect(high.refused(ruth, ends(high, 'signed')).code).toBe('not_allowed');
  });

  it('stays light where one word would do: a low one is declined by whoever chose it, signed by delivery', () => {
    const declined = chosen(anna, 'unusual_support');
    expect(types(declined.run(anna, ends(declined, 'declined')))).toContain('change_order.settled');
    const signed = chosen(deep, 'unusual_support');
    expect(types(signed.run(deep, ends(signed, 'signed')))).toContain('change_order.settled');
  });

  it('two who say otherwise settle nothing, also when one of them chose it, until one changes their word', () => {
    const one = chosen(anna, 'implied_promise');
    one.run(anna, ends(one, 'signed'));
    expect(types(one.run(deep, ends(one, 'declined')))).toEqual(['change_order.voted']);
    expect(one.state().changeOrders[0]?.status).toBe('drafted');
    one.run(anna, ends(one, 'declined'));
    expect(one.state().changeOrders[0]?.status).toBe('declined');
    expect(one.state().log.at(-1)?.by).toEqual(['U_DEEP', 'U_ANNA']);
  });

  it('a word that a lighter flag makes enough counts when it is said again', () => {
    const one = chosen(anna, 'implied_promise');
    one.run(anna, ends(one, 'declined'));
    const flags = analysis.flags.map((flag) =>
      flag.type === 'implied_promise' ? { ...flag, severity: 'low' as const } : flag,
    );
    one.run(reader, reading({ flags }));
    expect(types(one.run(anna, ends(one, 'declined')))).toContain('change_order.settled');
  });

  it('a word is no content of the packet: it voids nothing and makes no version', () => {
    const one = chosen(anna, 'implied_promise');
    const version = one.state().packetVersion;
    one.run(anna, ends(one, 'signed'));
    expect(one.state().packetVersion).toBe(version);
  });
});
