import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import { postMessage } from './messages.ts';
import type { Channel } from './model.ts';
import { newChannel, type World } from './world.ts';

const NAME_LIMIT = 80;

/** Slack's rules for channel names (docs.slack.dev/reference/methods/conversations.create). Throws `invalid_name_*`. */
function checkName(world: World, name: string): void {
  if (name === '') throw new SlackError('invalid_name_required');
  if (name.length > NAME_LIMIT) throw new SlackError('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) throw new SlackError('invalid_name_punctuation');
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new SlackError('invalid_name_specials');
  for (const channel of world.channels.values()) {
    if (channel.kind !== 'im' && channel.name === name) throw new SlackError('name_taken');
  }
}

export function createChannel(world: World, name: string, creator: string, isPrivate: boolean): Channel {
  checkName(world, name);
  const channel = newChannel(world, {
    id: world.ids.next('C'),
    name,
    kind: isPrivate ? 'private' : 'public',
    creator,
  });
  channel.members.add(creator);
  world.channels.set(channel.id, channel);
  world.changes.tell({ type: 'channel_created', channel });
  return channel;
}

/** The direct message between two people, made on first use. */
export function openDm(world: World, one: string, other: string): { channel: Channel; existed: boolean } {
  for (const channel of world.channels.values()) {
    if (channel.kind !== 'im' || !channel.members.has(one) || !channel.members.has(other)) continue;
    if (one !== other || channel.members.size === 1) return { channel, existed: true };
  }
  const channel = newChannel(world, { id: world.ids.next('D'), name: '', kind: 'im', creator: one });
  channel.members.add(one).add(other);
  world.channels.set(channel.id, channel);
  world.changes.tell({ type: 'channel_created', channel });
  return { channel, existed: false };
}

export function addMember(world: World, channel: Channel, user: string, inviter: string | null): void {
  channel.members.add(user);
  world.changes.tell({ type: 'member_joined', channel, user, inviter });
  narrate(world, channel, user, 'join', `<@${user}> has joined the channel`);
}

export function removeMember(world: World, channel: Channel, user: string): void {
  channel.members.delete(user);
  channel.last_read.delete(user);
  world.changes.tell({ type: 'member_left', channel, user });
}

export function rename(world: World, channel: Channel, name: string, by: string): void {
  if (channel.name === name) return;
  checkName(world, name);
  const old_name = channel.name;
  channel.previous_names.unshift(old_name);
  channel.name = name;
  world.changes.tell({ type: 'channel_renamed', channel, old_name });
  narrate(world, channel, by, 'name', `has renamed the channel from "${old_name}" to "${name}"`);
}

export function archive(world: World, channel: Channel, user: string): void {
  channel.is_archived = true;
  world.changes.tell({ type: 'channel_archived', channel, user });
}

export function describeIt(world: World, channel: Channel, what: 'topic' | 'purpose', value: string, by: string): void {
  channel[what] = { value, creator: by, last_set: seconds(world.clock.now()) };
  world.changes.tell({ type: 'channel_changed', channel });
  narrate(world, channel, by, what, value ? `set the channel ${what}: ${value}` : `cleared the channel ${what}`);
}

/** Slack writes into the channel what happened to it, as a message with a subtype. */
function narrate(world: World, channel: Channel, user: string, what: string, text: string): void {
  const subtype = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`;
  postMessage(world, channel, { user, text, subtype });
}

/** The channel as this person may see it; otherwise it does not exist for them. */
export function visibleChannel(world: World, id: string, user: string): Channel {
  const channel = world.channels.get(id);
  if (!channel || (channel.kind !== 'public' && !channel.members.has(user))) throw new SlackError('channel_not_found');
  return channel;
}

export function writableChannel(world: World, id: string, user: string): Channel {
  const channel = visibleChannel(world, id, user);
  if (channel.is_archived) throw new SlackError('is_archived');
  if (!channel.members.has(user)) throw new SlackError('not_in_channel');
  return channel;
}

/** The other person of a direct message; oneself in a note to self. */
export function dmPartner(channel: Channel, user: string): string {
  return [...channel.members].find((member) => member !== user) ?? user;
}
