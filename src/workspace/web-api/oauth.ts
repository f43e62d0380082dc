import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { exchange, redeem, refresh, revoke, uninstall } from '../state/installs.ts';
import type { Json } from '../state/model.ts';
import { expiresIn, type Token } from '../state/tokens.ts';
import type { World } from '../state/world.ts';
import { type Call, flag, type Methods, method, text } from './method.ts';

/** By form, or by HTTP Basic: `readArguments` puts both into the arguments. */
const client = { client_id: text.optional(), client_secret: text.optional() };

/** Installing the app, and taking it out again. */
export const oauth: Methods = {
  'oauth.v2.access': method(
    z.object({
      ...client,
      code: text.optional(),
      redirect_uri: text.optional(),
      grant_type: text.default('authorization_code'),
      refresh_token: text.optional(),
      code_verifier: text.optional(),
    }),
    [],
    ({ world }, args) => {
      checkClient(world, args);
      if (args.grant_type === 'refresh_token') return refreshed(world, refresh(world, args.refresh_token ?? ''));
      if (args.grant_type !== 'authorization_code') throw new SlackError('invalid_grant_type');
      if (args.code_verifier !== undefined) throw new SlackError('pkce_not_allowed');
      const { bot, user, installer } = redeem(world, args.code ?? '', args.redirect_uri);
      return {
        ...installation(world),
        authed_user: { id: installer, ...(user ? tokenFields(world, user) : {}) },
        ...(bot ? { ...tokenFields(world, bot), bot_user_id: bot.user } : {}),
      };
    },
    'none',
  ),
  'oauth.v2.exchange': method(
    z.object({ ...client, token: text.optional() }),
    [],
    ({ world }, args) => {
      checkClient(world, args);
      return refreshed(world, exchange(world, args.token ?? ''));
    },
    'none',
  ),
  'auth.revoke': method(z.object({ test: flag.default(false) }), [], (call, args) => {
    if (!args.test) revoke(call.world, bearer(call));
    return { revoked: !args.test };
  }),
  'apps.uninstall': method(z.object(client), [], ({ world }, args) => {
    checkClient(world, args);
    uninstall(world);
    return {};
  }),
};

function checkClient(world: World, args: { client_id?: string | undefined; client_secret?: string | undefined }) {
  if (args.client_id !== world.app.client_id) throw new SlackError('invalid_client_id');
  if (args.client_secret !== world.app.client_secret) throw new SlackError('bad_client_secret');
}

function bearer(call: Call): Token {
  if (!call.token) throw new SlackError('not_authed');
  return call.token;
}

/** A refreshed token stands at the top of the answer, whoever's it is. */
function refreshed(world: World, token: Token): Json {
  const holder = token.kind === 'bot' ? { bot_user_id: token.user } : { authed_user: { id: token.user } };
  return { ...installation(world), ...tokenFields(world, token), ...holder };
}

function installation({ app, team }: World): Json {
  return { app_id: app.id, team: { id: team.id, name: team.name }, enterprise: null, is_enterprise_install: false };
}

function tokenFields(world: World, token: Token): Json {
  const { value, kind, scopes, refresh_token } = token;
  const expires_in = expiresIn(world, token);
  const rotation = expires_in === undefined ? {} : { expires_in, refresh_token };
  return { scope: scopes.join(','), token_type: kind, access_token: value, ...rotation };
}
