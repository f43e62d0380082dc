import { changed } from '../changes.ts';
import type { CommandOf } from '../command.ts';
import { type Decision, decisionsFor, titleFor } from '../decisions.ts';
import type { HandoffEvent } from '../events.ts';
import { votesNeeded } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { roleTitle } from '../roles.ts';
import { words } from '../sealed.ts';
import { type FlagState, type Handoff, isOpenOrder } from '../state.ts';
import { rolesAwaited, settledBy } from '../votes.ts';
import { consequences } from './consequences.ts';
import { type Context, personOf, requireMember, requireRole, requireText } from './context.ts';

const flagOf = (handoff: Handoff, id: string): FlagState => {
  const found = handoff.flags.find((one) => one.flag.id === id);
  if (!found)
    throw new Refusal('flag_gone', 'This flag is gone: newer evidence no longer raises it. Nothing was changed.');
  return found;
};

const alreadyDecided = (one: FlagState): Refusal => {
  const { decided, coveredBy } = one;
  if (!decided && coveredBy)
    return new Refusal('covered_now', 'A signed clause carries this now. Nothing has to be decided.');
  const who = decided?.by.map((user) => `<@${user}>`).join(' and ') || 'somebody';
  return new Refusal(
    'already_decided',
    `${who} already decided this: ${titleFor(one.flag, decided?.decision ?? 'duplicate')}. Nothing was changed.`,
  );
};

/** Whose word is missing, in words: all of them, or any one. */
const waiting = (handoff: Handoff, one: FlagState, decision: Decision, context: Context): string => {
  const needed = votesNeeded(one.flag, decision, { value: handoff.deal.value, team: handoff.team }, context.policy);
  const roles = rolesAwaited(one, handoff, context.policy).map((role) => `the ${roleTitle[role]}`);
  return roles.length === 0 ? 'nobody else' : roles.join('any' in needed ? ' or ' : ' and ');
};

const wrongDecision = (): Refusal =>
  new Refusal('wrong_decision', 'That does not fit this kind of flag. The card shows what does.');

export const decideFlag = (handoff: Handoff, command: CommandOf<'decide_flag'>, context: Context): HandoffEvent[] => {
  const roles = requireMember(handoff, context, 'decide this flag');
  const one = flagOf(handoff, command.flag);
  if (one.status === 'decided') throw alreadyDecided(one);
  if (!decisionsFor(one.flag).includes(command.decision)) throw wrongDecision();
  const reason = requireText(command.reason, 'reason', 'Give the reason in one sentence: somebody will ask.');
  const user = context.actor.kind === 'person' ? context.actor.user : '';
  const mine = one.votes.find((vote) => vote.by === user);
  if (mine?.decision === command.decision)
    throw new Refusal(
      'already_voted',
      `You already said “${titleFor(one.flag, command.decision)}”. It waits for ${waiting(handoff, one, command.decision, context)}.`,
    );
  if (command.decision === 'assign' && command.owner === null)
    throw new Refusal('owner_needed', 'Choose who should take this on.', { owner: 'Choose who should take this on.' });

  const vote: HandoffEvent = {
    type: 'flag.voted',
    flag: command.flag,
    decision: command.decision,
    as: roles,
    reason: words(reason),
    owner: command.owner,
  };
  const after = { ...handoff, ...changed(handoff, vote, user, context.now.toISOString()) };
  const decision = settledBy(flagOf(after, command.flag), after, context.policy);
  if (decision === null) return [vote];
  return [
    vote,
    { type: 'flag.decided', flag: command.flag, decision },
    ...consequences(handoff, one, decision, command.owner, context),
  ];
};

/** Several low flags with one decision and one reason; those that somebody else decided meanwhile are left as they are. */
export const decideFlags = (handoff: Handoff, command: CommandOf<'decide_flags'>, context: Context): HandoffEvent[] => {
  requireMember(handoff, context, 'decide these flags');
  const open = [...new Set(command.flags)].filter((id) =>
    handoff.flags.some((one) => one.flag.id === id && one.status === 'open'),
  );
  if (open.length === 0) throw new Refusal('already_decided', 'Somebody decided these already. Nothing was changed.');
  const notLow = open.find((id) => flagOf(handoff, id).flag.severity !== 'low');
  if (notLow) throw new Refusal('not_low', 'Only low flags can be decided together.');
  const user = personOf(context);
  const { decision, reason } = command;
  const fitting = open.filter((id) => decisionsFor(flagOf(handoff, id).flag).includes(decision));
  if (fitting.length === 0) throw wrongDecision();
  const fresh = fitting.filter(
    (id) => !flagOf(handoff, id).votes.some((vote) => vote.by === user && vote.decision === decision),
  );
  if (fresh.length === 0)
    throw new Refusal('already_voted', 'You already said this of all of them. Others have to say the same.');
  return fresh.flatMap((flag) =>
    decideFlag(handoff, { type: 'decide_flag', flag, decision, reason, owner: null }, context),
  );
};

/** The way back from a decision, for the owners: its change order falls, its votes are gone, its history stays. */
export const reopenFlag = (handoff: Handoff, command: CommandOf<'reopen_flag'>, context: Context): HandoffEvent[] => {
  requireRole(handoff, context, ['account_owner', 'delivery_lead'], 'take a decision back');
  const one = flagOf(handoff, command.flag);
  if (one.status === 'open') throw new Refusal('still_open', 'This flag is open already. Nothing was changed.');
  if (handoff.changeOrders.some((order) => order.flag === command.flag && order.status === 'signed'))
    throw new Refusal(
      'change_order_signed',
      'A signed change order cannot be taken back here; add the amendment as a signed document.',
    );
  const reason = words(requireText(command.reason, 'reason', 'Say why the decision is taken back.'));
  const fallen = handoff.changeOrders.filter((order) => order.flag === command.flag && isOpenOrder(order));
  return [
    ...fallen.map(
      (order): HandoffEvent => ({ type: 'change_order.settled', id: order.id, status: 'declined', note: reason }),
    ),
    { type: 'flag.reopened', flag: command.flag, because: 'decided_again', reason },
  ];
};
