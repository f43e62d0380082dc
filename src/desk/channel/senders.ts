import { z } from 'zod';
import { Permanent, type Sender } from '../../platform/outbox/index.ts';
import { mrkdwn, slackErrorCode } from '../../platform/slack/index.ts';
import { run } from '../../platform/store/index.ts';
import { channels } from '../../record/tables.ts';
import { actions, button, section } from '../kit/blocks.ts';
import type { Desk } from '../kit/desk.ts';
import { ChannelRef, contentHash, handoffOf } from '../kit/show.ts';
import { invite, openChannel, topicOf } from './open-channel.ts';

const Topic = z.object({ topic: z.string() });

/** The owners whom the channel must hold, and what its topic says: brought in line whenever either changes. */
const channelSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    const { team } = handoff;
    const members = [
      ...new Set([
        team.account_owner,
        team.delivery_lead,
        ...(team.approver ? [team.approver] : []),
        handoff.openedBy,
        ...handoff.inputs.map((one) => one.owner),
        ...handoff.questions.map((one) => one.owner),
      ]),
    ].filter((user) => !user.startsWith('baton:'));
    const hash = contentHash([members, handoff.kickoff?.date ?? handoff.deal.kickoffDate]);
    const known = ChannelRef.safeParse(job.receipt?.remote).data?.channel;
    if (known && job.receipt?.contentHash === hash) return undefined;
    const channel = known ?? (await openChannel(desk, handoff).catch((error: unknown) => refuse(desk, handoff, error)));
    const absent = await invite(desk, channel, members);
    // Slack says in the channel that the topic was set: not again for the same one.
    const topic = topicOf(handoff);
    if (Topic.safeParse(job.receipt?.remote).data?.topic !== topic)
      await desk.slack.conversations.setTopic({ channel, topic });
    if (absent.length > 0)
      desk.log.warn('Somebody could not be invited to a handoff channel.', {
        handoff: handoff.id,
        count: absent.length,
      });
    return {
      remote: { channel, absent, topic },
      contentHash: hash,
      commit: (tx) => run(tx.insert(channels).values({ channel, handoffId: handoff.id }).onConflictDoNothing()),
    };
  },
});

const sentences: Record<string, string> = {
  restricted_action:
    'this workspace does not let me create channels. Ask a workspace admin to allow it for the Baton app',
  name_taken: 'every name I tried is taken by a channel that I do not belong to',
};

/** A channel that cannot be opened is told to the person who asked, once, with a way on; the handoff itself is kept. */
const refuse = async (desk: Desk, handoff: ReturnType<typeof handoffOf>, error: unknown): Promise<never> => {
  const code = error instanceof Permanent ? error.code : slackErrorCode(error);
  const sentence = code ? sentences[code] : undefined;
  if (sentence) {
    const opened = await desk.slack.conversations.open({ users: handoff.openedBy });
    const channel = opened.channel?.id;
    const text = `I kept the handoff for *${mrkdwn(handoff.deal.name, 100)}*, but I could not open its channel: ${sentence}. Then press *Try again*.`;
    if (channel)
      await desk.slack.chat.postMessage({
        channel,
        text,
        blocks: [
          section(text),
          ...actions(
            button({ text: 'Try again', action: 'channel.retry', value: { h: handoff.id }, style: 'primary' }),
          ),
        ],
      });
  }
  throw error;
};

export const channelSenders = (desk: Desk): Record<string, Sender> => ({ channel: channelSender(desk) });
