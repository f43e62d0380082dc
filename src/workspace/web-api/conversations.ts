import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { archive, channelOnly, createChannel, describeIt, rename, unarchive } from '../state/channels.ts';
import { describeChannel } from '../state/describe.ts';
import type { Channel, ChannelKind } from '../state/model.ts';
import { canSee } from '../state/people.ts';
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

/** Any one of these opens the methods that change conversations; the kind of conversation decides which is needed. */
export const MANAGE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write'];
const TOPIC = [...MANAGE, 'channels:write.topic', 'groups:write.topic', 'im:write.topic', 'mpim:write.topic'];

const WRITE_SCOPE: Record<ChannelKind, string> = {
  public: 'channels:manage',
  private: 'groups:write',
  im: 'im:write',
  mpim: 'mpim:write',
};
const NARROW_SCOPE: Record<ChannelKind, string> = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' };

const KINDS = new Map<string, ChannelKind>([
  ['public_channel', 'public'],
  ['private_channel', 'private'],
  ['im', 'im'],
  ['mpim', 'mpim'],
]);
const TOPIC_LIMIT = 250;

export const shown = (call: Call, channel: Channel) => ({ channel: describeChannel(call.world, channel, call.bot) });

/** The scope that changes this kind of conversation, or its narrower form (`channels:write.topic`). */
export function requireWrite(call: Call, channel: Channel, narrow?: 'topic' | 'invites'): void {
  const narrower = narrow ? [`${NARROW_SCOPE[channel.kind]}:write.${narrow}`] : [];
  requireScope(call, [WRITE_SCOPE[channel.kind], ...narrower]);
}

/** The kinds asked for; each needs its own scope. */
export function kindsOf(call: Call, types: string[] | undefined): ChannelKind[] {
  const kinds = (types ?? ['public_channel']).map((type) => {
    const kind = KINDS.get(type);
    if (!kind) throw new SlackError('invalid_types');
    return kind;
  });
  for (const kind of kinds) requireScope(call, ofKinds('read', kind));
  return kinds;
}

export const conversations: Methods = {
  'conversations.create': method(
    z.object({ name: z.string(), is_private: flag.default(false) }),
    ['channels:manage', 'groups:write'],
    (call, args) => {
      requireScope(call, [args.is_private ? 'groups:write' : 'channels:manage']);
      notAsGuest(call);
      if (!call.world.app.allow_channel_creation) throw new SlackError('restricted_action');
      return shown(call, createChannel(call.world, args.name, call.bot, args.is_private));
    },
  ),
  'conversations.archive': method(z.object({ channel: id }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    requireWrite(call, channel);
    channelOnly(channel);
    notAsGuest(call);
    if (channel.is_archived) throw new SlackError('already_archived');
    if (channel.is_general) throw new SlackError('cant_archive_general');
    archive(call.world, joined(call, args.channel), call.bot);
    return {};
  }),
  /** Slack's page says that bot tokens cannot do this; it does not name the error. */
  'conversations.unarchive': method(z.object({ channel: id }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    requireWrite(call, channel);
    channelOnly(channel);
    notAsGuest(call);
    if (!channel.is_archived) throw new SlackError('not_archived');
    if (call.token?.kind === 'bot') throw new SlackError('not_in_channel');
    unarchive(call.world, channel, call.bot);
    return {};
  }),
  'conversations.rename': method(z.object({ channel: id, name: z.string() }), MANAGE, (call, args) => {
    const channel = seen(call, args.channel);
    requireWrite(call, channel);
    channelOnly(channel);
    joined(call, args.channel);
    if (!mayRename(call, channel)) throw new SlackError('not_authorized');
    rename(call.world, channel, args.name, call.bot);
    return shown(call, channel);
  }),
  'conversations.setTopic': method(z.object({ channel: id, topic: z.string() }), TOPIC, (call, args) =>
    setDescription(call, args.channel, 'topic', args.topic),
  ),
  'conversations.setPurpose': method(z.object({ channel: id, purpose: z.string() }), TOPIC, (call, args) =>
    setDescription(call, args.channel, 'purpose', args.purpose),
  ),
  'conversations.info': method(
    z.object({ channel: id, include_num_members: flag.default(false), include_locale: flag.default(false) }),
    ofKinds('read'),
    (call, args) => {
      const channel = seen(call, args.channel);
      requireKind(call, channel, 'read');
      const { num_members, locale, ...rest } = describeChannel(call.world, channel, call.bot);
      return {
        channel: {
          ...rest,
          ...(args.include_num_members ? { num_members: num_members ?? channel.members.size } : {}),
          ...(args.include_locale ? { locale: locale ?? call.world.users.get(call.bot)?.locale } : {}),
        },
      };
    },
  ),
  'conversations.list': method(
    z.object({ ...page, types: commaList.optional(), exclude_archived: flag.default(false) }),
    ofKinds('read'),
    (call, args) => {
      const kinds = kindsOf(call, args.types);
      const all = [...call.world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          canSee(call.world, channel, call.bot) &&
          !(args.exclude_archived && channel.is_archived),
      );
      const { items, response_metadata } = paged(all, args);
      const channels = items.map((one) => {
        const { locale: _locale, ...rest } = describeChannel(call.world, one, call.bot);
        return rest;
      });
      return { channels, response_metadata };
    },
  ),
  /** Where the caller has read up to. */
  'conversations.mark': method(z.object({ channel: id, ts: text }), [...MANAGE, 'channels:write'], (call, args) => {
    const channel = seen(call, args.channel);
    requireScope(call, [WRITE_SCOPE[channel.kind], ...(channel.kind === 'public' ? ['channels:write'] : [])]);
    if (!channel.members.has(call.bot)) throw new SlackError('not_in_channel');
    if (!/^\d{1,10}(\.\d{1,6})?$/.test(args.ts)) throw new SlackError('invalid_timestamp');
    channel.last_read.set(call.bot, args.ts);
    call.world.changes.tell({ type: 'read', channel, user: call.bot });
    return {};
  }),
};

function notAsGuest(call: Call): void {
  const user = call.world.users.get(call.bot);
  if (user?.is_ultra_restricted) throw new SlackError('user_is_ultra_restricted');
  if (user?.is_restricted) throw new SlackError('user_is_restricted');
}

/** Whoever made a channel and admins may rename it (docs.slack.dev/reference/methods/conversations.rename). */
function mayRename(call: Call, channel: Channel): boolean {
  const user = call.world.users.get(call.bot);
  const rights = user?.is_admin || user?.is_owner || channel.creator === call.bot;
  return !channel.is_general && rights === true;
}

function setDescription(call: Call, id: string, what: 'topic' | 'purpose', value: string) {
  const channel = seen(call, id);
  requireWrite(call, channel, 'topic');
  joined(call, id);
  if (value.length > TOPIC_LIMIT) throw new SlackError('too_long');
  describeIt(call.world, channel, what, value, call.bot);
  return shown(call, channel);
}
