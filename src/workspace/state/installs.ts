import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import { addToken, installedTokens, isInstalled, type OAuthCode, type Token, type TokenKind } from './tokens.ts';
import type { World } from './world.ts';

/** docs.slack.dev/authentication/using-token-rotation: tokens that rotate last twelve hours. */
const TOKEN_LIFETIME_MS = 12 * 3600_000;
/** docs.slack.dev/authentication/installing-with-oauth: a code lasts ten minutes. */
const CODE_LIFETIME_MS = 10 * 60_000;

export interface Consent {
  user: string;
  scopes: string[];
  user_scopes: string[];
  /** The address that the request named; null when it named none. */
  redirect_uri: string | null;
}

/** Somebody allowed the installation: a code that can be exchanged once. */
export function allow(world: World, consent: Consent): OAuthCode {
  const code = `${seconds(world.clock.now())}.${world.ids.secret(20)}`;
  const made = { ...consent, code, expires_at: world.clock.now() + CODE_LIFETIME_MS, used: false };
  world.codes.set(code, made);
  return made;
}

/** Exchanges a code for tokens: the bot's, the person's, or both. Throws Slack's OAuth errors. */
export function redeem(world: World, code: string, redirectUri: string | undefined) {
  const found = world.codes.get(code);
  if (!found || found.expires_at <= world.clock.now()) throw new SlackError('invalid_code');
  if (found.used) throw new SlackError('code_already_used');
  if (found.redirect_uri !== (redirectUri ?? null)) throw new SlackError('bad_redirect_uri');
  found.used = true;
  const bot = found.scopes.length > 0 ? grantBot(world, found.scopes) : null;
  const user = found.user_scopes.length > 0 ? grant(world, 'user', found.user, found.user_scopes) : null;
  return { bot, user, installer: found.user };
}

/** A refresh token works once; the access token that it belonged to lasts until its own end. */
export function refresh(world: World, refreshToken: string): Token {
  const old = [...world.tokens.values()].find((token) => token.refresh_token === refreshToken);
  if (!old || old.ended) throw new SlackError('invalid_refresh_token');
  old.refresh_token = null;
  return mint(world, old.kind, old.user, old.scopes);
}

/** Trades a token that lasts for one that rotates (oauth.v2.exchange). */
export function exchange(world: World, value: string): Token {
  if (!world.app.token_rotation) throw new SlackError('token_rotation_not_enabled');
  const old = world.tokens.get(value);
  if (!old || old.kind === 'app' || old.expires_at !== null) throw new SlackError('invalid_token');
  if (old.ended === 'exchanged') throw new SlackError('token_already_exchanged');
  if (old.ended) throw new SlackError('authorization_not_found');
  old.ended = 'exchanged';
  return mint(world, old.kind, old.user, old.scopes);
}

/** Ends a token, and its siblings of the same kind and person, as `auth.revoke` does. The app is gone with its last token. */
export function revoke(world: World, token: Token): void {
  for (const one of tokensOf(world, token.kind, token.user)) one.ended = 'revoked';
  if (token.kind === 'bot') dismissBot(world);
  const uninstalled = !isInstalled(world);
  tellEnd(world, { [token.kind === 'bot' ? 'bot' : 'oauth']: [token.user] }, uninstalled);
}

/** Takes the app out of the workspace: every token of the bot and of people ends. */
export function uninstall(world: World): void {
  const live = installedTokens(world);
  const usersOf = (kind: TokenKind) => [...new Set(live.filter((one) => one.kind === kind).map((one) => one.user))];
  for (const token of live) token.ended = 'uninstalled';
  dismissBot(world);
  tellEnd(world, { oauth: usersOf('user'), bot: usersOf('bot') }, true);
}

/** Slack promises no order between the two events. */
function tellEnd(world: World, tokens: { bot?: string[]; oauth?: string[] }, uninstalled: boolean): void {
  const revoked = () => world.changes.tell({ type: 'tokens_revoked', tokens });
  const gone = () => uninstalled && world.changes.tell({ type: 'app_uninstalled' });
  const first = world.app.uninstall_order === 'tokens_revoked_first';
  for (const tell of first ? [revoked, gone] : [gone, revoked]) tell();
}

/** Without its token the bot is deactivated and in no channel (docs.slack.dev/reference/methods/auth.revoke). */
function dismissBot(world: World): void {
  const bot = world.users.get(world.app.bot_user.id);
  if (!bot || bot.deleted) return;
  bot.deleted = true;
  bot.updated = seconds(world.clock.now());
  for (const channel of world.channels.values()) {
    if (channel.kind === 'public' || channel.kind === 'private') channel.members.delete(bot.id);
  }
  world.changes.tell({ type: 'user', user: bot });
}

function grantBot(world: World, scopes: string[]): Token {
  const bot = world.users.get(world.app.bot_user.id);
  if (bot?.deleted) {
    bot.deleted = false;
    bot.updated = seconds(world.clock.now());
    world.changes.tell({ type: 'user', user: bot });
  }
  const token = grant(world, 'bot', world.app.bot_user.id, scopes);
  // What the app is told of events follows what its bot may do.
  world.app.scopes = [...token.scopes];
  return token;
}

/** Scopes add up over installations. Without rotation whoever has a token keeps it; with rotation every installation makes a new one. */
function grant(world: World, kind: TokenKind, user: string, scopes: string[]): Token {
  const old = tokensOf(world, kind, user);
  const all = [...new Set([...old.flatMap((token) => token.scopes), ...scopes])];
  for (const token of old) token.scopes = all;
  const lasting = old.find((token) => token.expires_at === null);
  if (lasting && !world.app.token_rotation) return lasting;
  return mint(world, kind, user, all);
}

function mint(world: World, kind: TokenKind, user: string, scopes: readonly string[]): Token {
  const rotates = world.app.token_rotation;
  const value = `${kind === 'bot' ? 'xoxb' : 'xoxp'}-${world.ids.secret(24)}`;
  return addToken(world, {
    value: rotates ? `xoxe.${value}` : value,
    kind,
    user,
    scopes,
    expires_at: rotates ? world.clock.now() + TOKEN_LIFETIME_MS : null,
    ended: null,
    refresh_token: rotates ? `xoxe-1-${world.ids.secret(24)}` : null,
  });
}

function tokensOf(world: World, kind: TokenKind, user: string): Token[] {
  return installedTokens(world).filter((one) => one.kind === kind && one.user === user);
}
