import { once } from 'node:events';
import { App } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { InboxWorker } from '../../../src/platform/inbox/index.ts';
import { createSocketReceiver, InboxReceiver } from '../../../src/platform/receive/index.ts';
import { all, inbox } from '../../../src/platform/store/index.ts';
import { serve } from '../http-server.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, temporaryStore } from '../temporary.ts';
import { click, messageEvent } from './signed.ts';

test('over a socket, too, a delivery is stored before it is acknowledged, and none is handled twice', async () => {
  const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(sockets, 'listening');
  onTestFinished(() => void sockets.close());
  const { port } = sockets.address() as { port: number };
  const origin = await serve((_, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  const store = temporaryStore();
  const clock = new HandClock();
  const log = new RecordingLog();
  const inner = createSocketReceiver({ appToken: 'xapp-1', apiUrl: `${origin}/api/`, log });
  const receiver = new InboxReceiver({ inner, store, clock, log, stored: () => worker.wake() });
  const worker = new InboxWorker({ store, clock, log, handle: receiver.handle });
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'UB' }) });
  const seen: string[] = [];
  app.message(async () => void seen.push('message'));
  app.action('approve', async ({ ack }) => {
    seen.push('click');
    await ack();
  });
  const connected = once(sockets, 'connection') as Promise<[WebSocket]>;
  const started = app.start();
  const [socket] = await connected;
  const acknowledged: { envelope: string; rows: string[] }[] = [];
  socket.on('message', (data) => {
    const { envelope_id: envelope } = JSON.parse(String(data)) as { envelope_id: string };
    acknowledged.push({ envelope, rows: all(store.read.select().from(inbox)).map((row) => row.id) });
  });
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  await started;
  onTestFinished(() => app.stop().then(() => worker.stop()));

  const send = (envelope_id: string, type: string, payload: object) =>
    socket.send(JSON.stringify({ envelope_id, type, payload }));
  send('e1', 'events_api', messageEvent('Ev1'));
  await expect.poll(() => acknowledged).toEqual([{ envelope: 'e1', rows: ['event:Ev1'] }]);
  send('e2', 'events_api', messageEvent('Ev1'));
  send('e3', 'interactive', click('1.1.a'));
  await expect.poll(() => acknowledged.map((one) => one.envelope).sort()).toEqual(['e1', 'e2', 'e3']);
  expect(seen).toEqual(['click']);
  await worker.start();
  await worker.idle();
  expect(seen).toEqual(['click', 'message']);
});
