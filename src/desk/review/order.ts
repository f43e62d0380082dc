import { openRanked } from '../../handoff/flag-order.ts';
import { nothingLearned, type Reliability } from '../../handoff/learning.ts';
import type { Policy } from '../../handoff/policy.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { awaited } from '../../handoff/votes.ts';

export const openLow = (handoff: Handoff): FlagState[] =>
  handoff.flags.filter((one) => one.status === 'open' && one.flag.severity === 'low');

/** The open flags that wait for this person, most severe first. */
export const waitingFor = (
  handoff: Handoff,
  user: string,
  policy: Policy,
  learned: Reliability = nothingLearned,
): FlagState[] => openRanked(handoff, learned).filter((one) => awaited(one, handoff, policy).includes(user));

const leavesLine = (handoff: Handoff, one: FlagState): boolean =>
  handoff.changeOrders.some((order) => order.flag === one.flag.id) || (!one.withdrawn && one.flag.severity !== 'low');

/**
 * The flags whose cards are posted: the first open ones, at most `policy.openCards`, and a line for each decision that
 * the channel should see. Low flags decided together leave none, unless their card stood there already (the sender knows).
 */
export const cardsToShow = (handoff: Handoff, policy: Policy, learned: Reliability = nothingLearned): string[] => {
  const open = openRanked(handoff, learned).slice(0, policy.openCards);
  const decided = handoff.flags.filter((one) => one.status === 'decided' && leavesLine(handoff, one));
  return [...open, ...decided].map((one) => one.flag.id);
};
