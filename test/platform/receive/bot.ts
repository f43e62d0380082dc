import { App } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { InboxWorker } from '../../../src/platform/inbox/index.ts';
import { HttpFront, InboxReceiver } from '../../../src/platform/receive/index.ts';
import { all, inbox } from '../../../src/platform/store/index.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, temporaryStore } from '../temporary.ts';
import { signingSecret } from './signed.ts';

/** A Bolt app behind the whole way in, on a free port. */
export async function bot(options: { failing?: boolean } = {}) {
  const store = temporaryStore();
  const clock = new HandClock();
  const log = new RecordingLog();
  let healthy = true;
  const front = new HttpFront({ signingSecret, port: 0, host: '127.0.0.1', log, health: () => ({ ok: healthy }) });
  const receiver = new InboxReceiver({ inner: front, store, clock, log, stored: () => worker.wake() });
  const worker = new InboxWorker({ store, clock, log, handle: receiver.handle, after: () => () => undefined });
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'UB' }) });
  app.error(async (error) => Promise.reject(error));
  const seen: { what: string; inboxId: unknown }[] = [];
  app.message(async ({ message, context }) => {
    seen.push({ what: 'text' in message ? String(message.text) : '', inboxId: context.inboxId });
    if (options.failing) throw new TypeError('a mistake of ours');
  });
  app.action('approve', async ({ ack, context }) => {
    // What the delivery's row looks like while the listener works: stored before anything else happens.
    const row = all(store.read.select().from(inbox)).find((candidate) => candidate.id === context.inboxId);
    seen.push({ what: `click ${row?.status}`, inboxId: context.inboxId });
    await ack();
  });
  app.command('/handoff', async ({ ack, context }) => {
    seen.push({ what: 'command', inboxId: context.inboxId });
    await ack('here you are');
    if (options.failing) throw new TypeError('a mistake of ours');
  });
  app.view({ type: 'view_closed', callback_id: 'x' }, async ({ ack }) => ack());
  app.options('pick', async ({ ack }) => ack({ options: [] }));
  const port = await app.start();
  await worker.start();
  onTestFinished(async () => {
    await app.stop();
    await worker.stop();
  });
  const url = `http://127.0.0.1:${port}/slack/events`;
  const post = (request: RequestInit) => fetch(url, request);
  const rows = () => all(store.read.select().from(inbox).orderBy(inbox.seq));
  return {
    post,
    rows,
    seen,
    worker,
    log,
    url,
    port,
    store,
    clock,
    setHealthy: (value: boolean) => {
      healthy = value;
    },
  };
}
