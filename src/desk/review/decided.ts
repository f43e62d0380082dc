import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { titleFor } from '../../handoff/decisions.ts';
import type { ChangeOrder, FlagState, Handoff, QuestionState } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, type ButtonSpec, button, context } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { day, excerpt, listOf, mention, moment } from '../kit/text.ts';

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

const nextStates = (order: ChangeOrder): Settled[] => {
  if (order.status === 'drafted') return ['sent', 'signed', 'declined'];
  return order.status === 'sent' ? ['signed', 'declined'] : [];
};

const settleButton = (handoff: Handoff, order: ChangeOrder, status: Settled): ButtonSpec => ({
  text: settleTitle[status],
  action: `change_order.settle.${status}`,
  value: { h: handoff.id, id: order.id, status },
  ...(status === 'sent'
    ? {}
    : {
        confirm: {
          title: `Change order ${status}?`,
          text: 'Everybody in this channel sees it, it cannot be taken back, and whoever signed the packet signs again.',
          confirm: `Yes, ${status}`,
        },
      }),
});

const questionState = ({ owner, due, answer }: QuestionState): string =>
  answer
    ? `*Question:* answered by ${mention(answer.by)}.`
    : `*Question:* open with ${mention(owner)}, due ${day(due, due)}.`;

const after = (handoff: Handoff, one: FlagState): KnownBlock[] => {
  const order = handoff.changeOrders.findLast((candidate) => candidate.flag === one.flag.id);
  const question = handoff.questions.findLast((candidate) => candidate.flag === one.flag.id);
  return [
    ...(order ? [context(orderState(order))] : []),
    ...(question ? [context(questionState(question))] : []),
    ...(order && !handoff.cancelled
      ? actions(...nextStates(order).map((status) => button(settleButton(handoff, order, status))))
      : []),
  ];
};

/** A decided flag, folded: what, who, when, why; below it what the decision set in motion. */
export const decidedBlocks = (handoff: Handoff, one: FlagState): Shown => {
  const { decided } = one;
  const title = decided ? titleFor(one.flag, decided.decision) : 'Decided';
  const about = mrkdwn(excerpt(one.flag.text, 140), 350);
  const who = decided
    ? ` · ${listOf(decided.by.map(mention))} · ${moment(decided.at)} · ${mrkdwn(excerpt(decided.reason, 300), 700)}`
    : '';
  const owner = decided?.owner ? ` · owner ${mention(decided.owner)}` : '';
  const gone = one.withdrawn ? '\nNewer evidence no longer raises it; the decision stays on record.' : '';
  return {
    text: `Decided: ${title}. ${about}`,
    blocks: [context(`✓ *${title}* · ${about}${who}${owner}${gone}`), ...after(handoff, one)],
  };
};
