import type { Channel, User } from './model.ts';
import type { World } from './world.ts';

/** Guests see only the channels they are in (slack.com/help/articles/202518103); so do people of other companies. */
export function isMember(world: World, user: User | undefined): boolean {
  return user !== undefined && !user.is_restricted && !user.is_ultra_restricted && !isExternal(world, user);
}

/** Somebody of another company, met in a channel that both share (Slack Connect). */
export function isExternal(world: World, user: User): boolean {
  return user.team_id !== world.team.id;
}

/** Public channels to members of the company, and everything that somebody is in. */
export function canSee(world: World, channel: Channel, user: string): boolean {
  return channel.members.has(user) || (channel.kind === 'public' && isMember(world, world.users.get(user)));
}

/** Slack marks as strangers those with whom the app shares no channel (docs.slack.dev/reference/objects/user-object). */
export function isStranger(world: World, user: User): boolean {
  const bot = world.app.bot_user.id;
  if (!isExternal(world, user)) return false;
  return ![...world.channels.values()].some((channel) => channel.members.has(user.id) && channel.members.has(bot));
}

/** Why somebody cannot be brought into a channel, as `conversations.invite` names it; null when they can. */
export function whyNotInvite(world: World, channel: Channel, inviter: string, id: string): string | null {
  const user = world.users.get(id);
  if (id === inviter) return 'cant_invite_self';
  if (!user) return 'user_not_found';
  if (user.deleted) return 'cant_invite';
  if (channel.members.has(id)) return 'already_in_channel';
  if (isExternal(world, user) && !channel.is_ext_shared) return 'no_external_invite_permission';
  if (user.is_ultra_restricted && channelsOf(world, id) > 0) return 'ura_max_channels';
  return null;
}

/** A single-channel guest is in one channel; direct messages do not count. */
function channelsOf(world: World, user: string): number {
  const channels = [...world.channels.values()].filter(({ kind }) => kind === 'public' || kind === 'private');
  return channels.filter((channel) => channel.members.has(user)).length;
}
