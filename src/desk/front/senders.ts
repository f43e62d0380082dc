import { z } from 'zod';
import { untilKickoff } from '../../handoff/nudges.ts';
import { Permanent, type Sender, want } from '../../platform/outbox/index.ts';
import { classify } from '../../platform/slack/index.ts';
import { absentFrom } from '../channel/senders.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { channelOf, handoffOf, MessageRef, messageAt, showMessage } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { deskMessage } from './blocks.ts';

const Bookmarks = z.looseObject({
  bookmarks: z.array(z.looseObject({ id: z.string(), title: z.string(), link: z.string().optional() })).default([]),
});
const bookmarkTitle = 'Handoff desk';

const pin = (desk: Desk, { channel, ts }: MessageRef) => desk.slack.pins.add({ channel, timestamp: ts });

const bookmark = async (desk: Desk, { channel, ts }: MessageRef): Promise<void> => {
  const { permalink: link } = await desk.slack.chat.getPermalink({ channel, message_ts: ts });
  if (!link) return;
  const { bookmarks } = Bookmarks.parse(await desk.slack.bookmarks.list({ channel_id: channel }));
  const ours = bookmarks.find((one) => one.title === bookmarkTitle);
  if (!ours) await desk.slack.bookmarks.add({ channel_id: channel, title: bookmarkTitle, type: 'link', link });
  else if (ours.link !== link) await desk.slack.bookmarks.edit({ channel_id: channel, bookmark_id: ours.id, link });
};

/** Pin and bookmark are a help, not the desk: where Slack will not have them, the desk stands without. */
const marksSender = (desk: Desk): Sender => ({
  async send(job) {
    const ref = messageAt(desk, `desk:${job.entry.handoffId}`);
    if (!ref) throw new Permanent('no_desk');
    for (const mark of [pin, bookmark]) {
      try {
        await mark(desk, ref);
      } catch (error) {
        const failure = classify(error);
        if (!(failure instanceof Permanent)) throw error;
        if (failure.code !== 'already_pinned') desk.log.warn('The desk could not be marked.', { code: failure.code });
      }
    }
    return undefined;
  },
});

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
      deskMessage(handoff, desk.record.readinessOf(handoff), { today, until, absent: absentFrom(desk, handoff.id) }),
    );
    const moved = MessageRef.parse(sent.remote).ts !== MessageRef.safeParse(job.receipt?.remote).data?.ts;
    return moved ? { ...sent, commit: (tx) => want(tx, wanted.deskMarks(handoff.id), desk.clock.now()) } : sent;
  },
});

export const frontSenders = (desk: Desk): Record<string, Sender> => ({
  desk: deskSender(desk),
  desk_marks: marksSender(desk),
});
