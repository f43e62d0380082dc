import { z } from 'zod';
import { rolesOf } from '../../handoff/roles.ts';
import type { Handoff } from '../../handoff/state.ts';
import { Permanent, receiptOf, type Sender, want } from '../../platform/outbox/index.ts';
import { mrkdwn, slackErrorCode } from '../../platform/slack/index.ts';
import { run } from '../../platform/store/index.ts';
import { channels } from '../../record/tables.ts';
import { actions, button, section } from '../kit/blocks.ts';
import type { Desk } from '../kit/desk.ts';
import { ChannelRef, channelOf, contentHash, handoffOf } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { invite, openChannel, setTopic, topicOf } from './open-channel.ts';

/** One channel a handoff. It is on record the moment Slack names it, before anything else is asked of Slack. */
const channelSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    if (ChannelRef.safeParse(job.receipt?.remote).success) return undefined;
    const channel = await openChannel(desk, handoff, job.previouslyTried).catch((error: unknown) =>
      refuse(desk, handoff, error),
    );
    // two handoffs can never hold one channel: the second insert fails, and with it this receipt
    return { remote: { channel }, commit: (tx) => run(tx.insert(channels).values({ channel, handoffId: handoff.id })) };
  },
});

const Members = z.object({ absent: z.array(z.string()), topic: z.string() });

const membersOf = ({ team, openedBy, inputs, questions }: Handoff): string[] => {
  const owners = [team.account_owner, team.delivery_lead, ...(team.approver ? [team.approver] : [])];
  const others = [
    openedBy,
    ...inputs.filter((one) => one.settled === null).map((one) => one.owner),
    ...questions.filter((one) => one.answer === null).map((one) => one.owner),
  ];
  return [...new Set([...owners, ...others])].filter((user) => !user.startsWith('baton:'));
};

/** The people whom the channel must hold, and its topic: brought in line whenever either changes. */
const membersSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    const channel = channelOf(desk, handoff.id);
    const topic = topicOf(handoff);
    const before = Members.safeParse(job.receipt?.remote).data;
    const hash = contentHash([membersOf(handoff), topic]);
    if (job.receipt?.contentHash === hash) return undefined;
    const absent = await invite(desk, channel, membersOf(handoff));
    // Slack says in the channel that the topic was set: not again for the same one.
    if (before?.topic !== topic) await setTopic(desk, channel, topic);
    return {
      // whoever only opened it may be gone by now: that is nobody's worry
      remote: {
        absent: absent.filter((user) => user !== handoff.openedBy || rolesOf(handoff.team, user).length > 0),
        topic,
      },
      contentHash: hash,
      commit: (tx) => want(tx, wanted.desk(handoff.id), desk.clock.now()),
    };
  },
});

/** Who should be in the channel and could not be invited. */
export const absentFrom = (desk: Desk, h: string): string[] =>
  Members.safeParse(receiptOf(desk.store.read, `members:${h}`)?.remote).data?.absent ?? [];

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

export const channelSenders = (desk: Desk): Record<string, Sender> => ({
  channel: channelSender(desk),
  members: membersSender(desk),
});
