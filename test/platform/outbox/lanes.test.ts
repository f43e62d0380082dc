import { describe, expect, test } from 'vitest';
import { RateLimited } from '../../../src/platform/outbox/index.ts';
import { desk, gate } from './desk.ts';

describe('lanes', () => {
  test('send one at a time each, side by side with the others, in the order of wanting', async () => {
    const gates = new Map<string, ReturnType<typeof gate>>();
    const { ask, sent, worker, settle } = await desk(({ entry }) => {
      const own = gate();
      gates.set(entry.key, own);
      return own.promise;
    });
    await ask({ key: 'a1', lane: 'A' }, { key: 'a2', lane: 'A' }, { key: 'b1', lane: 'B' });
    worker.wake();
    await expect.poll(sent).toEqual(['a1', 'b1']);
    gates.get('a1')?.resolve(undefined);
    await expect.poll(sent).toEqual(['a1', 'b1', 'a2']);
    gates.get('a2')?.resolve(undefined);
    gates.get('b1')?.resolve(undefined);
    await settle();
  });

  test('are served at most four at once', async () => {
    const held = gate();
    const { ask, sent, worker, settle } = await desk(() => held.promise);
    await ask(...['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key })));
    worker.wake();
    await expect.poll(sent).toHaveLength(4);
    held.resolve(undefined);
    await settle();
    expect(sent()).toHaveLength(6);
  });

  test('that are rate limited rest exactly as long as told, whole, while others go on; it costs no attempt', async () => {
    let limited = true;
    const { ask, settle, sent, clock, row } = await desk(async ({ entry }) => {
      if (entry.lane === 'A' && limited) throw new RateLimited(30_000);
      return undefined;
    });
    await ask({ key: 'a1', lane: 'A' }, { key: 'a2', lane: 'A' }, { key: 'b', lane: 'B' });
    await settle();
    expect(sent()).toEqual(['a1', 'b']);
    expect(row('a1')).toMatchObject({ attempts: 0, status: 'pending', maybeSent: false });
    limited = false;
    clock.forward(29_999);
    await ask({ key: 'b', lane: 'B' });
    await settle();
    expect(sent()).toEqual(['a1', 'b', 'b']);
    clock.forward(1);
    await settle();
    expect(sent().slice(3).sort()).toEqual(['a1', 'a2']);
  });
});
