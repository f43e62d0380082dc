import { SlackError } from '../slack-error.ts';
import { liveToken, scopesOf } from '../state/tokens.ts';
import type { World } from '../state/world.ts';
import { type Call, type Method, requireScope } from './method.ts';

/** The call as the token's holder makes it. Throws Slack's authentication errors and `missing_scope`. */
export function authorize(call: Call, method: Method, value: string | null): Call {
  if (method.token === 'none') return call;
  const token = liveToken(call.world, value);
  if ((token.kind === 'app') !== (method.token === 'app')) throw new SlackError('not_allowed_token_type');
  const caller = { ...call, token, bot: token.user };
  requireScope(caller, method.scopes);
  return caller;
}

/** Slack tells with every answer what the token may do and what the method asks for. */
export function scopeHeaders(world: World, method: Method | undefined, value: string | null): Record<string, string> {
  const token = value === null ? undefined : world.tokens.get(value);
  return {
    ...(token ? { 'x-oauth-scopes': token.scopes.join(',') } : {}),
    ...(method && method.scopes.length > 0 ? { 'x-accepted-oauth-scopes': method.scopes.join(',') } : {}),
  };
}

/** What the caller's token may do beyond what the method asks of everybody. */
export const holds = (call: Call, scope: string): boolean => scopesOf(call.token).includes(scope);
