import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type Job, Permanent, receiptOf, type Sent } from '../../platform/outbox/index.ts';
import { deliveryMetadata, findByKey, slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from './desk.ts';

export const MessageRef = z.object({ channel: z.string(), ts: z.string() });
export type MessageRef = z.infer<typeof MessageRef>;

export interface Shown {
  /** Plain words for notifications and screen readers. */
  text: string;
  blocks: KnownBlock[];
}

export const contentHash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Where something was delivered, by its outbox key. */
export const messageAt = (desk: Desk, key: string): MessageRef | null => {
  const receipt = receiptOf(desk.store.read, key);
  return receipt ? (MessageRef.safeParse(receipt.remote).data ?? null) : null;
};

export const ChannelRef = z.object({ channel: z.string() });

/** The channel of a handoff; a sender that needs it names `channel:<handoff>` in its entry's `needs`. */
export const channelOf = (desk: Desk, handoff: string): string => {
  const found = ChannelRef.safeParse(receiptOf(desk.store.read, `channel:${handoff}`)?.remote);
  if (!found.success) throw new Permanent('no_channel');
  return found.data.channel;
};

/** The channel's id once it is open, else null. */
export const knownChannel = (desk: Desk, handoff: string): string | null =>
  ChannelRef.safeParse(receiptOf(desk.store.read, `channel:${handoff}`)?.remote).data?.channel ?? null;

const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** Brings one message in line with what it should say: edited in place, posted when it is not there (also when somebody deleted it). */
export const showMessage = async (
  desk: Desk,
  job: Job,
  place: { channel: string; thread_ts?: string | undefined },
  shown: Shown,
): Promise<Sent> => {
  const hash = contentHash([place, shown]);
  const known =
    MessageRef.safeParse(job.receipt?.remote).data ??
    (job.previouslyTried ? await lookFor(desk, job.entry.key, place) : null);
  if (known && job.receipt?.contentHash === hash) return { remote: known, contentHash: hash };
  const body = {
    text: shown.text,
    blocks: shown.blocks,
    metadata: deliveryMetadata(job.entry.key),
    unfurl_links: false,
    unfurl_media: false,
  };
  if (known) {
    try {
      await desk.slack.chat.update({ channel: known.channel, ts: known.ts, ...body });
      return { remote: known, contentHash: hash };
    } catch (error) {
      if (!gone.has(slackErrorCode(error) ?? '')) throw error;
    }
  }
  const posted = await desk.slack.chat.postMessage({
    channel: place.channel,
    ...(place.thread_ts ? { thread_ts: place.thread_ts } : {}),
    ...body,
  });
  return { remote: MessageRef.parse({ channel: posted.channel, ts: posted.ts }), contentHash: hash };
};

const lookFor = (
  desk: Desk,
  key: string,
  place: { channel: string; thread_ts?: string | undefined },
): Promise<MessageRef | null> =>
  findByKey(desk.slack, place.channel, key, place.thread_ts ? { thread_ts: place.thread_ts } : {});

/** Text about a handoff that an entry is about; a handoff that is gone ends the entry. */
export const handoffOf = (desk: Desk, job: Job) => {
  const handoff = job.entry.handoffId === null ? null : desk.record.load(job.entry.handoffId);
  if (!handoff) throw new Permanent('no_handoff');
  return handoff;
};
