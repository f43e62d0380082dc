import { describe, expect, test } from 'vitest';
import { Permanent, pruneOutbox, receiptOf, want } from '../../../src/platform/outbox/index.ts';
import { nextDue } from '../../../src/platform/outbox/pick.ts';
import { outbox, run } from '../../../src/platform/store/index.ts';
import { temporaryStore } from '../temporary.ts';
import { desk, fine } from './desk.ts';

const file = { file: { name: 'secret-plan.pdf' } };
const month = 30 * 86_400_000;

describe('an entry that is done once', () => {
  test('keeps nothing of what it was about when it is done, and is not done again', async () => {
    const { ask, settle, row, sent, jobs } = await desk(fine);
    await ask({ key: 'a', once: true, args: file });
    expect(row('a')?.args).toEqual(file);
    await settle();
    expect(jobs[0]?.entry.args).toEqual(file);
    expect(row('a')).toMatchObject({ status: 'idle', args: null });
    await ask({ key: 'a', once: true, args: file });
    await settle();
    expect(sent()).toEqual(['a']);
    expect(row('a')?.args).toBeNull();
  });

  test('keeps it while it may be tried again; another entry keeps it for good', async () => {
    const { ask, settle, row } = await desk(async ({ entry }) => {
      if (entry.key === 'a') throw new Permanent('no');
      return undefined;
    });
    await ask({ key: 'a', once: true, args: file }, { key: 'b', args: file });
    await settle();
    expect(row('a')).toMatchObject({ status: 'failed', args: file });
    expect(row('b')).toMatchObject({ status: 'idle', args: file });
  });

  test('is forgotten 30 days after, done or failed; its receipt stays', async () => {
    const { ask, settle, row, store, clock } = await desk(async (job) => {
      if (job.entry.key === 'bad') throw new Permanent('no');
      return fine(job);
    });
    await ask({ key: 'a', once: true }, { key: 'bad', once: true }, { key: 'often' });
    await ask({ key: 'later', once: true, dueAt: new Date('2030-01-01T00:00:00Z') });
    await settle();
    const prune = (milliseconds: number) =>
      store.inTx((tx) => pruneOutbox(tx, new Date(clock.now().getTime() + milliseconds)));
    expect(await prune(month)).toBe(0);
    expect(await prune(month + 1)).toBe(2);
    expect(['a', 'bad', 'often', 'later'].map((key) => row(key) !== undefined)).toEqual([false, false, true, true]);
    expect(receiptOf(store.read, 'a')).not.toBeNull();
  });

  test('is kept as long as another entry needs it', async () => {
    const { ask, settle, store, clock, sent } = await desk(fine);
    await ask({ key: 'a', once: true }, { key: 'b', needs: 'a', dueAt: new Date(clock.now().getTime() + 2 * month) });
    await settle();
    clock.forward(2 * month);
    expect(await store.inTx((tx) => pruneOutbox(tx, clock.now()))).toBe(0);
    await settle();
    expect(sent()).toEqual(['a', 'b']);
  });
});

test('what is due is found as fast among ten thousand finished entries as among a hundred', async () => {
  const timeOf = async (finished: number): Promise<number> => {
    const store = temporaryStore();
    const at = new Date('2026-03-02T09:00:00.000Z');
    await store.inTx((tx) => {
      for (let seq = 1; seq <= finished; seq += 1) {
        const counters = { seq, wanted: 1, done: 1, attempts: 0, maybeSent: false, status: 'idle' as const };
        const about = { handoffId: 'h', kind: 'read', args: null, lane: 'l', needs: null, once: true };
        run(
          tx
            .insert(outbox)
            .values({ key: `done-${seq}`, ...about, ...counters, dueAt: at, lastError: null, updatedAt: at }),
        );
      }
      const entry = { handoffId: 'h', kind: 'post', args: null, lane: 'l', needs: 'done-1' };
      want(tx, { ...entry, key: 'next' }, at);
    });
    const times = Array.from({ length: 50 }, () => {
      const started = performance.now();
      expect(nextDue(store.read, at, [], { except: [] })?.key).toBe('next');
      return performance.now() - started;
    });
    return times.sort((a, b) => a - b)[10] ?? 0;
  };
  const [few, many] = [await timeOf(100), await timeOf(10_000)];
  expect(many).toBeLessThan(few * 4);
});
