import { describe, expect, test } from 'vitest';
import { type Job, receiptOf, receiptsOf, want, withdraw } from '../../../src/platform/outbox/index.ts';
import { all, outbox } from '../../../src/platform/store/index.ts';
import { desk, fine, gate } from './desk.ts';

describe('an entry', () => {
  test('is sent once and leaves a receipt', async () => {
    const { ask, settle, store, jobs, row } = await desk(fine);
    await ask({ key: 'a', args: { text: 'hello' } });
    await settle();
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({
      receipt: null,
      previouslyTried: false,
      entry: { args: { text: 'hello' }, attempts: 1 },
    });
    expect(receiptOf(store.read, 'a')).toMatchObject({ remote: { ts: 'a' }, contentHash: 'x', handoffId: 'h1' });
    expect(receiptsOf(store.read, 'h1')).toHaveLength(1);
    expect(row('a')).toMatchObject({ status: 'idle', done: 1, wanted: 1, attempts: 0, maybeSent: false });
  });

  test('wanted again finds its receipt, and keeps it when the sender gives none', async () => {
    const { ask, settle, store, jobs } = await desk(async ({ receipt }) => (receipt ? undefined : { remote: 1 }));
    await ask({ key: 'a' });
    await settle();
    await ask({ key: 'a' });
    await settle();
    expect(jobs[1]).toMatchObject({ receipt: { remote: 1 } });
    expect(receiptOf(store.read, 'a')).toMatchObject({ remote: 1 });
  });

  test('wanted many times before it goes becomes one send with the last arguments', async () => {
    const { ask, settle, jobs, row } = await desk(fine);
    await ask({ key: 'a', args: 1 }, { key: 'a', args: 2 }, { key: 'a', args: 3 });
    await settle();
    expect(jobs.map((job) => job.entry.args)).toEqual([3]);
    expect(row('a')).toMatchObject({ wanted: 3, done: 3 });
  });

  test('wanted while it is being sent goes once more, however often it was wanted', async () => {
    const first = gate();
    const { ask, settle, jobs, worker } = await desk(({ entry }) =>
      entry.args === 1 ? first.promise : fine({ entry } as Job),
    );
    await ask({ key: 'a', args: 1 });
    worker.wake();
    await expect.poll(() => jobs.length).toBe(1);
    await ask({ key: 'a', args: 2 }, { key: 'a', args: 3 });
    first.resolve({ remote: 1 });
    await settle();
    expect(jobs.map((job) => job.entry.args)).toEqual([1, 3]);
  });

  test('wanted once is not sent again', async () => {
    const { ask, settle, sent } = await desk(fine);
    await ask({ key: 'a', once: true });
    await settle();
    await ask({ key: 'a', once: true });
    await settle();
    expect(sent()).toEqual(['a']);
  });

  test('that is due later waits for its instant', async () => {
    const { ask, settle, sent, clock } = await desk(fine);
    await ask({ key: 'a', dueAt: new Date(clock.now().getTime() + 60_000) });
    await settle();
    expect(sent()).toEqual([]);
    clock.forward(60_000);
    await settle();
    expect(sent()).toEqual(['a']);
  });

  test('that was withdrawn is not sent', async () => {
    const { ask, settle, sent, store, clock } = await desk(fine);
    await store.inTx((tx) => {
      want(tx, { key: 'a', handoffId: null, kind: 'post', args: {}, lane: 'l' }, clock.now());
      withdraw(tx, ['a'], clock.now());
    });
    await ask({ key: 'b' });
    await settle();
    expect(sent()).toEqual(['b']);
  });

  test('goes only after the one it needs, also in another lane', async () => {
    const first = gate();
    const { ask, settle, sent, worker } = await desk(({ entry }) =>
      entry.key === 'z' ? first.promise : fine({ entry } as Job),
    );
    await ask({ key: 'a', needs: 'z' }, { key: 'b', needs: 'a' }, { key: 'z' });
    worker.wake();
    await expect.poll(sent).toEqual(['z']);
    first.resolve(undefined);
    await settle();
    expect(sent()).toEqual(['z', 'a', 'b']);
  });

  test('whose commit throws leaves neither its writes nor its receipt, and is reconciled next time', async () => {
    let broken = true;
    const { ask, settle, store, clock, jobs } = await desk(async () => ({
      remote: 1,
      commit: (tx) => {
        want(
          tx,
          { key: 'next', handoffId: null, kind: 'post', args: {}, lane: 'l', dueAt: new Date('2030-01-01T00:00:00Z') },
          clock.now(),
        );
        if (broken) throw new Error('a mistake of ours');
      },
    }));
    await ask({ key: 'a' });
    await settle();
    expect(receiptOf(store.read, 'a')).toBeNull();
    expect(all(store.read.select().from(outbox))).toHaveLength(1);
    broken = false;
    clock.forward(1_000);
    await settle();
    expect(jobs[1]?.previouslyTried).toBe(true);
    expect(all(store.read.select().from(outbox))).toHaveLength(2);
  });
});
