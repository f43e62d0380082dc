import { describe, expect, test } from 'vitest';
import { Permanent, Transient, Unauthorized } from '../../../src/platform/outbox/index.ts';
import { desk, fine } from './desk.ts';

describe('a failure', () => {
  test('that may pass is tried again after 1, 2, 4 … seconds and at most five minutes', async () => {
    const { settle, ask, jobs, clock, row } = await desk(async () => {
      throw new Transient('http_503', { maybeSent: true });
    });
    await ask({ key: 'a' });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await settle();
      expect(jobs).toHaveLength(attempt);
      const wait = (row('a')?.dueAt.getTime() ?? 0) - clock.now().getTime();
      waits.push(wait / 1_000);
      clock.forward(wait - 1);
      await settle();
      expect(jobs).toHaveLength(attempt);
      clock.forward(1);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  test('spreads its retries within a quarter either way', async () => {
    for (const [random, wait] of [
      [0, 750],
      [0.999_999, 1_250],
    ] as const) {
      const failing = async () => {
        throw new Transient('http_503', { maybeSent: true });
      };
      const { ask, settle, row, clock } = await desk(failing, { random: () => random });
      await ask({ key: 'a' });
      await settle();
      expect((row('a')?.dueAt.getTime() ?? 0) - clock.now().getTime()).toBe(wait);
    }
  });

  test('tells the next try whether the first may have arrived', async () => {
    for (const maybeSent of [true, false]) {
      let failing = true;
      const { ask, settle, jobs, clock } = await desk(async () => {
        if (failing) throw new Transient('lost', { maybeSent });
        return undefined;
      });
      await ask({ key: 'a' });
      await settle();
      failing = false;
      clock.forward(1_000);
      await settle();
      expect(jobs.map((job) => job.previouslyTried)).toEqual([false, maybeSent]);
    }
  });

  test('in back-off keeps its turn when the entry is wanted again', async () => {
    const { ask, settle, jobs, clock } = await desk(async () => {
      throw new Transient('down', { maybeSent: false });
    });
    await ask({ key: 'a' });
    await settle();
    clock.forward(999);
    await ask({ key: 'a' });
    await settle();
    expect(jobs).toHaveLength(1);
  });

  test('for good is told once, blocks what needs it, and a new wish tries again', async () => {
    let broken = true;
    const { ask, settle, sent, failed, row, log, worker } = await desk(async () => {
      if (broken) throw new Permanent('channel_not_found');
      return undefined;
    });
    await ask({ key: 'a' }, { key: 'b', needs: 'a' });
    await settle();
    await settle();
    expect(failed).toEqual(['a channel_not_found']);
    expect(log.of('error')).toHaveLength(1);
    expect(sent()).toEqual(['a']);
    expect(row('a')).toMatchObject({ status: 'failed', lastError: 'channel_not_found' });
    expect(worker.health()).toMatchObject({ failed: 1, due: 1 });
    broken = false;
    await ask({ key: 'a' });
    await settle();
    expect(sent()).toEqual(['a', 'a', 'b']);
  });

  test('of a kind nobody sends is for good', async () => {
    const { ask, settle, failed } = await desk(fine);
    await ask({ key: 'a', kind: 'unknown' });
    await settle();
    expect(failed).toEqual(['a no_sender']);
  });

  test('nobody recognises is tried eight times with care, then given up', async () => {
    const { ask, settle, jobs, failed, clock } = await desk(async () => {
      throw new TypeError('undefined is not a function');
    });
    await ask({ key: 'a' });
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await settle();
      clock.forward(300_000);
    }
    expect(jobs).toHaveLength(8);
    expect(failed).toEqual(['a unexpected']);
  });

  test('of access pauses everything, says why, and resuming sends it all', async () => {
    let revoked = true;
    const { ask, settle, sent, worker, log, clock } = await desk(async () => {
      if (revoked) throw new Unauthorized('token_revoked');
      return undefined;
    });
    await ask({ key: 'a', lane: 'A' }, { key: 'b', lane: 'A' });
    await settle();
    clock.forward(3_600_000);
    await settle();
    expect(sent()).toEqual(['a']);
    expect(worker.health()).toMatchObject({ state: 'paused', reason: 'token_revoked' });
    expect(log.of('error')).toEqual(['The outbox is paused: our access was refused.']);
    revoked = false;
    await worker.resume();
    await settle();
    expect(sent().slice(1).sort()).toEqual(['a', 'b']);
    expect(worker.health()).toMatchObject({ state: 'running', reason: null, due: 0 });
  });
});
