import { SlackError } from '../slack-error.ts';
import type { World } from './world.ts';

export type TokenKind = 'bot' | 'user' | 'app';

/** One access token of the app. */
export interface Token {
  value: string;
  kind: TokenKind;
  /** Who acts with it: the bot, or the person who gave it. An app-level token acts as the bot. */
  user: string;
  /** They add up over installations. */
  scopes: readonly string[];
  /** Workspace milliseconds; null for a token that does not expire. */
  expires_at: number | null;
  /** `revoked` by auth.revoke, `exchanged` for one that rotates, `uninstalled` with the app. */
  ended: 'revoked' | 'exchanged' | 'uninstalled' | null;
  /** Exchanges this token for a new one, once (docs.slack.dev/authentication/using-token-rotation). */
  refresh_token: string | null;
}

/** What a person allowed, waiting to be fetched with `oauth.v2.access`. */
export interface OAuthCode {
  code: string;
  user: string;
  scopes: string[];
  user_scopes: string[];
  redirect_uri: string | null;
  /** Workspace milliseconds. */
  expires_at: number;
  used: boolean;
}

/** On a user token `channels:write` stands for what bots hold as several scopes (docs.slack.dev/reference/scopes/channels.write). */
const USER_CHANNEL_SCOPES = ['channels:manage', 'channels:join', 'channels:write.invites', 'channels:write.topic'];

/** The scopes a token holds, in the words that methods ask for. */
export function scopesOf(token: Token | null): readonly string[] {
  if (token?.kind !== 'user' || !token.scopes.includes('channels:write')) return token?.scopes ?? [];
  return [...token.scopes, ...USER_CHANNEL_SCOPES];
}

/** The token behind a value. Throws Slack's authentication errors. */
export function liveToken(world: World, value: string | null): Token {
  if (value === null) throw new SlackError('not_authed');
  const token = world.tokens.get(value);
  if (!token) throw new SlackError('invalid_auth');
  if (token.ended === 'uninstalled') throw new SlackError(token.kind === 'bot' ? 'account_inactive' : 'token_revoked');
  if (token.ended) throw new SlackError('token_revoked');
  if (token.expires_at !== null && token.expires_at <= world.clock.now()) throw new SlackError('token_expired');
  if (token.kind !== 'app' && world.users.get(token.user)?.deleted) throw new SlackError('account_inactive');
  return token;
}

/** Whole seconds until a token ends; undefined for one that lasts. */
export function expiresIn(world: World, { expires_at }: Token): number | undefined {
  return expires_at === null ? undefined : Math.ceil((expires_at - world.clock.now()) / 1000);
}

/** Tokens that the app has from the start: its app-level token and, where it is installed, those of its bot and of whoever installed it. */
export function seedTokens(world: World): void {
  const { app } = world;
  const lasting = { user: app.bot_user.id, expires_at: null, ended: null, refresh_token: null };
  addToken(world, { ...lasting, value: app.app_token, kind: 'app', scopes: app.app_token_scopes });
  if (!app.installed) return;
  addToken(world, { ...lasting, value: app.bot_token, kind: 'bot', scopes: app.scopes });
  const people = [...world.users.values()].filter((user) => !user.is_bot && !user.deleted);
  const installer = people.find((user) => user.is_admin) ?? people[0];
  if (!installer || app.user_scopes.length === 0) return;
  addToken(world, { ...lasting, value: app.user_token, kind: 'user', user: installer.id, scopes: app.user_scopes });
}

export function addToken(world: World, token: Token): Token {
  world.tokens.set(token.value, token);
  return token;
}

/** The tokens that an installation rests on and that have not ended; a workflow step's own token is none of them. */
export function installedTokens(world: World): Token[] {
  return [...world.tokens.values()].filter(
    (token) => token.kind !== 'app' && token.ended === null && !token.value.startsWith('xwfp-'),
  );
}

/** Somebody has the app installed: a token of the bot or of a person can be used or refreshed. */
export const isInstalled = (world: World): boolean => installedTokens(world).length > 0;
