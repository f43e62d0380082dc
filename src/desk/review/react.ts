import { openRanked } from '../../handoff/flag-order.ts';
import { nothingLearned, type Reliability } from '../../handoff/learning.ts';
import type { Policy } from '../../handoff/policy.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { Wanted } from '../../platform/outbox/index.ts';
import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';
import { isNews } from './amended.ts';
import { flagsThread } from './blocks.ts';
import { cardsToShow } from './order.ts';
import { commitmentOf } from './places.ts';

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Everything of a handoff that a flag's card is made of and that can change. */
const partsOf = (handoff: Handoff, id: string): unknown[] => {
  const one = handoff.flags.find((candidate) => candidate.flag.id === id);
  if (!one) return [];
  return [
    one,
    commitmentOf(handoff, one),
    handoff.changeOrders.filter((order) => order.flag === id),
    handoff.team,
    handoff.questions.filter((question) => question.flag === id),
    handoff.cancelled !== null,
  ];
};

const sameCard = (before: Handoff, after: Handoff, id: string): boolean => {
  const [old, now] = [partsOf(before, id), partsOf(after, id)];
  return old.length === now.length && now.every((part, at) => same(part, old[at]));
};

/** What was known of the detectors when the one and the other state stood. */
interface Knew {
  before: Reliability;
  after: Reliability;
}

/** Cards that came, went, or say something else now. Decided ones are asked for too: the sender leaves out those never posted. */
const changedCards = (before: Handoff | null, after: Handoff, policy: Policy, knew: Knew): string[] => {
  const standing = new Set(cardsToShow(after, policy, knew.after));
  if (before === null) return [...standing];
  const stood = new Set(cardsToShow(before, policy, knew.before));
  const decided = after.flags.filter((one) => one.status === 'decided').map((one) => one.flag.id);
  return [...new Set([...standing, ...stood, ...decided])].filter(
    (id) => standing.has(id) !== stood.has(id) || !sameCard(before, after, id),
  );
};

/** Decisions in other handoffs may have moved cards here unseen: those that must stand are asked for whenever a flag changes. */
const mustStand = (before: Handoff | null, after: Handoff, policy: Policy, knew: Knew): string[] =>
  before === null || same(before.flags, after.flags)
    ? []
    : openRanked(after, knew.after)
        .slice(0, policy.openCards)
        .map((one) => one.flag.id);

/** What of the thread "Flags" must be shown again. */
export const reviewReaction =
  (policy: Policy): Reaction =>
  ({ before, after, learned }): Wanted[] => {
    if (after.analysis === null) return [];
    const knew = {
      before: learned?.before() ?? nothingLearned,
      after: learned?.after() ?? nothingLearned,
    };
    const first = before === null || before.analysis === null;
    const head = first || !same(flagsThread(before, policy, knew.before), flagsThread(after, policy, knew.after));
    const changed = changedCards(before, after, policy, knew);
    const cards = learned ? new Set([...changed, ...mustStand(before, after, policy, knew)]) : changed;
    const told = before?.amendments.length ?? 0;
    return [
      ...(head ? [wanted.flags(after.id)] : []),
      ...[...cards].map((id) => wanted.flag(after.id, id)),
      // after the cards, so that it can lead to them
      ...after.amendments
        .slice(told)
        .flatMap((one, at) => (isNews(after, one) ? [wanted.amended(after.id, told + at)] : [])),
    ];
  };
