import { expect, test } from 'vitest';
import { OutboxWorker, receiptOf, want } from '../../../src/platform/outbox/index.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, temporaryStore } from '../temporary.ts';
import { desk, gate } from './desk.ts';

test('stopping waits for the sends under way and starts none', async () => {
  const held = gate();
  const { ask, worker, sent, row } = await desk(() => held.promise);
  await ask({ key: 'a', lane: 'A' }, { key: 'b', lane: 'A' });
  worker.wake();
  await expect.poll(sent).toEqual(['a']);
  const stopped = worker.stop();
  held.resolve({ remote: 1 });
  await stopped;
  expect(sent()).toEqual(['a']);
  expect(row('a')).toMatchObject({ status: 'idle', done: 1 });
});

test('a full disk after a send is waited out, and nothing is sent twice', async () => {
  const store = temporaryStore();
  const clock = new HandClock();
  let sends = 0;
  let refusals = 2;
  // The transactions that follow the send fail twice, as they do on a full disk.
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  const tight: typeof store = {
    ...store,
    inTx: (fn) => {
      if (sends === 1 && refusals > 0) {
        refusals -= 1;
        return Promise.reject(full);
      }
      return store.inTx(fn);
    },
  };
  const post = {
    send: async () => {
      sends += 1;
      return { remote: 7 };
    },
  };
  const after = (_: number, work: () => void) => {
    queueMicrotask(work);
    return () => undefined;
  };
  const log = new RecordingLog();
  const worker = new OutboxWorker({ store: tight, senders: { post }, clock, log, random: () => 0.5, after });
  await store.inTx((tx) => want(tx, { key: 'a', handoffId: null, kind: 'post', args: {}, lane: 'l' }, clock.now()));
  await worker.start();
  await worker.idle();
  await worker.stop();
  expect(sends).toBe(1);
  expect(receiptOf(store.read, 'a')).toMatchObject({ remote: 7 });
  expect(log.of('error')).toHaveLength(2);
});
