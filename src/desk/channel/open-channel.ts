import { z } from 'zod';
import { spokenDate } from '../../handoff/calendar.ts';
import type { Handoff } from '../../handoff/state.ts';
import { Permanent } from '../../platform/outbox/index.ts';
import { classify, limits, slackErrorCode, truncate } from '../../platform/slack/index.ts';
import { findByChannel } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import { channelName } from './name.ts';

const Channel = z.looseObject({
  id: z.string(),
  name: z.string(),
  creator: z.string().optional(),
  is_archived: z.boolean().optional(),
  is_private: z.boolean().optional(),
});
const List = z.looseObject({
  channels: z.array(Channel),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** A channel of that name which we made and no handoff holds: an earlier attempt whose answer was lost. */
const ourOrphan = async (desk: Desk, handoff: Handoff, name: string): Promise<string | null> => {
  let cursor: string | undefined;
  do {
    const types = handoff.visibility === 'private' ? 'private_channel' : 'public_channel';
    const page = List.parse(
      await desk.slack.conversations.list({
        types,
        limit: 1000,
        exclude_archived: true,
        ...(cursor ? { cursor } : {}),
      }),
    );
    const found = page.channels.find((one) => one.name === name && one.creator === desk.botUser);
    if (found) {
      const holder = findByChannel(desk.store.read, found.id);
      return holder === null || holder === handoff.id ? found.id : null;
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return null;
};

/**
 * Creates the handoff's channel. Only after an attempt whose answer was lost is a channel of that name looked for that we made and
 * nobody holds; otherwise a taken name is somebody else's, another handoff's perhaps. Returns its id.
 */
export const openChannel = async (desk: Desk, handoff: Handoff, previouslyTried: boolean): Promise<string> => {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const name = channelName(handoff.deal.customer, handoff.deal.name, attempt);
    try {
      const made = await desk.slack.conversations.create({ name, is_private: handoff.visibility === 'private' });
      return Channel.parse(made.channel).id;
    } catch (error) {
      if (slackErrorCode(error) !== 'name_taken') throw error;
      const ours = previouslyTried ? await ourOrphan(desk, handoff, name) : null;
      if (ours !== null) return ours;
    }
  }
  throw new Permanent('name_taken');
};

/** Invites each person by themselves, so that one who cannot come keeps nobody else out. Returns those who could not be invited. */
export const invite = async (desk: Desk, channel: string, users: readonly string[]): Promise<string[]> => {
  const failed: string[] = [];
  for (const user of users) {
    try {
      await desk.slack.conversations.invite({ channel, users: user });
    } catch (error) {
      // a passing fault is tried again; only what Slack will not do for this person is an absence
      if (!(classify(error) instanceof Permanent)) throw error;
      if (slackErrorCode(error) !== 'already_in_channel') failed.push(user);
    }
  }
  return failed;
};

/** A topic is a help: where Slack will not have it, the channel stands without. */
export const setTopic = async (desk: Desk, channel: string, topic: string): Promise<void> => {
  try {
    await desk.slack.conversations.setTopic({ channel, topic });
  } catch (error) {
    const failure = classify(error);
    if (!(failure instanceof Permanent)) throw error;
    desk.log.warn('A channel’s topic could not be set.', { code: failure.code });
  }
};

export const topicOf = (handoff: Handoff): string =>
  truncate(
    `${handoff.deal.customer} · ${handoff.deal.name} · kickoff ${spokenDate(handoff.kickoff?.date ?? handoff.deal.kickoffDate)}`,
    limits.channelTopic,
  );
