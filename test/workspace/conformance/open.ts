import { type Logger, LogLevel, type OauthV2AccessResponse, WebClient } from '@slack/web-api';
import type { WorkspaceSeed } from '../../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, SCOPES, seedWith } from '../fixture.ts';

export const ALL_SCOPES = [
  ...SCOPES,
  'emoji:read',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'usergroups:read',
  'usergroups:write',
  'users:write',
];

export const REDIRECT = 'http://localhost:9/slack/oauth_redirect';
export const CLIENT = { client_id: '111.222', client_secret: 'client-secret' };

/** Software that prints the refusals it is given on purpose need not. */
export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

const running: Workspace[] = [];

/** A workspace with every scope; single rules take some away or seat other people in it. */
export async function opened(app: Partial<WorkspaceSeed['app']> = {}, rest: Partial<WorkspaceSeed> = {}) {
  const seed = seedWith({ scopes: ALL_SCOPES, redirect_urls: [REDIRECT], ...CLIENT, ...app }, rest);
  const workspace = await startWorkspace({ seed, rateLimits: false });
  running.push(workspace);
  return { workspace, client: clientOf(workspace) };
}

export async function closeAll(): Promise<void> {
  await Promise.all(running.splice(0).map((workspace) => workspace.close()));
}

type SeedPerson = WorkspaceSeed['users'][number];

/** Somebody to seat beside the sample company's people. */
export function somebody(id: string, more: Partial<SeedPerson> = {}): SeedPerson {
  const name = id.toLowerCase().slice(2);
  return { id, name, real_name: name, email: `${name}@example.com`, ...more };
}

export const withPeople = (...people: SeedPerson[]) => ({ users: [...seedWith().users, ...people] });

export function clientWith(workspace: Workspace, token: string | undefined): WebClient {
  return clientOf({ ...workspace, bot_token: token ?? '' });
}

/** What the person at the install page answers; the address that the browser is led back to. */
export async function atInstallPage(
  workspace: Workspace,
  query: Record<string, string>,
  answer: Record<string, string>,
) {
  return fetch(`${workspace.url}/oauth/v2/authorize`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: CLIENT.client_id, redirect_uri: REDIRECT, ...query, ...answer }),
    redirect: 'manual',
  });
}

/** A person allows the app, and the app fetches its tokens. */
export async function installedBy(
  workspace: Workspace,
  user: string,
  asked: { scope?: string; user_scope?: string },
): Promise<OauthV2AccessResponse> {
  const answer = await atInstallPage(workspace, asked, { decision: 'allow', user });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const client = new WebClient(undefined, { slackApiUrl: `${workspace.url}/api/` });
  return client.oauth.v2.access({ ...CLIENT, code, redirect_uri: REDIRECT });
}

/** A client that acts as a person of the workspace. */
export async function clientAs(workspace: Workspace, user: string, user_scope: string): Promise<WebClient> {
  const { authed_user } = await installedBy(workspace, user, { user_scope });
  return clientWith(workspace, authed_user?.access_token);
}
