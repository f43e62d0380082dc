import { outcomeAwaits, outcomeNeeds } from '../change-orders.ts';
import { changed } from '../changes.ts';
import type { CommandOf } from '../command.ts';
import type { ChangeOrderOutcome, HandoffEvent } from '../events.ts';
import { Refusal } from '../refusal.ts';
import { roleTitle } from '../roles.ts';
import { words } from '../sealed.ts';
import { type ChangeOrder, type Handoff, isOpenOrder } from '../state.ts';
import { type Context, personOf, requireMember, requireRole } from './context.ts';

const orderOf = (handoff: Handoff, id: string): ChangeOrder => {
  const found = handoff.changeOrders.find((one) => one.id === id);
  if (!found) throw new Refusal('no_such_change_order', 'I do not know this change order.');
  return found;
};

/** How it ended decides what is sold: that takes the people whom *Deliver it* or *Not sold* would take, whoever chose the change order among them. */
const endsWith = (
  handoff: Handoff,
  order: ChangeOrder,
  outcome: ChangeOrderOutcome,
  note: string,
  context: Context,
): HandoffEvent[] => {
  const as = requireMember(handoff, context, 'settle a change order');
  const user = personOf(context);
  const vote: HandoffEvent = { type: 'change_order.voted', id: order.id, status: outcome, as };
  const after = { ...handoff, ...changed(handoff, vote, user, context.now.toISOString()) };
  const awaited = outcomeAwaits(after, orderOf(after, order.id), outcome, context.policy);
  if (awaited.length === 0)
    return [vote, { type: 'change_order.settled', id: order.id, status: outcome, note: words(note.trim()) }];
  const needed = outcomeNeeds(handoff, order, outcome, context.policy);
  requireRole(handoff, context, 'any' in needed ? needed.any : needed.all, `say that this change order is ${outcome}`);
  if (order.votes.some((one) => one.by === user && one.status === outcome))
    throw new Refusal(
      'already_voted',
      `You already said that it is ${outcome}. It waits for ${awaited.map((role) => `the ${roleTitle[role]}`).join(' and ')} to say the same.`,
    );
  return [vote];
};

export const settleChangeOrder = (
  handoff: Handoff,
  command: CommandOf<'settle_change_order'>,
  context: Context,
): HandoffEvent[] => {
  requireMember(handoff, context, 'settle a change order');
  const order = orderOf(handoff, command.id);
  if (!isOpenOrder(order) || command.status === 'drafted' || command.status === order.status)
    throw new Refusal('already_settled', `This change order is ${order.status} already.`);
  if (command.status !== 'sent') return endsWith(handoff, order, command.status, command.note, context);
  return [{ type: 'change_order.settled', id: command.id, status: 'sent', note: words(command.note.trim()) }];
};
