import { z } from 'zod';
import { untilKickoff } from '../../handoff/nudges.ts';
import type { Sender } from '../../platform/outbox/index.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { channelOf, handoffOf, type MessageRef, showMessage } from '../kit/show.ts';
import { deskMessage } from './blocks.ts';

const Bookmarks = z.looseObject({ bookmarks: z.array(z.looseObject({ title: z.string() })).default([]) });
const bookmarkTitle = 'Handoff desk';

const pin = async (desk: Desk, { channel, ts }: MessageRef): Promise<void> => {
  try {
    await desk.slack.pins.add({ channel, timestamp: ts });
  } catch (error) {
    if (slackErrorCode(error) !== 'already_pinned') throw error;
  }
};

const bookmark = async (desk: Desk, { channel, ts }: MessageRef): Promise<void> => {
  const there = Bookmarks.parse(await desk.slack.bookmarks.list({ channel_id: channel }));
  if (there.bookmarks.some((one) => one.title === bookmarkTitle)) return;
  const { permalink } = await desk.slack.chat.getPermalink({ channel, message_ts: ts });
  if (permalink)
    await desk.slack.bookmarks.add({ channel_id: channel, title: bookmarkTitle, type: 'link', link: permalink });
};

const deskSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    const channel = channelOf(desk, handoff.id);
    const today = todayOf(desk);
    const until = untilKickoff(today, handoff.deal.kickoffDate, desk.calendar, desk.holidays);
    const sent = await showMessage(
      desk,
      job,
      { channel },
      deskMessage(handoff, desk.record.readinessOf(handoff), { today, until }),
    );
    const ref = sent.remote as MessageRef; // showMessage just made it
    if (!job.receipt || (job.receipt.remote as MessageRef | null)?.ts !== ref.ts) {
      await pin(desk, ref);
      await bookmark(desk, ref);
    }
    return sent;
  },
});

export const frontSenders = (desk: Desk): Record<string, Sender> => ({ desk: deskSender(desk) });
