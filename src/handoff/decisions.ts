import { z } from 'zod';
import type { Flag } from './analysis.ts';
import type { FlagType } from './vocabulary.ts';

/** What can be said of a flag. The last two reject the flag itself and count against the rule that raised it. */
export const Decision = z.enum([
  'deliver',
  'not_sold',
  'change_order',
  'ask_customer',
  'answer',
  'assign',
  'accept_risk',
  'not_a_promise',
  'duplicate',
]);
export type Decision = z.infer<typeof Decision>;

export const decisionTitle: Record<Decision, string> = {
  deliver: 'Deliver it',
  not_sold: 'Not sold',
  change_order: 'Change order',
  ask_customer: 'Ask the customer',
  answer: 'Answer',
  assign: 'Assign',
  accept_risk: 'Accept the risk',
  not_a_promise: 'Not a promise',
  duplicate: 'Duplicate',
};

const promiseTypes: ReadonlySet<FlagType> = new Set([
  'implied_promise',
  'contradiction',
  'scope_exception',
  'timeline_assumption',
  'buried_concession',
  'unusual_support',
  'unsupported_guarantee',
  'legal_language',
]);

/** A promise is delivered, refused, priced or asked about; a gap is answered, assigned or accepted. */
export const isPromise = (flag: Pick<Flag, 'type' | 'commitment'>): boolean =>
  flag.commitment !== null && promiseTypes.has(flag.type);

export const decisionsFor = (flag: Pick<Flag, 'type' | 'commitment'>): Decision[] =>
  isPromise(flag)
    ? ['deliver', 'not_sold', 'change_order', 'ask_customer', 'not_a_promise', 'duplicate']
    : ['answer', 'assign', 'accept_risk', 'ask_customer', 'not_a_promise', 'duplicate'];

export const rejectsFlag = (decision: Decision): boolean => decision === 'not_a_promise' || decision === 'duplicate';

/** On a gap there is no promise to deny. */
export const titleFor = (flag: Pick<Flag, 'type' | 'commitment'>, decision: Decision): string =>
  decision === 'not_a_promise' && !isPromise(flag) ? 'Not a gap' : decisionTitle[decision];
