import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { outcomeAwaits } from '../../handoff/change-orders.ts';
import { titleFor } from '../../handoff/decisions.ts';
import type { ChangeOrderOutcome } from '../../handoff/events.ts';
import type { Policy } from '../../handoff/policy.ts';
import { roleTitle } from '../../handoff/roles.ts';
import {
  type ChangeOrder,
  type FlagState,
  type Handoff,
  isOpenOrder,
  type QuestionState,
} from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, type ButtonSpec, button, context } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { day, excerpt, listOf, mention, moment } from '../kit/text.ts';
import { placed, sourceLinksOf } from './places.ts';

const orderState = (order: ChangeOrder): string => {
  const draft = `“${mrkdwn(excerpt(order.text, 160), 400)}”`;
  switch (order.status) {
    case 'drafted':
      return `*Change order:* drafted, not sent yet: ${draft}`;
    case 'sent':
      return `*Change order:* sent ${moment(order.at)}, waits for the signature: ${draft}`;
    case 'signed':
      return `*Change order:* signed ${moment(order.at)}. It is sold now.`;
    case 'declined':
      return `*Change order:* declined ${moment(order.at)}. It is not sold.`;
  }
};

/** What a person can say of a change order. */
export const Settled = z.enum(['sent', 'signed', 'declined']);
export type Settled = z.infer<typeof Settled>;

const settleTitle: Record<Settled, string> = { sent: 'Sent', signed: 'Signed', declined: 'Declined' };

const settleButtonTitle: Record<Settled, string> = {
  sent: 'Mark as sent',
  signed: 'Mark as signed',
  declined: 'Mark as declined',
};

const nextStates = (order: ChangeOrder): Settled[] => {
  if (order.status === 'drafted') return ['sent', 'signed', 'declined'];
  return order.status === 'sent' ? ['signed', 'declined'] : [];
};

const outcomes: readonly ChangeOrderOutcome[] = ['signed', 'declined'];

const awaited = (handoff: Handoff, order: ChangeOrder, outcome: ChangeOrderOutcome, policy: Policy): string =>
  listOf(outcomeAwaits(handoff, order, outcome, policy).map((role) => `the ${roleTitle[role]}`));

/** Whose word an ending still takes; roles, not mentions: a card calls nobody. Empty where one word is enough. */
const takesLine = (handoff: Handoff, order: ChangeOrder, policy: Policy): string => {
  const needs = outcomes.flatMap((outcome) => {
    const who = awaited(handoff, order, outcome, policy);
    return who === '' ? [] : [`*${settleTitle[outcome]}* takes ${who} too`];
  });
  const said = order.votes.map((vote) => `${mention(vote.by)} says ${settleTitle[vote.status]}`);
  if (needs.length === 0 && said.length === 0) return '';
  return [`*Needs:* ${needs.join(', ') || 'one more word'}.`, `*So far:* ${said.join(', ') || '–'}`].join(' ');
};

const settleButton = (handoff: Handoff, order: ChangeOrder, status: Settled): ButtonSpec => ({
  text: settleButtonTitle[status],
  action: `change_order.settle.${status}`,
  value: { h: handoff.id, id: order.id, status },
  ...(status === 'sent'
    ? {}
    : {
        confirm: {
          title: `Change order ${status}?`,
          text: `Everybody in this channel sees it. ${status === 'signed' ? 'It cannot be taken back, and whoever' : 'Whoever'} signed the packet signs again.`,
          confirm: `Yes, ${status}`,
        },
      }),
});

const questionState = ({ owner, due, answer }: QuestionState): string =>
  answer
    ? `*Question:* answered by ${mention(answer.by)}.`
    : `*Question:* open with ${mention(owner)}, due ${day(due, due)}.`;

const after = (handoff: Handoff, one: FlagState, policy: Policy): KnownBlock[] => {
  const order = handoff.changeOrders.findLast((candidate) => candidate.flag === one.flag.id);
  const question = handoff.questions.findLast((candidate) => candidate.flag === one.flag.id);
  const takes = order && isOpenOrder(order) && !handoff.cancelled ? takesLine(handoff, order, policy) : '';
  return [
    ...(order ? [context(orderState(order), ...(takes === '' ? [] : [takes]))] : []),
    ...(question ? [context(questionState(question))] : []),
    ...(order && !handoff.cancelled
      ? actions(...nextStates(order).map((status) => button(settleButton(handoff, order, status))))
      : []),
  ];
};

/** A decided flag, folded: what, who, when, why; below it what the decision set in motion. */
export const decidedBlocks = (handoff: Handoff, one: FlagState, policy: Policy): Shown => {
  const { decided } = one;
  const title = decided ? titleFor(one.flag, decided.decision) : 'Decided';
  const about = mrkdwn(excerpt(one.flag.text, 90), 250);
  const who = decided
    ? ` · ${listOf(decided.by.map(mention))} · ${moment(decided.at)} · ${mrkdwn(excerpt(decided.reason, 120), 300)}`
    : '';
  const owner = decided?.owner ? ` · owner ${mention(decided.owner)}` : '';
  const covered = one.coveredBy
    ? `“${mrkdwn(excerpt(one.coveredBy.quote, 160), 400)}” ${placed(handoff, one.coveredBy, sourceLinksOf(handoff))}`
    : null;
  if (!decided && covered)
    return {
      text: `Covered by the contract now. ${about}`,
      blocks: [context(`✓ *Covered now* · ${about}\n*Contract:* ${covered}`), ...after(handoff, one, policy)],
    };
  const gone = covered
    ? `\nThe contract covers it now: ${covered} The decision stays on record.`
    : one.withdrawn
      ? '\nNewer evidence no longer raises it; the decision stays on record.'
      : '';
  return {
    text: `Decided: ${title}. ${about}`,
    blocks: [context(`✓ *${title}* · ${about}${who}${owner}${gone}`), ...after(handoff, one, policy)],
  };
};
