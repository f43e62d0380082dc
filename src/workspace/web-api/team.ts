import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { seconds } from '../state/clock.ts';
import { avatars } from '../state/describe/avatar.ts';
import { type Methods, method, text } from './method.ts';

/** The workspace itself: its name, its bots, its emoji. */
export const team: Methods = {
  'team.info': method(z.object({ team: text.optional() }), ['team:read'], ({ world }, args) => {
    const { id, name, domain } = world.team;
    if (args.team !== undefined && args.team !== id) throw new SlackError('team_not_found');
    const icon = { image_default: true, ...avatars(world, id, [34, 44, 68, 88, 102, 132, 230]) };
    const links = { url: `${world.url}/`, avatar_base_url: `${world.url}/` };
    return { team: { id, name, domain, email_domain: '', icon, ...links, is_verified: false } };
  }),
  'bots.info': method(z.object({ bot: text.optional() }), ['users:read'], ({ world }, args) => {
    const { app } = world;
    const user = world.users.get(app.bot_user.id);
    if (args.bot !== undefined && args.bot !== app.bot_id) throw new SlackError('bot_not_found');
    return {
      bot: {
        id: app.bot_id,
        deleted: user?.deleted ?? true,
        name: app.name,
        updated: user?.updated ?? 0,
        app_id: app.id,
        user_id: app.bot_user.id,
        icons: avatars(world, app.bot_id, [36, 48, 72]),
      },
    };
  }),
  'emoji.list': method(z.object({}), ['emoji:read'], ({ world }) => ({
    emoji: Object.fromEntries(world.emoji),
    cache_ts: String(seconds(world.clock.now())),
  })),
};
