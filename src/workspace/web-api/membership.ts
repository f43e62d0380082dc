import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { addMember, channelOnly, findDirect, openDm, openGroupDm, removeMember } from '../state/channels.ts';
import type { Channel } from '../state/model.ts';
import { isExternal, isMember, whyNotInvite } from '../state/people.ts';
import { MANAGE, requireWrite, shown } from './conversations.ts';
import {
  type Call,
  commaList,
  flag,
  id,
  joined,
  type Methods,
  method,
  ofKinds,
  page,
  paged,
  requireKind,
  requireScope,
  seen,
  text,
} from './method.ts';

const MOST_INVITED = 100;
/** docs.slack.dev/reference/methods/conversations.open: the others in a direct message. */
const MOST_IN_GROUP = 8;

/** Who is in a conversation. */
export const membership: Methods = {
  'conversations.invite': method(
    z.object({ channel: id, users: commaList, force: flag.default(false) }),
    [...MANAGE, 'channels:write.invites', 'groups:write.invites'],
    (call, args) => {
      const channel = seen(call, args.channel);
      channelOnly(channel);
      requireWrite(call, channel, 'invites');
      return invite(call, joined(call, args.channel), [...new Set(args.users)], args.force);
    },
  ),
  'conversations.kick': method(z.object({ channel: id, user: text }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    channelOnly(channel);
    requireWrite(call, channel);
    if (args.user === call.bot) throw new SlackError('cant_kick_self');
    if (!isMember(call.world, call.world.users.get(call.bot))) throw new SlackError('restricted_action');
    if (channel.is_general) throw new SlackError('cant_kick_from_general');
    if (!call.world.users.has(args.user)) throw new SlackError('user_not_found');
    joined(call, args.channel);
    if (!channel.members.has(args.user)) throw new SlackError('not_in_channel');
    removeMember(call.world, channel, args.user);
    return { errors: {} };
  }),
  'conversations.join': method(z.object({ channel: id }), ['channels:join'], (call, args) => {
    const channel = seen(call, args.channel);
    if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
    if (channel.is_archived) throw new SlackError('is_archived');
    if (channel.members.has(call.bot)) {
      const warnings = { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } };
      return { ...shown(call, channel), ...warnings };
    }
    addMember(call.world, channel, call.bot, null);
    return shown(call, channel);
  }),
  'conversations.leave': method(z.object({ channel: id }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    channelOnly(channel);
    requireWrite(call, channel);
    if (channel.is_archived) throw new SlackError('is_archived');
    if (channel.is_general) throw new SlackError('cant_leave_general');
    if (!isMember(call.world, call.world.users.get(call.bot))) throw new SlackError('user_is_restricted');
    if (!channel.members.has(call.bot)) return { not_in_channel: true };
    if (channel.kind === 'private' && channel.members.size === 1) throw new SlackError('last_member');
    removeMember(call.world, channel, call.bot);
    return {};
  }),
  'conversations.members': method(z.object({ channel: id, ...page }), ofKinds('read'), (call, args) => {
    const channel = seen(call, args.channel);
    requireKind(call, channel, 'read');
    const { items, response_metadata } = paged([...channel.members], args);
    return { members: items, response_metadata };
  }),
  'conversations.open': method(
    z.object({
      users: commaList.optional(),
      channel: text.optional(),
      return_im: flag.default(false),
      prevent_creation: flag.default(false),
    }),
    ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
    (call, args) => {
      const { channel, existed } = args.channel ? resume(call, args.channel) : openWith(call, args);
      const wasOpen = existed && !channel.closed_for.delete(call.bot);
      const marks = wasOpen ? { no_op: true, already_open: true } : {};
      return { ...marks, channel: args.return_im ? shown(call, channel).channel : { id: channel.id } };
    },
  ),
  'conversations.close': method(z.object({ channel: id }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    if (channel.kind !== 'im' && channel.kind !== 'mpim') throw new SlackError('method_not_supported_for_channel_type');
    requireWrite(call, channel);
    if (channel.closed_for.has(call.bot)) return { no_op: true, already_closed: true };
    channel.closed_for.add(call.bot);
    return {};
  }),
};

/**
 * Without `force` nobody comes when somebody cannot, except that people who were deactivated hold back nobody: the answer names them as an
 * error and the others are in (docs.slack.dev/reference/methods/conversations.invite, "Partially failed calls").
 */
function invite(call: Call, channel: Channel, users: string[], force: boolean) {
  if (users.length === 0) throw new SlackError('no_user');
  if (users.length > MOST_INVITED) throw new SlackError('too_many_users');
  const errors = users.flatMap((user) => {
    const error = whyNotInvite(call.world, channel, call.bot, user);
    return error ? [{ user, ok: false, error }] : [];
  });
  const refused = new Set(errors.map((error) => error.user));
  const welcome = users.filter((user) => !refused.has(user));
  const onlyGone = errors.every(({ user }) => call.world.users.get(user)?.deleted);
  const [first] = errors;
  if (!first || force || onlyGone) for (const user of welcome) addMember(call.world, channel, user, call.bot);
  if (first && (!force || welcome.length === 0)) throw new SlackError(first.error, { errors });
  return { ...shown(call, channel), ...(errors.length > 0 ? { errors } : {}) };
}

function resume(call: Call, id: string): { channel: Channel; existed: boolean } {
  const channel = seen(call, id);
  if (channel.kind !== 'im' && channel.kind !== 'mpim') throw new SlackError('method_not_supported_for_channel_type');
  requireWrite(call, channel);
  return { channel, existed: true };
}

/** One person: a direct message. Several: one of all of them, and of the caller, who need not be named. */
function openWith(call: Call, args: { users?: string[] | undefined; prevent_creation: boolean }) {
  const { world, bot } = call;
  const named = [...new Set(args.users ?? [])];
  if (named.length === 0) throw new SlackError('users_list_not_supplied');
  const others = named.filter((id) => id !== bot);
  requireScope(call, [others.length > 1 ? 'mpim:write' : 'im:write']);
  if (others.length === 0 && call.token?.kind !== 'user') throw new SlackError('not_enough_users');
  if (others.length > MOST_IN_GROUP) throw new SlackError('too_many_users');
  for (const id of others) mayWriteTo(call, id);
  const people = others.length === 0 ? [bot] : [bot, ...others];
  if (args.prevent_creation && !findDirect(world, people)) throw new SlackError('channel_not_found');
  return others.length > 1 ? openGroupDm(world, people, bot) : openDm(world, bot, others[0] ?? bot);
}

/** People of other companies can be written to when a channel is shared with them. */
function mayWriteTo(call: Call, id: string): void {
  const user = call.world.users.get(id);
  if (!user) throw new SlackError('user_not_found');
  if (user.deleted) throw new SlackError('user_disabled');
  if (!isExternal(call.world, user)) return;
  const together = [...call.world.channels.values()].some(
    ({ members, is_ext_shared }) => is_ext_shared && members.has(id) && members.has(call.bot),
  );
  if (!together) throw new SlackError('invalid_user_combination');
}
