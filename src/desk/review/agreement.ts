import { type Decision, decisionsFor, titleFor } from '../../handoff/decisions.ts';
import { type Policy, votesNeeded } from '../../handoff/policy.ts';
import { type Role, roleTitle } from '../../handoff/roles.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { rolesAwaited } from '../../handoff/votes.ts';
import { listOf, mention } from '../kit/text.ts';

const needed = (one: FlagState, decision: Decision, handoff: Handoff, policy: Policy) =>
  votesNeeded(one.flag, decision, { value: handoff.deal.value, team: handoff.team }, policy);

const named = (roles: readonly Role[], word: 'and' | 'or'): string =>
  listOf(
    roles.map((role) => roleTitle[role]),
    word,
  );

/** `account owner and delivery lead`: who must say the same before this decision stands. */
export const agreeing = (one: FlagState, decision: Decision, handoff: Handoff, policy: Policy): string => {
  const roles = needed(one, decision, handoff, policy);
  return 'any' in roles ? named(roles.any, 'or') : named(roles.all, 'and');
};

const says = (one: FlagState): string[] =>
  one.votes.map((vote) => `${mention(vote.by)} says ${titleFor(one.flag, vote.decision)}`);

/** Who has spoken, who must; a disagreement is said plainly. Roles, not mentions: a card calls nobody. */
export const needsLine = (one: FlagState, handoff: Handoff, policy: Policy): string => {
  if (new Set(one.votes.map((vote) => vote.decision)).size > 1)
    return `${says(one).join(', ')}: ${one.votes.length === 2 ? 'one of them has' : 'some of them have'} to change.`;
  const leading = one.votes.at(-1)?.decision ?? decisionsFor(one.flag)[0];
  const any = leading !== undefined && 'any' in needed(one, leading, handoff, policy);
  const roles = named(rolesAwaited(one, handoff, policy), any ? 'or' : 'and');
  return `*Needs:* ${roles === '' ? 'nobody else' : roles}. *So far:* ${says(one).join(', ') || '–'}`;
};
