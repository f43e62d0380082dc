import { App, type AppOptions, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type Logger, WebClient } from '@slack/web-api';
import { sampleCompany } from '../../src/workspace/sample-company.ts';
import type { WorkspaceSeed } from '../../src/workspace/seed.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/workspace/server.ts';

/** Every scope and event the tests use; single tests take some away. */
export const SCOPES = [
  'app_mentions:read',
  'bookmarks:read',
  'bookmarks:write',
  'canvases:read',
  'canvases:write',
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'pins:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users.profile:read',
  'users:read',
  'users:read.email',
];

export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'channel_archive',
  'channel_rename',
  'file_shared',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
];

export function seedWith(app: Partial<WorkspaceSeed['app']> = {}, rest: Partial<WorkspaceSeed> = {}): WorkspaceSeed {
  return {
    ...sampleCompany,
    ...rest,
    app: {
      ...sampleCompany.app,
      scopes: SCOPES,
      events: EVENTS,
      commands: [{ command: '/desk', description: 'Opens the desk', usage_hint: '[new]', should_escape: true }],
      shortcuts: [
        { callback_id: 'file_it', name: 'File it', type: 'message' },
        { callback_id: 'start_it', name: 'Start it', type: 'global' },
      ],
      ...app,
    },
  };
}

/** The bot as software that nobody here wrote. */
export async function startBolt(workspace: Workspace, listen: (app: App) => void, options: AppOptions = {}) {
  const clientOptions = { slackApiUrl: `${workspace.url}/api/` };
  const receiver = new SocketModeReceiver({
    appToken: workspace.app_token,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
    clientPingTimeout: 2_000,
  });
  const app = new App({ token: workspace.bot_token, receiver, clientOptions, logLevel: LogLevel.ERROR, ...options });
  listen(app);
  await app.start();
  return app;
}

/** Refusals are expected here; the client need not print them. */
export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

export function clientOf(workspace: Workspace): WebClient {
  return new WebClient(workspace.bot_token, {
    slackApiUrl: `${workspace.url}/api/`,
    logger: silent,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

export function started(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  return startWorkspace({ seed: seedWith(), ...options });
}

type Answer = { ok: boolean; error?: string; message?: string } & Record<string, unknown>;

/** Somebody at the page. */
export function person(workspace: Workspace, as: string) {
  const answerOf = async (response: Response): Promise<Answer> => JSON.parse(await response.text());
  return {
    id: as,
    async do(verb: string, body: Record<string, unknown> = {}): Promise<Answer> {
      return answerOf(
        await fetch(`${workspace.url}/people/${verb}`, { method: 'POST', body: JSON.stringify({ as, ...body }) }),
      );
    },
    async see(what: string, query: Record<string, string> = {}): Promise<Answer> {
      return answerOf(await fetch(`${workspace.url}/people/${what}?${new URLSearchParams({ as, ...query })}`));
    },
    async upload(query: Record<string, string>, bytes: string | Uint8Array<ArrayBuffer>): Promise<Answer> {
      const address = `${workspace.url}/people/upload?${new URLSearchParams({ as, ...query })}`;
      return answerOf(await fetch(address, { method: 'POST', body: bytes }));
    },
  };
}

export async function control(workspace: Workspace, path: string, body?: Record<string, unknown>): Promise<Answer> {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  return JSON.parse(await (await fetch(`${workspace.url}/control/${path}`, init)).text());
}

const LOOKED_FOR_MS = 20_000;
const BETWEEN_LOOKS_MS = 5;

/** Looks until it is there. Throws after twenty seconds, with the words (or the code) of what was waited for. */
export async function until<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  what = `${look}`,
): Promise<T> {
  const end = performance.now() + LOOKED_FOR_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited ${LOOKED_FOR_MS / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

/** The error Slack named, with its detail lines. */
export async function refusal(call: Promise<unknown>): Promise<{ error: string; messages: string[] }> {
  try {
    await call;
  } catch (error) {
    const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
    if (typeof data === 'object' && data !== null && 'error' in data) {
      const metadata = 'response_metadata' in data ? data.response_metadata : undefined;
      const messages =
        typeof metadata === 'object' && metadata !== null && 'messages' in metadata && Array.isArray(metadata.messages)
          ? metadata.messages.map(String)
          : [];
      return { error: String(data.error), messages };
    }
    throw error;
  }
  throw new Error('Slack did not refuse');
}
