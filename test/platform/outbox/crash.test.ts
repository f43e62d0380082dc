import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Job, OutboxWorker, receiptOf, want } from '../../../src/platform/outbox/index.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, migrations, start, temporaryFolder, temporaryStore } from '../temporary.ts';

test('a process killed between the send and its receipt leaves one message: the next run reconciles', async () => {
  const path = join(temporaryFolder(), 'baton.sqlite');
  const posted: string[] = [];
  const first = temporaryStore(path);
  const entry = { key: 'desk:h1', handoffId: 'h1', kind: 'post', args: {}, lane: 'post:C1' };
  await first.inTx((tx) => want(tx, entry, start));
  await first.close();

  const address = await receiveOnce(posted);
  const child = fork(join(import.meta.dirname, 'send-and-hang.ts'), [path, migrations, address.url]);
  address.kill = () => void child.kill('SIGKILL');
  await once(child, 'exit');
  expect(posted).toEqual(['desk:h1']);

  const jobs: Job[] = [];
  const store = temporaryStore(path);
  const post = {
    send: async (job: Job) => {
      jobs.push(job);
      const found = job.previouslyTried ? posted.indexOf(job.entry.key) : -1;
      const ts = found >= 0 ? found : posted.push(job.entry.key) - 1;
      return { remote: { ts } };
    },
  };
  const worker = new OutboxWorker({
    store,
    senders: { post },
    clock: new HandClock(),
    log: new RecordingLog(),
    random: () => 0.5,
  });
  await worker.start();
  await worker.idle();
  await worker.stop();
  expect(jobs).toMatchObject([{ previouslyTried: true, receipt: null, entry: { attempts: 2 } }]);
  expect(posted).toEqual(['desk:h1']);
  expect(receiptOf(store.read, 'desk:h1')).toMatchObject({ remote: { ts: 0 } });
});

/** A server that takes a post, keeps it, and calls `kill` instead of answering. */
async function receiveOnce(posted: string[]) {
  const address: { url: string; kill: () => void } = { url: '', kill: () => undefined };
  const server = createServer(async (req) => {
    for await (const part of req) posted.push(String(part));
    address.kill();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  address.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return address;
}
