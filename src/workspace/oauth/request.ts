import { z } from 'zod';
import type { User } from '../state/model.ts';
import { isExternal, isMember } from '../state/people.ts';
import { isInstalled } from '../state/tokens.ts';
import type { World } from '../state/world.ts';

/** Scopes are separated by commas or spaces. */
const Scopes = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter(Boolean));

/** docs.slack.dev/authentication/installing-with-oauth: what an app asks with. */
const Query = z.object({
  client_id: z.string().default(''),
  scope: Scopes,
  user_scope: Scopes,
  redirect_uri: z.string().optional(),
  state: z.string().optional(),
});

export interface InstallRequest {
  scopes: string[];
  user_scopes: string[];
  /** Where the browser goes afterwards. */
  target: URL;
  /** As the app wrote it; it must repeat it with `oauth.v2.access`. */
  redirect_uri: string | null;
  state: string | null;
}

const SCOPE = /^[a-z][a-z0-9_.]*(:[a-z0-9_.]+)*$/;

/** A request to install, or Slack's name for what is wrong with it. */
export function readRequest(world: World, query: URLSearchParams): InstallRequest | { error: string } {
  const { client_id, scope, user_scope, redirect_uri, state } = Query.parse(Object.fromEntries(query));
  if (client_id !== world.app.client_id) return { error: 'invalid_client_id' };
  if (scope.length + user_scope.length === 0) return { error: 'no_scopes' };
  if (![...scope, ...user_scope].every((one) => SCOPE.test(one))) return { error: 'invalid_scope' };
  const target = targetFor(world, redirect_uri);
  if (!target) return { error: 'bad_redirect_uri' };
  return { scopes: scope, user_scopes: user_scope, target, redirect_uri: redirect_uri ?? null, state: state ?? null };
}

/** The same host and port as a configured address, at its path or below. Without one in the request, the first configured. */
function targetFor(world: World, wanted: string | undefined): URL | null {
  const configured = world.app.redirect_urls.map((url) => new URL(url));
  if (wanted === undefined) return configured[0] ?? null;
  if (!URL.canParse(wanted)) return null;
  const url = new URL(wanted);
  const fits = ({ origin, pathname }: URL) =>
    origin === url.origin && (url.pathname === pathname || url.pathname.startsWith(`${pathname.replace(/\/$/, '')}/`));
  return configured.some(fits) ? url : null;
}

/** Members install apps. A guest can let an app that is there already act for them; bots and people of other companies cannot. */
export function installers(world: World, { scopes }: InstallRequest): User[] {
  const only = scopes.length > 0 || !isInstalled(world);
  const here = [...world.users.values()].filter((user) => !user.is_bot && !user.deleted && !isExternal(world, user));
  return only ? here.filter((user) => isMember(world, user)) : here;
}
