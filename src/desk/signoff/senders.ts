import { z } from 'zod';
import { Permanent, type Sender } from '../../platform/outbox/index.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import { readStream } from '../../record/stream.ts';
import type { Desk } from '../kit/desk.ts';
import { openDm } from '../kit/dm.ts';
import { channelOf, handoffOf, messageAt, showMessage } from '../kit/show.ts';
import { signoffsMessage, voidedMessage } from './blocks.ts';

const VoidedArgs = z.object({ user: z.string(), seq: z.number().int() });

/** The address of a handoff's desk, or null when it is not there (or no more). */
const deskLink = async (desk: Desk, h: string): Promise<string | null> => {
  const at = messageAt(desk, `desk:${h}`);
  if (!at) return null;
  try {
    return (await desk.slack.chat.getPermalink({ channel: at.channel, message_ts: at.ts })).permalink ?? null;
  } catch (error) {
    if (slackErrorCode(error) === null) throw error;
    return null;
  }
};

export const signoffSenders = (desk: Desk): Record<string, Sender> => ({
  signoffs: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const shown = signoffsMessage(handoff, desk.record.readinessOf(handoff));
      return showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, shown);
    },
  },
  voided: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const args = VoidedArgs.safeParse(job.entry.args);
      if (!args.success) throw new Permanent('bad_args');
      const { user, seq } = args.data;
      const event = readStream(desk.store.read, handoff.id, seq - 1)[0]?.event;
      if (event?.type !== 'signoff.voided') throw new Permanent('no_such_event');
      const link = await deskLink(desk, handoff.id);
      const shown = voidedMessage(handoff, desk.record.readinessOf(handoff), event, link, user);
      return showMessage(desk, job, { channel: await openDm(desk, user) }, shown);
    },
  },
});
