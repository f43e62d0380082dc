import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { describeUser } from '../state/describe.ts';
import { commaList, flag, type Methods, method, page, paged, text } from './method.ts';

export const basics: Methods = {
  'api.test': method(
    z.looseObject({ error: z.string().optional() }),
    [],
    (_call, args) => {
      if (args.error) throw new SlackError(args.error, { args });
      return { args };
    },
    'none',
  ),
  'auth.test': method(z.object({}), [], ({ world, bot }) => ({
    url: `${world.url}/`,
    team: world.team.name,
    user: world.app.bot_user.name,
    team_id: world.team.id,
    user_id: bot,
    bot_id: world.app.bot_id,
    is_enterprise_install: false,
  })),
  'apps.connections.open': method(
    z.object({}),
    [],
    ({ world, socket }) => {
      if (!socket) throw new SlackError('socket_mode_not_enabled');
      return { url: `${world.url.replace(/^http/, 'ws')}${socket.ticket()}` };
    },
    'app',
  ),
  'team.info': method(z.object({}), ['team:read'], ({ world }) => ({
    team: { ...world.team, email_domain: '', icon: {}, url: `${world.url}/` },
  })),
  'users.info': method(z.object({ user: text }), ['users:read'], ({ world }, args) => {
    const user = world.users.get(args.user);
    if (!user) throw new SlackError('user_not_found');
    return { user: describeUser(world, user, world.app.scopes.includes('users:read.email')) };
  }),
  'users.list': method(z.object({ ...page, include_locale: flag.optional() }), ['users:read'], ({ world }, args) => {
    const { items, response_metadata } = paged([...world.users.values()], args);
    const withEmail = world.app.scopes.includes('users:read.email');
    const members = items.map((user) => describeUser(world, user, withEmail));
    return { members, cache_ts: Math.floor(world.clock.now() / 1000), response_metadata };
  }),
  'users.lookupByEmail': method(z.object({ email: text }), ['users:read.email'], ({ world }, args) => {
    const wanted = args.email.toLowerCase();
    const user = [...world.users.values()].find((one) => one.email.toLowerCase() === wanted && !one.is_bot);
    if (!user || user.deleted) throw new SlackError('users_not_found');
    return { user: describeUser(world, user, true) };
  }),
  'users.profile.get': method(z.object({ user: text }), ['users.profile:read'], ({ world }, args) => {
    const user = world.users.get(args.user);
    if (!user) throw new SlackError('user_not_found');
    return { profile: describeUser(world, user, world.app.scopes.includes('users:read.email')).profile };
  }),
  'users.conversations': method(
    z.object({ ...page, types: commaList.optional() }),
    ['channels:read', 'groups:read', 'im:read'],
    ({ world, bot }, args) => {
      const mine = [...world.channels.values()].filter((channel) => channel.members.has(bot) && !channel.is_archived);
      const { items, response_metadata } = paged(mine, args);
      return { channels: items.map(({ id, name }) => ({ id, name })), response_metadata };
    },
  ),
};
