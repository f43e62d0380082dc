import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { WorkspaceSeed } from '../../../src/workspace/seed.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../../src/workspace/server.ts';
import { control, person, seedWith, until } from '../fixture.ts';
import { freePort, type RequestUrl, requestUrl } from '../request-url.ts';

const ends: (() => unknown)[] = [];

export async function closeAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

/** A workspace and an app that writes down what arrives. `more` is told the app's address. */
export async function withRecorder(
  more: (address: string) => Partial<WorkspaceSeed['app']> = () => ({}),
  options: Partial<WorkspaceOptions> = {},
): Promise<{ workspace: Workspace; app: RequestUrl }> {
  const app = await requestUrl();
  ends.push(() => app.close());
  const seed = seedWith({ delivery: { http: app.address }, events: ['message.channels'], ...more(app.address) });
  const workspace = await startWorkspace({ seed, rateLimits: false, ...options });
  ends.push(() => workspace.close());
  return { workspace, app };
}

/** A workspace and a Bolt app that listens for signed requests. */
export async function withBolt(
  listen: (app: App) => void = () => {},
  secret?: string,
  options: Partial<WorkspaceOptions> = {},
): Promise<Workspace> {
  const port = await freePort();
  const workspace = await startWorkspace({
    seed: seedWith({ delivery: { http: `http://127.0.0.1:${port}/slack/events` } }),
    rateLimits: false,
    ...options,
  });
  ends.push(() => workspace.close());
  const logLevel = LogLevel.ERROR;
  const receiver = new HTTPReceiver({ signingSecret: secret ?? workspace.signing_secret, logLevel });
  const clientOptions = { slackApiUrl: `${workspace.url}/api/` };
  const app = new App({ token: workspace.bot_token, receiver, clientOptions, logLevel });
  listen(app);
  await app.start(port);
  ends.push(() => app.stop());
  return workspace;
}

export const say = (workspace: Workspace, text = 'hi') =>
  person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text });

/** Waits until nothing is on its way or waiting for a retry. */
export const quiet = (workspace: Workspace) => until(async () => (await control(workspace, 'state')).pending === 0);
