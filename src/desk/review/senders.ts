import { z } from 'zod';
import { Permanent, type Sender, Transient } from '../../platform/outbox/index.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import { learnedSoFar } from '../../record/learned.ts';
import { address } from '../kit/address.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf, messageAt, showMessage } from '../kit/show.ts';
import { amendmentMessage, flagsNamed } from './amended.ts';
import { flagCard, flagsThread } from './blocks.ts';
import { cardsToShow } from './order.ts';
import { sourceLinksOf } from './places.ts';

const Args = z.object({ flag: z.string() });

const cardSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    const { flag } = Args.parse(job.entry.args);
    const learned = learnedSoFar(desk.store.read);
    const posted = job.receipt !== null || job.previouslyTried;
    // Quiet: a card that was never seen is not posted only to say that nobody need look at it.
    if (!posted && !cardsToShow(handoff, desk.policy, learned).includes(flag)) return undefined;
    const head = messageAt(desk, `flags:${handoff.id}`);
    if (!head) throw new Transient('no_flags_thread', { maybeSent: false });
    const card = flagCard(handoff, flag, desk.policy, sourceLinksOf(handoff), learned);
    return showMessage(desk, job, { channel: head.channel, thread_ts: head.ts }, card);
  },
});

const AmendedArgs = z.object({ at: z.number().int().nonnegative() });

/** Where the cards of these flags stand, as far as Slack says so. */
const cardLinks = async (desk: Desk, h: string, flags: readonly string[]): Promise<Map<string, string>> => {
  const links = new Map<string, string>();
  for (const flag of flags) {
    const at = messageAt(desk, `flag:${h}:${flag}`);
    if (!at) continue;
    try {
      const { permalink } = await desk.slack.chat.getPermalink({ channel: at.channel, message_ts: at.ts });
      const link = address(permalink);
      if (link) links.set(flag, link);
    } catch (error) {
      if (slackErrorCode(error) === null) throw error;
    }
  }
  return links;
};

const amendedSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    const amendment = handoff.amendments[AmendedArgs.parse(job.entry.args).at];
    if (!amendment) throw new Permanent('no_such_amendment');
    const head = messageAt(desk, `flags:${handoff.id}`);
    if (!head) throw new Transient('no_flags_thread', { maybeSent: false });
    const cards = await cardLinks(desk, handoff.id, flagsNamed(amendment));
    const shown = amendmentMessage(handoff, amendment, sourceLinksOf(handoff), cards);
    return showMessage(desk, job, { channel: head.channel, thread_ts: head.ts }, shown);
  },
});

export const reviewSenders = (desk: Desk): Record<string, Sender> => ({
  flags: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const thread = flagsThread(handoff, desk.policy, learnedSoFar(desk.store.read));
      return showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, thread);
    },
  },
  flag: cardSender(desk),
  amended: amendedSender(desk),
});
