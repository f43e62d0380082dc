import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import { WebSocket } from 'ws';
import type { Workspace } from '../../../src/workspace/server.ts';
import { silent, until } from '../fixture.ts';

const ends: (() => unknown)[] = [];

export async function hangUp(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

type Frame = Record<string, unknown> & { type: string };
export interface Line {
  socket: WebSocket;
  frames: Frame[];
  closed: boolean;
}

export const address = async (workspace: Workspace): Promise<string> => {
  const client = new WebClient(workspace.app_token, { slackApiUrl: `${workspace.url}/api/` });
  return (await client.apps.connections.open({})).url ?? '';
};

/** A connection that acknowledges when it is told to. */
export async function connect(workspace: Workspace, acknowledges = true, more = ''): Promise<Line> {
  const line: Line = { socket: new WebSocket((await address(workspace)) + more), frames: [], closed: false };
  ends.push(() => line.socket.terminate());
  line.socket.on('close', () => {
    line.closed = true;
  });
  line.socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    line.frames.push(frame);
    if (acknowledges && frame.envelope_id) line.socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
  });
  await until(() => line.frames.length > 0);
  return line;
}

/** Slack's own client. */
export async function client(workspace: Workspace): Promise<{ client: SocketModeClient; texts: string[] }> {
  const made = new SocketModeClient({
    appToken: workspace.app_token,
    logger: silent,
    clientOptions: { slackApiUrl: `${workspace.url}/api/` },
  });
  const texts: string[] = [];
  made.on('message', async ({ ack, event }) => {
    await ack();
    texts.push(event.text);
  });
  await made.start();
  ends.push(() => made.disconnect());
  return { client: made, texts };
}
