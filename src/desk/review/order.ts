import type { Policy } from '../../handoff/policy.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { awaited } from '../../handoff/votes.ts';
import { severities } from './words.ts';

/** Flags that still say something, most severe first; within a severity in the order of the analysis. */
export const ranked = (handoff: Handoff): FlagState[] =>
  handoff.flags
    .filter((one) => !one.withdrawn)
    .sort((a, b) => severities.indexOf(a.flag.severity) - severities.indexOf(b.flag.severity));

export const openRanked = (handoff: Handoff): FlagState[] => ranked(handoff).filter((one) => one.status === 'open');

export const openLow = (handoff: Handoff): FlagState[] =>
  handoff.flags.filter((one) => one.status === 'open' && one.flag.severity === 'low');

/** The open flags that wait for this person, most severe first. */
export const waitingFor = (handoff: Handoff, user: string, policy: Policy): FlagState[] =>
  openRanked(handoff).filter((one) => awaited(one, handoff, policy).includes(user));

const leavesLine = (handoff: Handoff, one: FlagState): boolean =>
  handoff.changeOrders.some((order) => order.flag === one.flag.id) || (!one.withdrawn && one.flag.severity !== 'low');

/**
 * The flags whose cards are posted: the most severe open ones, at most `policy.openCards`, and a line for each decision that
 * the channel should see. Low flags decided together leave none, unless their card stood there already (the sender knows).
 */
export const cardsToShow = (handoff: Handoff, policy: Policy): string[] => {
  const open = openRanked(handoff).slice(0, policy.openCards);
  const decided = handoff.flags.filter((one) => one.status === 'decided' && leavesLine(handoff, one));
  return [...open, ...decided].map((one) => one.flag.id);
};
