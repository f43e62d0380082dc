import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { expiresIn } from '../state/tokens.ts';
import { userName } from '../state/world.ts';
import { type Methods, method } from './method.ts';

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
  /** Whose token it is; the bot's id only with a bot token. */
  'auth.test': method(z.object({}), [], ({ world, bot, token }) => ({
    url: `${world.url}/`,
    team: world.team.name,
    user: userName(world, bot),
    team_id: world.team.id,
    user_id: bot,
    ...(token?.kind === 'bot' ? { bot_id: world.app.bot_id } : {}),
    ...(token?.expires_at ? { expires_in: expiresIn(world, token) } : {}),
    is_enterprise_install: false,
  })),
  'apps.connections.open': method(
    z.object({}),
    ['connections:write'],
    ({ world, socket }) => {
      if (!socket) throw new SlackError('socket_mode_not_enabled');
      return { url: `${world.url.replace(/^http/, 'ws')}${socket.ticket()}` };
    },
    'app',
  ),
};
