import { describe, expect, test } from 'vitest';
import { desk, gate } from './desk.ts';

const slow = { kinds: ['read'], lanes: 2 };

describe('slow kinds', () => {
  test('have lanes of their own: chat goes on beside them', async () => {
    const held = gate();
    const { ask, sent, worker, settle } = await desk(({ entry }) => (entry.kind === 'read' ? held.promise : gone()), {
      slow,
    });
    await ask(...['r1', 'r2', 'r3', 'r4', 'r5'].map((key) => ({ key, kind: 'read' })));
    worker.wake();
    await expect.poll(sent).toEqual(['r1', 'r2']);
    await ask({ key: 'chat' });
    worker.wake();
    await expect.poll(sent).toEqual(['r1', 'r2', 'chat']);
    held.resolve(undefined);
    await settle();
    expect(sent().slice(3)).toEqual(['r3', 'r4', 'r5']);
  });

  test('are not kept waiting by chat either', async () => {
    const held = gate();
    const { ask, sent, worker, settle } = await desk(({ entry }) => (entry.kind === 'post' ? held.promise : gone()), {
      slow,
    });
    await ask(...['a', 'b', 'c', 'd', 'e'].map((key) => ({ key })), { key: 'r', kind: 'read' });
    worker.wake();
    await expect.poll(() => sent().sort()).toEqual(['a', 'b', 'c', 'd', 'r']);
    held.resolve(undefined);
    await settle();
  });

  test('share a lane with others one at a time', async () => {
    const held = gate();
    const { ask, sent, worker, settle, clock } = await desk(() => held.promise, { slow });
    await ask(
      { key: 'r', kind: 'read', lane: 'L' },
      { key: 'a', lane: 'L', dueAt: new Date(clock.now().getTime() - 1) },
    );
    worker.wake();
    await expect.poll(sent).toEqual(['a']);
    worker.wake();
    expect(sent()).toEqual(['a']);
    held.resolve(undefined);
    await settle();
    expect(sent()).toEqual(['a', 'r']);
  });
});

const gone = async () => undefined;
