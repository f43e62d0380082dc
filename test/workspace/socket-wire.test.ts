import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Workspace } from '../../src/workspace/server.ts';
import { clientOf, control, person, refusal, started, until } from './fixture.ts';

let workspace: Workspace;
const open: WebSocket[] = [];
beforeEach(async () => {
  workspace = await started();
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await workspace.close();
});

type Frame = Record<string, unknown>;
const address = async () => {
  const client = new WebClient(workspace.app_token, { slackApiUrl: `${workspace.url}/api/` });
  return (await client.apps.connections.open({})).url ?? '';
};

async function connect(url: string): Promise<{ socket: WebSocket; frames: Frame[] }> {
  const socket = new WebSocket(url);
  const frames: Frame[] = [];
  open.push(socket);
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  await until(() => frames.length > 0);
  return { socket, frames };
}

test('a connection begins with hello, and its address works once', async () => {
  const url = await address();
  const { frames } = await connect(url);
  expect(frames[0]).toMatchObject({
    type: 'hello',
    num_connections: 1,
    connection_info: { app_id: 'A0LOCALAPP' },
    debug_info: { approximate_connection_time: expect.any(Number) },
  });
  await expect(connect(url)).rejects.toThrow('403');
});

test('only the app token opens connections', async () => {
  expect((await refusal(clientOf(workspace).apps.connections.open({}))).error).toBe('not_allowed_token_type');
});

test('an envelope that is not acknowledged comes again with its attempt and reason', async () => {
  const { socket, frames } = await connect(await address());
  await control(workspace, 'faults', { method: 'delivery:events_api', fault: 'lost_response' });
  socket.on('message', (data) => {
    const { envelope_id } = JSON.parse(String(data)) as { envelope_id?: string };
    if (envelope_id) socket.send(JSON.stringify({ envelope_id }));
  });
  await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'hi' });
  await until(() => frames.length === 3);
  const [, first, second] = frames;
  expect(first).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
  expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout', payload: first?.payload });
  expect(second?.envelope_id).not.toBe(first?.envelope_id);
});

test('with several connections each delivery goes to one of them', async () => {
  const lines = [await connect(await address()), await connect(await address())];
  for (const { socket } of lines) {
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data)) as { envelope_id?: string };
      if (envelope_id) socket.send(JSON.stringify({ envelope_id, payload: {} }));
    });
  }
  for (const text of ['1', '2', '3', '4']) {
    expect(await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk', text })).toEqual({
      ok: true,
    });
  }
  expect(lines.map(({ frames }) => frames.filter((one) => one.type === 'slash_commands').length)).toEqual([2, 2]);
});

test('the eleventh connection is refused', async () => {
  for (let n = 0; n < 10; n += 1) await connect(await address());
  const eleventh = new WebSocket(await address());
  open.push(eleventh);
  const reason = await new Promise((resolve) => eleventh.once('close', (_code, why) => resolve(String(why))));
  expect(reason).toBe('too_many_websockets');
});

test('a frame that makes no sense ends its own connection only, also that of one too many', async () => {
  const lines = [];
  for (let n = 0; n < 10; n += 1) lines.push(await connect(await address()));
  const stream = await rawLine(await address());
  const ended = new Promise((resolve) => stream.once('close', resolve));
  // Opcode 3 does not exist, and a client has to mask what it sends.
  stream.resume().write(Buffer.from([0x83, 0x00]));
  await ended;
  expect(await person(workspace, 'U0PRIYA').see('workspace')).toMatchObject({ ok: true, app: { connected: true } });
  expect(lines.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
});

test('a workspace ends although a connection that it turned away stays silent', { timeout: 10_000 }, async () => {
  const short = await started();
  const addressOf = async () =>
    (await new WebClient(short.app_token, { slackApiUrl: `${short.url}/api/` }).apps.connections.open({})).url ?? '';
  for (let n = 0; n < 10; n += 1) await connect(await addressOf());
  const stream = await rawLine(await addressOf());
  const ended = new Promise((resolve) => stream.once('close', resolve));
  await short.close();
  stream.resume();
  await ended;
});

/** A connection whose frames are written by hand. */
function rawLine(url: string): Promise<Duplex> {
  const { port, pathname, search } = new URL(url);
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16, 1).toString('base64'),
  };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: pathname + search, headers })
      .once('upgrade', (_response, stream) => {
        stream.on('error', () => {});
        resolve(stream);
      })
      .once('error', reject)
      .end();
  });
}
