import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import { postMessage } from './messages.ts';
import type { Channel, Message } from './model.ts';
import { canSee } from './people.ts';
import { newChannel, userName, type World } from './world.ts';

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
  return opened(world, channel, [creator]);
}

/** The direct message between two people, made on first use. */
export function openDm(world: World, one: string, other: string): { channel: Channel; existed: boolean } {
  const found = findDirect(world, [one, other]);
  if (found) return { channel: found, existed: true };
  const channel = newChannel(world, { id: world.ids.next('D'), name: '', kind: 'im', creator: one });
  return { channel: opened(world, channel, [one, other]), existed: false };
}

/** The direct message of several people, made on first use. Its name tells who they are. */
export function openGroupDm(world: World, people: string[], creator: string): { channel: Channel; existed: boolean } {
  const found = findDirect(world, people);
  if (found) return { channel: found, existed: true };
  const name = `mpdm-${people.map((id) => userName(world, id)).join('--')}-1`;
  const channel = newChannel(world, { id: world.ids.next('C'), name, kind: 'mpim', creator });
  return { channel: opened(world, channel, people), existed: false };
}

/** The direct message of exactly these people, if there is one. */
export function findDirect(world: World, people: string[]): Channel | undefined {
  const wanted = new Set(people);
  return [...world.channels.values()].find(
    ({ kind, members }) =>
      (kind === 'im' || kind === 'mpim') &&
      members.size === wanted.size &&
      [...wanted].every((person) => members.has(person)),
  );
}

function opened(world: World, channel: Channel, members: string[]): Channel {
  for (const member of members) channel.members.add(member);
  world.channels.set(channel.id, channel);
  world.changes.tell({ type: 'channel_created', channel });
  return channel;
}

export function addMember(world: World, channel: Channel, user: string, inviter: string | null): void {
  channel.members.add(user);
  world.changes.tell({ type: 'member_joined', channel, user, inviter });
  narrate(world, channel, user, 'join', `<@${user}> has joined the channel`, inviter ? { inviter } : {});
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
  narrate(world, channel, by, 'name', `has renamed the channel from "${old_name}" to "${name}"`, {
    name,
    old_name,
  });
}

export function archive(world: World, channel: Channel, user: string): void {
  channel.is_archived = true;
  world.changes.tell({ type: 'channel_archived', channel, user });
}

/** Whoever takes a channel out of the archive is in it afterwards (docs.slack.dev/reference/methods/conversations.unarchive). */
export function unarchive(world: World, channel: Channel, user: string): void {
  channel.is_archived = false;
  if (!channel.members.has(user)) addMember(world, channel, user, null);
  world.changes.tell({ type: 'channel_unarchived', channel, user });
}

export function describeIt(world: World, channel: Channel, what: 'topic' | 'purpose', value: string, by: string): void {
  channel[what] = { value, creator: by, last_set: seconds(world.clock.now()) };
  world.changes.tell({ type: 'channel_changed', channel });
  const text = value ? `set the channel ${what}: ${value}` : `cleared the channel ${what}`;
  narrate(world, channel, by, what, text, { [what]: value });
}

/** Slack writes into the channel what happened to it, as a message with a subtype. */
function narrate(
  world: World,
  channel: Channel,
  user: string,
  what: string,
  text: string,
  told: NonNullable<Message['told']>,
): void {
  const subtype = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`;
  postMessage(world, channel, { user, text, subtype, told });
}

/** Direct messages cannot be archived, renamed, joined or left. */
export function channelOnly({ kind }: Channel): void {
  if (kind === 'im' || kind === 'mpim') throw new SlackError('method_not_supported_for_channel_type');
}

/** The channel as this person may see it; otherwise it does not exist for them. */
export function visibleChannel(world: World, id: string, user: string): Channel {
  const channel = world.channels.get(id);
  if (!channel || !canSee(world, channel, user)) throw new SlackError('channel_not_found');
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
