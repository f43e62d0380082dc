import { z } from 'zod';
import type { Sender, Wanted } from '../../platform/outbox/index.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, section } from '../kit/blocks.ts';
import type { Desk } from '../kit/desk.ts';
import { openDm } from '../kit/dm.ts';
import { handoffOf, showMessage } from '../kit/show.ts';

const Args = z.object({ user: z.string(), channel: z.string() });

/** Told to each owner once per lost channel. */
export const lostChannel = (h: string, channel: string, user: string): Wanted => ({
  key: `lost:${channel}:${user}`,
  handoffId: h,
  kind: 'lost_channel',
  args: { user, channel },
  lane: `dm:${user}`,
  once: true,
});

export const rebuildSenders = (desk: Desk): Record<string, Sender> => ({
  lost_channel: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const { user, channel } = Args.parse(job.entry.args);
      const text = `I can no longer write in the channel of *${mrkdwn(handoff.deal.name, 100)}*: it was archived or deleted, or I was removed from it. Nothing is lost. Let me in again, or I open a new channel with everything in it.`;
      const open = button({
        text: 'Open a new channel',
        action: 'channel.anew',
        value: { h: handoff.id, channel },
        style: 'primary',
      });
      return showMessage(
        desk,
        job,
        { channel: await openDm(desk, user) },
        { text, blocks: [section(text), ...actions(open)] },
      );
    },
  },
});
