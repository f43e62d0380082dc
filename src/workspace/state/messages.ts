import { SlackError } from '../slack-error.ts';
import { formatTs } from './clock.ts';
import type { Channel, Ephemeral, Message } from './model.ts';
import type { World } from './world.ts';

export type NewMessage = Omit<Message, 'ts' | 'reactions' | 'state'>;

/** The next `ts` of a channel: workspace time, and always larger than the one before. */
function nextTs(world: World, channel: Channel): string {
  channel.last_micros = Math.max(Math.floor(world.clock.now() * 1000), channel.last_micros + 100);
  return formatTs(channel.last_micros);
}

export function postMessage(world: World, channel: Channel, made: NewMessage): Message {
  const parent = made.thread_ts === undefined ? undefined : messageAt(channel, made.thread_ts);
  if (made.thread_ts !== undefined && !parent) throw new SlackError('thread_not_found');
  const ts = nextTs(world, channel);
  const message: Message = { ...made, ts, reactions: [], state: {} };
  // A reply to a reply belongs to the thread's root, as in Slack.
  if (parent) message.thread_ts = parent.thread_ts ?? parent.ts;
  channel.messages.push(message);
  if (!NARRATED.test(made.subtype ?? '')) channel.last_read.set(made.user, ts);
  for (const id of made.files ?? []) shareIn(world, id, channel, ts);
  world.changes.tell({ type: 'message_posted', channel, message });
  if (message.thread_ts) touchRoot(world, channel, message.thread_ts);
  return message;
}

export function postEphemeral(world: World, channel: Channel, to: string, made: NewMessage): Ephemeral {
  const message: Ephemeral = { ...made, to, ts: nextTs(world, channel), reactions: [], state: {} };
  channel.ephemerals.push(message);
  world.changes.tell({ type: 'ephemeral', channel, message });
  return message;
}

export function removeEphemeral(world: World, channel: Channel, ts: string): void {
  const message = channel.ephemerals.find((one) => one.ts === ts);
  if (!message) return;
  channel.ephemerals = channel.ephemerals.filter((one) => one !== message);
  world.changes.tell({ type: 'ephemeral_gone', channel, message });
}

/** Changes what a message says. Slack shows "(edited)" only where a message has no blocks (chat.update). */
export function changeMessage(
  world: World,
  channel: Channel,
  message: Message,
  change: Partial<Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata' | 'files'>>,
  editor: string,
): Message {
  const previous = { ...message };
  for (const key of ['text', 'blocks', 'attachments', 'metadata', 'files'] as const) {
    if (key in change) Object.assign(message, { [key]: change[key] });
  }
  if (!message.blocks?.length) message.edited = { user: editor, ts: formatTs(Math.floor(world.clock.now() * 1000)) };
  if ('to' in message) return message;
  world.changes.tell({ type: 'message_changed', channel, message, previous });
  return message;
}

export function deleteMessage(world: World, channel: Channel, message: Message): void {
  channel.messages = channel.messages.filter((one) => one !== message);
  channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts);
  world.changes.tell({ type: 'message_deleted', channel, previous: message });
  if (message.thread_ts && message.thread_ts !== message.ts) touchRoot(world, channel, message.thread_ts);
}

export function messageAt(channel: Channel, ts: string): Message | undefined {
  return channel.messages.find((message) => message.ts === ts);
}

export function existingMessage(channel: Channel, ts: string): Message {
  const message = messageAt(channel, ts);
  if (!message) throw new SlackError('message_not_found');
  return message;
}

export function repliesTo(channel: Channel, rootTs: string): Message[] {
  return channel.messages.filter((message) => message.thread_ts === rootTs && message.ts !== rootTs);
}

export function react(world: World, channel: Channel, message: Message, user: string, name: string): void {
  const reaction = message.reactions.find((one) => one.name === name);
  if (reaction?.users.includes(user)) throw new SlackError('already_reacted');
  if (reaction) reaction.users.push(user);
  else message.reactions.push({ name, users: [user] });
  world.changes.tell({ type: 'reaction', added: true, channel, message, user, name });
}

export function unreact(world: World, channel: Channel, message: Message, user: string, name: string): void {
  const reaction = message.reactions.find((one) => one.name === name);
  if (!reaction?.users.includes(user)) throw new SlackError('no_reaction');
  reaction.users = reaction.users.filter((one) => one !== user);
  message.reactions = message.reactions.filter((one) => one.users.length > 0);
  world.changes.tell({ type: 'reaction', added: false, channel, message, user, name });
}

const NARRATED = /^(channel|group)_/;

/** Messages of others, outside threads, since the person last read. */
export function unreadOf(channel: Channel, user: string): number {
  const since = channel.last_read.get(user) ?? '';
  return channel.messages.filter(
    (message) =>
      message.ts > since &&
      message.user !== user &&
      !NARRATED.test(message.subtype ?? '') &&
      (!message.thread_ts || message.thread_ts === message.ts),
  ).length;
}

function touchRoot(world: World, channel: Channel, rootTs: string): void {
  const root = messageAt(channel, rootTs);
  if (root) world.changes.tell({ type: 'message_touched', channel, message: root });
}

function shareIn(world: World, id: string, channel: Channel, ts: string): void {
  const file = world.files.get(id);
  if (!file) return;
  file.shares.set(channel.id, [...(file.shares.get(channel.id) ?? []), ts]);
  const user = file.user;
  world.changes.tell({ type: 'file_shared', channel, file, user });
}
