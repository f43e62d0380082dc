import type { Policy } from '../../handoff/policy.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { Wanted } from '../../platform/outbox/index.ts';
import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';
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

/** Cards that came, went, or say something else now. Decided ones are asked for too: the sender leaves out those never posted. */
const changedCards = (before: Handoff | null, after: Handoff, policy: Policy): string[] => {
  const standing = new Set(cardsToShow(after, policy));
  if (before === null) return [...standing];
  const stood = new Set(cardsToShow(before, policy));
  const decided = after.flags.filter((one) => one.status === 'decided').map((one) => one.flag.id);
  return [...new Set([...standing, ...stood, ...decided])].filter(
    (id) => standing.has(id) !== stood.has(id) || !sameCard(before, after, id),
  );
};

/** What of the thread "Flags" must be shown again. */
export const reviewReaction =
  (policy: Policy): Reaction =>
  ({ before, after }): Wanted[] => {
    if (after.analysis === null) return [];
    const first = before === null || before.analysis === null;
    const head = first || !same(flagsThread(before, policy), flagsThread(after, policy));
    return [
      ...(head ? [wanted.flags(after.id)] : []),
      ...changedCards(before, after, policy).map((id) => wanted.flag(after.id, id)),
    ];
  };
