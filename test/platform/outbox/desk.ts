import { onTestFinished } from 'vitest';
import { type Job, OutboxWorker, type Sent, type Wanted, want } from '../../../src/platform/outbox/index.ts';
import { all, outbox } from '../../../src/platform/store/index.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, temporaryStore } from '../temporary.ts';

export type Send = (job: Job) => Promise<Sent | undefined>;

/** An outbox on a real file with one kind of entry, `post`, and a clock that is moved by hand. */
export async function desk(
  send: Send,
  more: { random?: () => number; slow?: { kinds: string[]; lanes: number } } = {},
) {
  const store = temporaryStore();
  const clock = new HandClock();
  const log = new RecordingLog();
  const failed: string[] = [];
  const jobs: Job[] = [];
  const post = {
    send: (job: Job) => {
      jobs.push(job);
      return send(job);
    },
  };
  const worker = new OutboxWorker({
    store,
    senders: { post, read: post },
    clock,
    log,
    random: more.random ?? (() => 0.5),
    ...(more.slow ? { slow: more.slow } : {}),
    onFailed: (entry, failure) => void failed.push(`${entry.key} ${failure.code}`),
    after: () => () => undefined,
  });
  await worker.start();
  onTestFinished(() => worker.stop());
  const ask = (...entries: (Partial<Wanted> & { key: string })[]) =>
    store.inTx((tx) => {
      for (const entry of entries)
        want(tx, { handoffId: 'h1', kind: 'post', args: {}, lane: entry.key, ...entry }, clock.now());
    });
  const settle = () => worker.idle();
  const row = (key: string) => all(store.read.select().from(outbox)).find((candidate) => candidate.key === key);
  const sent = () => jobs.map((job) => job.entry.key);
  return { store, clock, log, worker, jobs, failed, ask, settle, row, sent };
}

export const fine: Send = async ({ entry }) => ({ remote: { ts: entry.key }, contentHash: 'x' });
/** A promise to be settled by the test. */
export function gate() {
  return Promise.withResolvers<Sent | undefined>();
}
