import type { WebClient } from '@slack/web-api';
import type { WorkspaceSeed } from '../../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, seedWith, startBolt, until } from '../fixture.ts';
import { ALL_SCOPES } from './open.ts';

/** A channel the bot is in, and one it is not in. */
export const HOME = 'C0HANDOFFS';
export const AWAY = 'C0SALES';
export const BOT = 'U0APPBOT';

type Event = Record<string, unknown>;

interface Actors {
  workspace: Workspace;
  client: WebClient;
  priya: ReturnType<typeof person>;
  marcus: ReturnType<typeof person>;
}

/** What a Bolt app that subscribed to `events` is told while people act. It holds every scope but those named in `without`. */
export async function heard(
  events: string[],
  act: (on: Actors) => Promise<unknown>,
  { without = [], app = {} }: { without?: string[]; app?: Partial<WorkspaceSeed['app']> } = {},
): Promise<Event[]> {
  const scopes = ALL_SCOPES.filter((scope) => !without.includes(scope));
  const workspace = await startWorkspace({ seed: seedWith({ scopes, events, ...app }), rateLimits: false });
  const got: Event[] = [];
  const bolt = await startBolt(
    workspace,
    (listener) => {
      listener.event(/.*/, async ({ event }) => void got.push({ ...event }));
    },
    { ignoreSelf: false },
  );
  try {
    const who = (id: string) => person(workspace, id);
    await act({ workspace, client: clientOf(workspace), priya: who('U0PRIYA'), marcus: who('U0MARCUS') });
    await until(async () => (await control(workspace, 'state')).pending === 0);
    return got;
  } finally {
    await bolt.stop();
    await workspace.close();
  }
}

/** The `ts` of a message that the bot posts. */
export async function said(client: WebClient, channel = HOME): Promise<string> {
  return (await client.chat.postMessage({ channel, text: 'A card' })).ts ?? '';
}

/** A new channel with the bot, Priya and Marcus. */
export async function made(client: WebClient, is_private: boolean): Promise<string> {
  const { channel } = await client.conversations.create({ name: 'deal-acme', is_private });
  await client.conversations.invite({ channel: channel?.id ?? '', users: 'U0PRIYA,U0MARCUS' });
  return channel?.id ?? '';
}
