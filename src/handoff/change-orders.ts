import type { Decision } from './decisions.ts';
import type { ChangeOrderOutcome } from './events.ts';
import { type Policy, votesNeeded } from './policy.ts';
import { type Role, rolesOf } from './roles.ts';
import type { ChangeOrder, Handoff } from './state.ts';

/** What a change order comes to: signed it is sold, declined it is not. It takes those whom that decision takes. */
const meaning: Record<ChangeOrderOutcome, Decision> = { signed: 'deliver', declined: 'not_sold' };

const flagOf = (handoff: Handoff, order: ChangeOrder) => handoff.flags.find((one) => one.flag.id === order.flag);

/** The roles that must stand behind an outcome: all of them, or any one. */
export const outcomeNeeds = (
  handoff: Handoff,
  order: ChangeOrder,
  outcome: ChangeOrderOutcome,
  policy: Policy,
): { all: Role[] } | { any: Role[] } => {
  const flag = flagOf(handoff, order)?.flag;
  if (!flag) return { all: ['account_owner', 'delivery_lead'] };
  return votesNeeded(flag, meaning[outcome], { value: handoff.deal.value, team: handoff.team }, policy);
};

/**
 * The roles that still have to speak before an outcome stands; none: one word is enough. Who chose the change order spoke with
 * that (sold if it is signed, not sold if not) until they say how it ended, so it is others whose word is missing.
 */
export const outcomeAwaits = (
  handoff: Handoff,
  order: ChangeOrder,
  outcome: ChangeOrderOutcome,
  policy: Policy,
): Role[] => {
  const otherwise = new Set(order.votes.filter((vote) => vote.status !== outcome).map((vote) => vote.by));
  const said = order.votes.map((vote) => vote.by);
  const spoken = new Set(
    [...(flagOf(handoff, order)?.decided?.by ?? []), ...said]
      .filter((user) => !otherwise.has(user))
      .flatMap((user) => rolesOf(handoff.team, user)),
  );
  const needed = outcomeNeeds(handoff, order, outcome, policy);
  if ('any' in needed) return needed.any.some((role) => spoken.has(role)) ? [] : needed.any;
  return needed.all.filter((role) => !spoken.has(role));
};

/** Who acts next on an open change order: the account owner, or once somebody said how it ended, those who must say the same. */
export const orderAwaits = (handoff: Handoff, order: ChangeOrder, policy: Policy): string[] => {
  const last = order.votes.at(-1);
  const roles = last ? outcomeAwaits(handoff, order, last.status, policy) : [];
  const users = roles.flatMap((role) => handoff.team[role] ?? []);
  return users.length > 0 ? users : [handoff.team.account_owner];
};
