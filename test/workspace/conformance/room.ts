import type { WebClient } from '@slack/web-api';
import type { WorkspaceSeed } from '../../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, refusal, seedWith } from '../fixture.ts';
import { ALL_SCOPES } from './open.ts';

/** The channel that the bot and everybody else is in, and one that the bot is not in. */
export const HOME = 'C0HANDOFFS';
export const AWAY = 'C0SALES';
export const BOT = 'U0APPBOT';

const running: Workspace[] = [];

/** A workspace without rate limits, for rules about what is said. */
export async function room(app: Partial<WorkspaceSeed['app']> = {}, rest: Partial<WorkspaceSeed> = {}) {
  const seed = seedWith({ scopes: ALL_SCOPES, ...app }, rest);
  const workspace = await startWorkspace({ seed, rateLimits: false });
  running.push(workspace);
  return { workspace, client: clientOf(workspace) };
}

export async function closeRooms(): Promise<void> {
  await Promise.all(running.splice(0).map((workspace) => workspace.close()));
}

/** A seed whose channel HOME holds these messages. */
export const withHistory = (messages: NonNullable<WorkspaceSeed['channels'][number]['messages']>) => ({
  channels: seedWith().channels.map((one) => (one.id === HOME ? { ...one, messages } : one)),
});

export const archivedHome = () => ({
  channels: seedWith().channels.map((one) => (one.id === HOME ? { ...one, is_archived: true } : one)),
});

export const without = (...scopes: string[]) => ({ scopes: ALL_SCOPES.filter((scope) => !scopes.includes(scope)) });

export const errorOf = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).error;

/** Posts as the bot; the message's `ts`. */
export async function say(client: WebClient, text: string, more: { channel?: string; thread_ts?: string } = {}) {
  const { ts = '' } = await client.chat.postMessage({ channel: HOME, text, ...more });
  return ts;
}

export async function newest(client: WebClient) {
  const { messages } = await client.conversations.history({ channel: HOME, limit: 1, include_all_metadata: true });
  return messages?.[0];
}
