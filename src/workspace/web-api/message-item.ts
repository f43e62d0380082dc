import { SlackError } from '../slack-error.ts';
import { describeMessage } from '../state/describe.ts';
import { existingMessage } from '../state/messages.ts';
import type { Channel, Json, Message } from '../state/model.ts';
import { permalink } from '../state/permalink.ts';
import { type Call, seen, text } from './method.ts';

/** How reactions and pins name a message: both are optional, so that Slack can say itself what is missing. */
export const item = { channel: text.optional(), timestamp: text.optional() };

type Item = { channel?: string | undefined; timestamp?: string | undefined };

/** Throws `no_item_specified`, `bad_timestamp`, `channel_not_found`, `not_in_channel`, `is_archived`, `message_not_found`. */
export function itemOf(call: Call, { channel: id, timestamp }: Item, use: 'read' | 'write') {
  if (id === undefined || timestamp === undefined) throw new SlackError('no_item_specified');
  if (!/^\d{1,10}\.\d{1,6}$/.test(timestamp)) throw new SlackError('bad_timestamp');
  const channel = seen(call, id);
  if (use === 'write' && channel.is_archived) throw new SlackError('is_archived');
  if (!channel.members.has(call.bot)) throw new SlackError('not_in_channel');
  const message = existingMessage(channel, timestamp);
  if (message.subtype === 'tombstone') throw new SlackError('message_not_found');
  return { channel, message };
}

/** A message as lists of reactions and pins carry it. */
export function describeItem(call: Call, channel: Channel, message: Message): Json {
  const { world } = call;
  return {
    type: 'message',
    channel: channel.id,
    message: { ...describeMessage(world, channel, message), permalink: permalink(world, channel, message) },
  };
}
