import { SlackError } from '../slack-error.ts';
import { formatTs } from './clock.ts';
import { append, countUnread, isNarrated, isReply, placeOf, refile, takeOut, threadIn } from './message-index.ts';
import type { Channel, Ephemeral, Message } from './model.ts';
import type { World } from './world.ts';

export type NewMessage = Omit<Message, 'ts' | 'reactions' | 'state'>;

/** Slack's own voice. */
const SLACKBOT = 'USLACKBOT';

/** The `ts` of an instant (microseconds) in a channel: always larger than the one before. */
export function nextTs(channel: Channel, micros: number): string {
  channel.last_micros = Math.max(Math.floor(micros), channel.last_micros + 100);
  return formatTs(channel.last_micros);
}

/** `at`: the instant it was due, in milliseconds. Throws `thread_not_found`, `cannot_reply_to_message`. */
export function postMessage(world: World, channel: Channel, made: NewMessage, at = world.clock.now()): Message {
  const root = made.thread_ts === undefined ? undefined : rootFor(channel, made.thread_ts);
  const ts = nextTs(channel, at * 1000);
  const message: Message = { ...made, ts, reactions: [], state: {} };
  if (root) message.thread_ts = root;
  append(channel.messages, message);
  channel.closed_for.clear();
  if (!isNarrated(made)) channel.last_read.set(made.user, ts);
  for (const id of made.files ?? []) shareIn(world, id, channel, ts);
  world.changes.tell({ type: 'message_posted', channel, message });
  if (message.thread_ts) touchRoot(world, channel, message.thread_ts);
  return message;
}

/** The root of the thread that a message stands in: a reply to a reply belongs to the thread's root, as in Slack. */
export function rootFor(channel: Channel, ts: string): string {
  const parent = messageAt(channel, ts);
  if (parent) return parent.thread_ts ?? parent.ts;
  throw new SlackError(
    channel.ephemerals.some((one) => one.ts === ts) ? 'cannot_reply_to_message' : 'thread_not_found',
  );
}

export function postEphemeral(world: World, channel: Channel, to: string, made: NewMessage): Ephemeral {
  const message: Ephemeral = { ...made, to, ts: nextTs(channel, world.clock.now() * 1000), reactions: [], state: {} };
  // Under a message that nobody has answered yet Slack takes it and shows it to nobody (chat.postEphemeral, `thread_ts`).
  if (made.thread_ts !== undefined && repliesTo(channel, made.thread_ts).length === 0) return message;
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

const CHANGEABLE = ['text', 'blocks', 'attachments', 'metadata', 'files', 'stream'] as const;
type MessageChange = Partial<Pick<Message, (typeof CHANGEABLE)[number]>>;

/** Changes what a message says. Of an app's message Slack shows "(edited)" only where it has no blocks (chat.update). */
export function changeMessage(
  world: World,
  channel: Channel,
  message: Message,
  change: MessageChange,
  editor: string,
): Message {
  const previous = { ...message };
  for (const key of CHANGEABLE) {
    if (key in change) Object.assign(message, { [key]: change[key] });
  }
  if (!message.blocks?.length) message.edited = { user: editor, ts: formatTs(Math.floor(world.clock.now() * 1000)) };
  if ('to' in message) return message;
  world.changes.tell({ type: 'message_changed', channel, message, previous });
  return message;
}

/** Shows a reply in the channel as well, after the fact. */
export function broadcast(world: World, channel: Channel, message: Message): void {
  const previous = { ...message };
  refile(channel.messages, message, () => {
    message.subtype = 'thread_broadcast';
  });
  world.changes.tell({ type: 'message_changed', channel, message, previous });
}

/** A root with replies leaves a tombstone behind, until its last reply is gone too. */
export function deleteMessage(world: World, channel: Channel, message: Message): void {
  channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts);
  if (threadIn(channel.messages, message.ts)) {
    bury(world, channel, message);
    return;
  }
  takeOut(channel.messages, message);
  world.changes.tell({ type: 'message_deleted', channel, previous: message });
  if (!isReply(message) || message.thread_ts === undefined) return;
  const root = messageAt(channel, message.thread_ts);
  if (!root) return;
  if (root.subtype === 'tombstone' && !threadIn(channel.messages, root.ts)) deleteMessage(world, channel, root);
  else touchRoot(world, channel, root.ts);
}

const SAID = [
  'bot_id',
  'app_id',
  'username',
  'icons',
  'edited',
  'stream',
  'blocks',
  'attachments',
  'metadata',
  'files',
] as const;

function bury(world: World, channel: Channel, message: Message): void {
  const previous = { ...message };
  refile(channel.messages, message, () => {
    for (const key of SAID) delete message[key];
    Object.assign(message, {
      subtype: 'tombstone',
      user: SLACKBOT,
      text: 'This message was deleted.',
      reactions: [],
      state: {},
    });
  });
  world.changes.tell({ type: 'message_changed', channel, message, previous });
}

export function messageAt(channel: Channel, ts: string): Message | undefined {
  const found = channel.messages[placeOf(channel.messages, ts)];
  return found?.ts === ts ? found : undefined;
}

export function existingMessage(channel: Channel, ts: string): Message {
  const message = messageAt(channel, ts);
  if (!message) throw new SlackError('message_not_found');
  return message;
}

/** Oldest first. */
export function repliesTo(channel: Channel, rootTs: string): readonly Message[] {
  return threadIn(channel.messages, rootTs)?.replies ?? [];
}

/** Who answered, in the order of their first reply. */
export function replyUsers(channel: Channel, rootTs: string): string[] {
  return [...(threadIn(channel.messages, rootTs)?.authors.keys() ?? [])];
}

/** Messages of others that stand in the channel, since the person last read. */
export function unreadOf(channel: Channel, user: string): number {
  return countUnread(channel.messages, channel.last_read.get(user) ?? '', user);
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
