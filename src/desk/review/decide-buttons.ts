import type { ActionsBlock, Overflow } from '@slack/types';
import { z } from 'zod';
import { type Decision, decisionsFor, titleFor } from '../../handoff/decisions.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { actions, button, option } from '../kit/blocks.ts';

const letters = { n: 'not_a_promise', d: 'duplicate' } as const;

/** What an entry of the overflow menu carries: three words in 75 characters (Slack's limit), where a flag's id alone may take 45. */
export const MoreValue = z
  .tuple([z.string(), z.string(), z.enum(['n', 'd'])])
  .transform(([h, flag, letter]) => ({ h, flag, decision: letters[letter] }));

const moreMenu = (handoff: Handoff, { flag }: FlagState): Overflow => ({
  type: 'overflow',
  action_id: 'flag.more',
  options: (['n', 'd'] as const).map((letter) =>
    option(titleFor(flag, letters[letter]), JSON.stringify([handoff.id, flag.id, letter])),
  ),
});

const inMenu: ReadonlySet<Decision> = new Set(Object.values(letters));

/** One button for each decision that accepts the flag as right; what rejects the flag itself stands in the menu. */
export const decideButtons = (handoff: Handoff, one: FlagState): ActionsBlock[] => {
  const decisions = decisionsFor(one.flag).filter((decision) => !inMenu.has(decision));
  return actions(
    ...decisions.map((decision, at) =>
      button({
        text: titleFor(one.flag, decision),
        action: `flag.decide.${decision}`,
        value: { h: handoff.id, flag: one.flag.id, decision },
        // against the contract no way out is the usual one
        ...(at === 0 && one.flag.type !== 'contradiction' ? { style: 'primary' as const } : {}),
      }),
    ),
    moreMenu(handoff, one),
  );
};
