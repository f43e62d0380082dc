import type { Decision } from './decisions.ts';
import { decisionsFor } from './decisions.ts';
import { type Policy, votesNeeded } from './policy.ts';
import { type Role, rolesOf } from './roles.ts';
import type { FlagState, Handoff } from './state.ts';

/** Whether the votes on a flag settle it: the decision that stands, or null. Different people stand behind different roles. */
export const settledBy = (one: FlagState, handoff: Handoff, policy: Policy): Decision | null => {
  for (const decision of decisionsFor(one.flag)) {
    const agreeing = one.votes.filter((vote) => vote.decision === decision);
    if (agreeing.length === 0) continue;
    const roles = new Set(agreeing.flatMap((vote) => rolesOf(handoff.team, vote.by)));
    const needed = votesNeeded(one.flag, decision, { value: handoff.deal.value, team: handoff.team }, policy);
    if ('any' in needed ? needed.any.some((role) => roles.has(role)) : needed.all.every((role) => roles.has(role)))
      return decision;
  }
  return null;
};

/** The roles that still have to speak: those that the leading vote lacks, or before any vote those that delivering it would take. */
export const rolesAwaited = (one: FlagState, handoff: Handoff, policy: Policy): Role[] => {
  const leading = one.votes.at(-1)?.decision ?? decisionsFor(one.flag)[0];
  if (leading === undefined) return [];
  const needed = votesNeeded(one.flag, leading, { value: handoff.deal.value, team: handoff.team }, policy);
  const said = new Set(
    one.votes.filter((vote) => vote.decision === leading).flatMap((vote) => rolesOf(handoff.team, vote.by)),
  );
  return ('any' in needed ? needed.any : needed.all).filter((role) => !said.has(role));
};

export const awaited = (one: FlagState, handoff: Handoff, policy: Policy): string[] =>
  rolesAwaited(one, handoff, policy).flatMap((role) => handoff.team[role] ?? []);
