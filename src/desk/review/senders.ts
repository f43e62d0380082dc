import { z } from 'zod';
import { type Sender, Transient } from '../../platform/outbox/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf, messageAt, showMessage } from '../kit/show.ts';
import { flagCard, flagsThread } from './blocks.ts';
import { cardsToShow } from './order.ts';
import { sourceLinksOf } from './places.ts';

const Args = z.object({ flag: z.string() });

const cardSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    const { flag } = Args.parse(job.entry.args);
    const posted = job.receipt !== null || job.previouslyTried;
    // Quiet: a card that was never seen is not posted only to say that nobody need look at it.
    if (!posted && !cardsToShow(handoff, desk.policy).includes(flag)) return undefined;
    const head = messageAt(desk, `flags:${handoff.id}`);
    if (!head) throw new Transient('no_flags_thread', { maybeSent: false });
    const card = flagCard(handoff, flag, desk.policy, sourceLinksOf(handoff));
    return showMessage(desk, job, { channel: head.channel, thread_ts: head.ts }, card);
  },
});

export const reviewSenders = (desk: Desk): Record<string, Sender> => ({
  flags: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      return showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, flagsThread(handoff, desk.policy));
    },
  },
  flag: cardSender(desk),
});
