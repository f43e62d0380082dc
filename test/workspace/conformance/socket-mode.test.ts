import { afterEach, beforeEach, expect } from 'vitest';
import { WebSocket } from 'ws';
import type { Workspace } from '../../../src/workspace/server.ts';
import { control, person, started, until } from '../fixture.ts';
import { rule } from './rule.ts';
import { address, client, connect, hangUp, type Line } from './socket-lines.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await started({ connectionSeconds: { debug: 1 } });
});
afterEach(async () => {
  await hangUp();
  await workspace.close();
});

const say = (text: string) => person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text });
const connected = async () =>
  ((await person(workspace, 'U0PRIYA').see('workspace')).app as { connected: boolean }).connected;

rule(
  'delivery:socket-mode',
  'events come without a place for an answer and with their attempt, commands and interactions with one',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const { frames } = await connect(workspace);
    await say('hi');
    await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    await person(workspace, 'U0PRIYA').do('shortcut', { callback_id: 'start_it' });
    const told = frames.slice(1).map(({ type, accepts_response_payload, retry_attempt, retry_reason }) => ({
      type,
      accepts_response_payload,
      retry_attempt,
      retry_reason,
    }));
    expect(told).toEqual([
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, retry_reason: '' },
      { type: 'slash_commands', accepts_response_payload: true, retry_attempt: undefined, retry_reason: undefined },
      { type: 'interactive', accepts_response_payload: true, retry_attempt: undefined, retry_reason: undefined },
    ]);
  },
);

rule(
  'delivery:socket-mode',
  'an event that one connection does not acknowledge comes again in a new envelope, possibly on another',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const lines = [await connect(workspace, false), await connect(workspace, false)];
    await say('hi');
    const events = () => lines.flatMap(({ frames }) => frames.filter((one) => one.type === 'events_api'));
    await until(() => events().length === 2);
    expect(lines.map(({ frames }) => frames.filter((one) => one.type === 'events_api').length)).toEqual([1, 1]);
    const [first, second] = events().toSorted((a, b) => Number(a.retry_attempt) - Number(b.retry_attempt));
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout', payload: first?.payload });
    expect(second?.envelope_id).not.toBe(first?.envelope_id);
  },
);

rule(
  'delivery:socket-mode',
  'the eleventh connection is told too_many_websockets and closed; the others stay',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const lines: Line[] = [];
    for (let n = 0; n < 10; n += 1) lines.push(await connect(workspace));
    expect(lines.at(-1)?.frames[0]).toMatchObject({ type: 'hello', num_connections: 10 });
    const eleventh = await connect(workspace);
    expect(eleventh.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    await until(() => eleventh.closed);
    expect(lines.some((line) => line.closed)).toBe(false);
  },
);

rule(
  'delivery:socket-mode',
  'with debug_reconnects a connection is warned, asked to come back and closed after a short life',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const line = await connect(workspace, true, '&debug_reconnects=true');
    expect(line.frames[0]).toMatchObject({ debug_info: { approximate_connection_time: 1 } });
    const other = await connect(workspace);
    await until(() => line.closed);
    expect(line.frames.map((one) => one.reason)).toEqual([undefined, 'warning', 'refresh_requested']);
    expect(other.closed).toBe(false);
    expect(JSON.stringify(other.frames[0])).toContain('"approximate_connection_time":18060');
  },
);

rule(
  'delivery:socket-mode',
  "Slack's own client comes back after refresh_requested and hears what follows",
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const { texts } = await client(workspace);
    await say('before');
    await until(() => texts.includes('before'));
    await control(workspace, 'refresh', { reason: 'refresh_requested' });
    await until(async () => !(await connected()));
    await until(connected);
    await say('after');
    await until(() => texts.includes('after'));
  },
);

for (const within of [false, true]) {
  rule(
    'delivery:socket-mode',
    `a connection that breaks ${within ? 'in the middle of a message' : 'between messages'} is opened again by Slack's own client, and the event comes again`,
    'docs.slack.dev/apis/events-api/using-socket-mode',
    async () => {
      const { texts } = await client(workspace);
      await control(workspace, 'faults', { method: 'delivery:message', fault: within ? 'drop_mid_message' : 'drop' });
      await say('broken off');
      await until(async () => !(await connected()));
      await until(connected);
      expect(texts).toEqual([]);
      workspace.world.clock.advance(61_000);
      workspace.world.clock.advance(301_000);
      await until(() => texts.length > 0);
      expect(texts).toEqual(['broken off']);
    },
  );
}

rule(
  'delivery:socket-mode',
  'link_disabled closes every connection',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const lines = [await connect(workspace), await connect(workspace)];
    await control(workspace, 'refresh', { reason: 'link_disabled' });
    await until(() => lines.every((line) => line.closed));
    expect(lines.map(({ frames }) => frames.at(-1)?.reason)).toEqual(['link_disabled', 'link_disabled']);
  },
);

rule(
  'delivery:socket-mode',
  'a ping of the client is answered',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const { socket } = await connect(workspace);
    const ponged = new Promise((resolve) => socket.once('pong', resolve));
    socket.ping();
    await ponged;
  },
);

rule(
  'apps.connections.open',
  'gives an address that opens one connection, once',
  'docs.slack.dev/reference/methods/apps.connections.open',
  async () => {
    const url = await address(workspace);
    const first = new WebSocket(url);
    await new Promise((resolve) => first.once('open', resolve));
    const second = new WebSocket(url);
    expect(await new Promise((resolve) => second.once('error', (error) => resolve(error.message)))).toContain('403');
    expect(await address(workspace)).not.toBe(url);
    first.terminate();
  },
);
