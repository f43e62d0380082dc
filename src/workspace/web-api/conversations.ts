import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { addMember, archive, createChannel, describeIt, openDm, removeMember, rename } from '../state/channels.ts';
import { describeChannel } from '../state/describe.ts';
import type { Channel } from '../state/model.ts';
import {
  type Call,
  commaList,
  flag,
  joined,
  type Methods,
  method,
  ofKinds,
  page,
  paged,
  requireScope,
  seen,
  text,
} from './method.ts';

const MANAGE = ['channels:manage', 'groups:write'];
const KINDS = new Map<string, Channel['kind']>([
  ['public_channel', 'public'],
  ['private_channel', 'private'],
  ['im', 'im'],
]);
const MOST_INVITED = 100;
const TOPIC_LIMIT = 250;

const shown = (call: Call, channel: Channel) => ({ channel: describeChannel(call.world, channel, call.bot) });

export const conversations: Methods = {
  'conversations.create': method(
    z.object({ name: z.string(), is_private: flag.default(false) }),
    MANAGE,
    (call, args) => {
      requireScope(call, [args.is_private ? 'groups:write' : 'channels:manage']);
      if (!call.world.app.allow_channel_creation) throw new SlackError('restricted_action');
      return shown(call, createChannel(call.world, args.name, call.bot, args.is_private));
    },
  ),
  'conversations.invite': method(
    z.object({ channel: text, users: commaList, force: flag.default(false) }),
    [...MANAGE, 'channels:write.invites', 'groups:write.invites'],
    (call, args) => invite(call, joined(call, args.channel), args.users, args.force),
  ),
  'conversations.kick': method(z.object({ channel: text, user: text }), MANAGE, (call, args) => {
    const channel = joined(call, args.channel);
    if (args.user === call.bot) throw new SlackError('cant_kick_self');
    if (channel.is_general) throw new SlackError('cant_kick_from_general');
    if (!call.world.users.has(args.user)) throw new SlackError('user_not_found');
    if (!channel.members.has(args.user)) throw new SlackError('not_in_channel');
    removeMember(call.world, channel, args.user);
    return { errors: {} };
  }),
  'conversations.join': method(z.object({ channel: text }), ['channels:join'], (call, args) => {
    const channel = seen(call, args.channel);
    if (channel.is_archived) throw new SlackError('is_archived');
    if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
    if (channel.members.has(call.bot)) return { ...shown(call, channel), warning: 'already_in_channel' };
    addMember(call.world, channel, call.bot, null);
    return shown(call, channel);
  }),
  'conversations.leave': method(z.object({ channel: text }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    if (channel.is_archived) throw new SlackError('is_archived');
    if (channel.is_general) throw new SlackError('cant_leave_general');
    if (!channel.members.has(call.bot)) return { not_in_channel: true };
    removeMember(call.world, channel, call.bot);
    return {};
  }),
  'conversations.archive': method(z.object({ channel: text }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    if (channel.is_archived) throw new SlackError('already_archived');
    if (channel.is_general) throw new SlackError('cant_archive_general');
    archive(call.world, joined(call, args.channel), call.bot);
    return {};
  }),
  'conversations.rename': method(z.object({ channel: text, name: z.string() }), MANAGE, (call, args) => {
    const channel = joined(call, args.channel);
    if (channel.is_general) throw new SlackError('not_authorized');
    rename(call.world, channel, args.name, call.bot);
    return shown(call, channel);
  }),
  'conversations.setTopic': method(
    z.object({ channel: text, topic: z.string() }),
    [...MANAGE, 'channels:write.topic', 'groups:write.topic'],
    (call, args) => setDescription(call, args.channel, 'topic', args.topic),
  ),
  'conversations.setPurpose': method(
    z.object({ channel: text, purpose: z.string() }),
    [...MANAGE, 'channels:write.topic', 'groups:write.topic'],
    (call, args) => setDescription(call, args.channel, 'purpose', args.purpose),
  ),
  'conversations.info': method(z.object({ channel: text }), ofKinds('read'), (call, args) => {
    const channel = seen(call, args.channel);
    requireScope(call, ofKinds('read', channel.kind));
    return shown(call, channel);
  }),
  'conversations.list': method(
    z.object({ ...page, types: commaList.optional(), exclude_archived: flag.default(false) }),
    ofKinds('read'),
    (call, args) => {
      const kinds = (args.types ?? ['public_channel']).map((type) => {
        if (type !== 'mpim' && !KINDS.has(type)) throw new SlackError('invalid_types');
        return KINDS.get(type);
      });
      for (const kind of kinds) if (kind) requireScope(call, ofKinds('read', kind));
      const all = [...call.world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          (channel.kind === 'public' || channel.members.has(call.bot)) &&
          !(args.exclude_archived && channel.is_archived),
      );
      const { items, response_metadata } = paged(all, args);
      return { channels: items.map((one) => describeChannel(call.world, one, call.bot)), response_metadata };
    },
  ),
  'conversations.members': method(z.object({ channel: text, ...page }), ofKinds('read'), (call, args) => {
    const channel = seen(call, args.channel);
    const { items, response_metadata } = paged([...channel.members], args);
    return { members: items, response_metadata };
  }),
  'conversations.open': method(
    z.object({ users: commaList.optional(), channel: text.optional(), return_im: flag.default(false) }),
    ['im:write', 'mpim:write'],
    (call, args) => {
      if (args.channel) return shown(call, seen(call, args.channel));
      const [user, ...more] = args.users ?? [];
      if (user === undefined) throw new SlackError('users_list_not_supplied');
      if (more.length > 0) throw new SlackError('method_not_supported_for_channel_type');
      const found = call.world.users.get(user);
      if (!found) throw new SlackError('user_not_found');
      if (found.deleted) throw new SlackError('user_disabled');
      if (user === call.bot) throw new SlackError('not_enough_users');
      const { channel, existed } = openDm(call.world, call.bot, user);
      const marks = existed ? { no_op: true, already_open: true } : {};
      return { ...marks, channel: args.return_im ? shown(call, channel).channel : { id: channel.id } };
    },
  ),
};

function invite(call: Call, channel: Channel, users: string[], force: boolean) {
  if (channel.kind === 'im') throw new SlackError('method_not_supported_for_channel_type');
  if (users.length === 0) throw new SlackError('no_user');
  if (users.length > MOST_INVITED) throw new SlackError('too_many_users');
  const errors = users.flatMap((user) => {
    const error = whyNot(call, channel, user);
    return error ? [{ user, ok: false, error }] : [];
  });
  const [first] = errors;
  const refused = new Set(errors.map((error) => error.user));
  const welcome = users.filter((user) => !refused.has(user));
  if (first && (!force || welcome.length === 0)) throw new SlackError(first.error, { errors });
  for (const user of welcome) addMember(call.world, channel, user, call.bot);
  return { ...shown(call, channel), ...(errors.length > 0 ? { errors } : {}) };
}

function whyNot(call: Call, channel: Channel, id: string): string | null {
  const user = call.world.users.get(id);
  if (id === call.bot) return 'cant_invite_self';
  if (!user) return 'user_not_found';
  if (user.deleted) return 'cant_invite';
  return channel.members.has(id) ? 'already_in_channel' : null;
}

function setDescription(call: Call, id: string, what: 'topic' | 'purpose', value: string) {
  const channel = joined(call, id);
  if (value.length > TOPIC_LIMIT) throw new SlackError('too_long');
  describeIt(call.world, channel, what, value, call.bot);
  return { ...shown(call, channel), [what]: value };
}
