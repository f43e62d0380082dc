import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { seconds } from '../state/clock.ts';
import { describeChannel, describeProfile, describeUser } from '../state/describe.ts';
import type { User } from '../state/model.ts';
import { canSee, isExternal } from '../state/people.ts';
import { holds } from './authorize.ts';
import { kindsOf } from './conversations.ts';
import { type Call, commaList, flag, type Methods, MOST_LISTED, method, ofKinds, page, paged, text } from './method.ts';

export const users: Methods = {
  /** Without `user` Slack says that there is no such person, by the account of apps that sent JSON. */
  'users.info': method(
    z.object({ user: text.default(''), include_locale: flag.default(false) }),
    ['users:read'],
    (call, { user, include_locale }) => ({
      user: describeUser(call.world, existing(call, user), withEmail(call), include_locale),
    }),
  ),
  /** Everybody of the workspace, deactivated people and bots among them; nobody of other companies. All at once without `limit`. */
  'users.list': method(z.object({ ...page, include_locale: flag.default(false) }), ['users:read'], (call, args) => {
    const everybody = [...call.world.users.values()].filter((user) => !isExternal(call.world, user));
    const limit = args.limit ? Math.min(args.limit, MOST_LISTED) : everybody.length;
    const { items, response_metadata } = paged(everybody, { ...args, limit }, Number.POSITIVE_INFINITY);
    const members = items.map((user) => describeUser(call.world, user, withEmail(call), args.include_locale));
    return { members, cache_ts: seconds(call.world.clock.now()), response_metadata };
  }),
  'users.lookupByEmail': method(z.object({ email: text }), ['users:read.email'], ({ world }, args) => {
    const wanted = args.email.toLowerCase();
    const user = [...world.users.values()].find((one) => one.email.toLowerCase() === wanted && !one.is_bot);
    if (!user || user.deleted || isExternal(world, user)) throw new SlackError('users_not_found');
    return { user: describeUser(world, user, true) };
  }),
  'users.profile.get': method(
    z.object({ user: text.optional(), include_labels: flag.optional() }),
    ['users.profile:read'],
    (call, args) => ({
      profile: describeProfile(call.world, existing(call, args.user ?? call.bot), withEmail(call)),
    }),
  ),
  /** The conversations of somebody as far as the caller sees them too. */
  'users.conversations': method(
    z.object({
      ...page,
      types: commaList.optional(),
      user: text.optional(),
      exclude_archived: flag.default(false),
    }),
    ofKinds('read'),
    (call, args) => {
      const kinds = kindsOf(call, args.types);
      const whose = args.user ? existing(call, args.user).id : call.bot;
      const theirs = [...call.world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          channel.members.has(whose) &&
          canSee(call.world, channel, call.bot) &&
          !(args.exclude_archived && channel.is_archived),
      );
      const { items, response_metadata } = paged(theirs, args);
      const channels = items.map((one) => {
        // Slack leaves the caller's own membership and the count out of this list.
        const { is_member: _m, num_members: _n, locale: _l, ...rest } = describeChannel(call.world, one, call.bot);
        return rest;
      });
      return { channels, response_metadata };
    },
  ),
  /** Of oneself Slack tells more than of others. */
  'users.getPresence': method(z.object({ user: text.optional() }), ['users:read'], (call, args) => {
    const user = existing(call, args.user ?? call.bot);
    const away = user.presence === 'away' || user.deleted;
    const presence = away ? 'away' : 'active';
    if (user.id !== call.bot) return { presence };
    return { presence, online: !away, auto_away: false, manual_away: user.presence === 'away', connection_count: 1 };
  }),
  'users.setPresence': method(z.object({ presence: z.string() }), ['users:write'], (call, args) => {
    const { presence } = args;
    if (presence !== 'auto' && presence !== 'away') throw new SlackError('invalid_presence');
    const user = existing(call, call.bot);
    user.presence = presence;
    call.world.changes.tell({ type: 'presence', user });
    return {};
  }),
};

function existing(call: Call, id: string): User {
  const user = call.world.users.get(id);
  if (!user) throw new SlackError('user_not_found');
  return user;
}

const withEmail = (call: Call): boolean => holds(call, 'users:read.email');
