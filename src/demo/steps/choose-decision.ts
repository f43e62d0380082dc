import { type Decision, isPromise } from '../../handoff/decisions.ts';
import { defaultPolicy, votesNeeded } from '../../handoff/policy.ts';
import type { Role } from '../../handoff/roles.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';

const forPromises: Decision[] = ['deliver', 'not_sold', 'change_order', 'ask_customer', 'not_a_promise'];
const forGaps: Decision[] = ['answer', 'assign', 'accept_risk', 'ask_customer', 'not_a_promise'];

/** Roles whose people must all say the same, or one of whom is enough. */
export const rolesFor = (
  { flag }: FlagState,
  decision: Decision,
  { deal, team }: Handoff,
): { all: Role[] } | { any: Role[] } => votesNeeded(flag, decision, { value: deal.value, team }, defaultPolicy);

const needsApprover = (one: FlagState, handoff: Handoff): boolean => {
  const needed = rolesFor(one, 'deliver', handoff);
  return isPromise(one.flag) && 'all' in needed && needed.all.includes('approver');
};

/** The decision that was taken least often so far, so that each is met; a promise that needs the approver is delivered once.
 * What the customer was asked about already is not asked again. */
export const chooseDecision = (
  one: FlagState,
  handoff: Handoff,
  taken: ReadonlyMap<Decision, number>,
  approverMet: boolean,
): Decision => {
  if (!approverMet && needsApprover(one, handoff)) return 'deliver';
  const asked = handoff.questions.some((question) => question.flag === one.flag.id);
  const fitting = (isPromise(one.flag) ? forPromises : forGaps).filter(
    (decision) => !(asked && (decision === 'ask_customer' || decision === 'assign')),
  );
  const count = (decision: Decision): number => taken.get(decision) ?? 0;
  return fitting.reduce((best, next) => (count(next) < count(best) ? next : best));
};

/** Decisions of which a handoff with such flags should have seen at least one. */
export const hopedFor = (flags: readonly FlagState[]): Decision[] => [
  ...(flags.some((one) => isPromise(one.flag)) ? forPromises : []),
  ...(flags.some((one) => !isPromise(one.flag)) ? forGaps.slice(0, 3) : []),
];
