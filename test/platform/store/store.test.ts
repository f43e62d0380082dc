import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { all, deliveries, first, openReadOnly, raw, run } from '../../../src/platform/store/index.ts';
import { start, temporaryFolder, temporaryStore } from '../temporary.ts';

const receipt = (key: string) => ({ key, handoffId: null, remote: { ts: '1.2' }, contentHash: null, at: start });

describe('a transaction', () => {
  test('is seen by readers only once it is committed, and comes back as it went in', async () => {
    const store = temporaryStore();
    await store.inTx((tx) => {
      run(tx.insert(deliveries).values(receipt('a')));
      expect(all(store.read.select().from(deliveries))).toEqual([]);
      expect(all(tx.select().from(deliveries))).toHaveLength(1);
    });
    expect(all(store.read.select().from(deliveries))).toEqual([receipt('a')]);
  });

  test('leaves nothing behind when its callback throws, and the next one works', async () => {
    const store = temporaryStore();
    const failing = store.inTx((tx) => {
      run(tx.insert(deliveries).values(receipt('a')));
      throw new Error('no');
    });
    const following = store.inTx((tx) => run(tx.insert(deliveries).values(receipt('b'))));
    await expect(failing).rejects.toThrow('no');
    await following;
    expect(all(store.read.select().from(deliveries)).map((row) => row.key)).toEqual(['b']);
  });

  test('refuses an async callback and a query nobody ran, undone', async () => {
    const store = temporaryStore();
    const asynchronous = store.inTx(async (tx) => run(tx.insert(deliveries).values(receipt('a'))));
    await expect(asynchronous).rejects.toMatchObject({ code: 'async_transaction' });
    const unrun = store.inTx((tx) => tx.insert(deliveries).values(receipt('b')));
    await expect(unrun).rejects.toMatchObject({ code: 'async_transaction' });
    expect(all(store.read.select().from(deliveries))).toEqual([]);
  });

  test('runs one after another in order of calling, and tells listeners after each commit', async () => {
    const store = temporaryStore();
    let commits = 0;
    const remove = store.onCommit(() => {
      commits += 1;
    });
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((number) => store.inTx(() => order.push(number))));
    remove();
    await store.inTx(() => undefined);
    expect(order).toEqual([1, 2, 3]);
    expect(commits).toBe(3);
  });

  test('is refused after close', async () => {
    const store = temporaryStore();
    await store.close();
    await expect(store.inTx(() => 1)).rejects.toMatchObject({ code: 'closed' });
  });
});

test('the reading handle cannot write', () => {
  const store = temporaryStore();
  expect(() => raw(store.read, sql`DELETE FROM deliveries RETURNING key`)).toThrow(/readonly/);
});

test('a backup taken while open holds what was committed, and opens', async () => {
  const store = temporaryStore();
  await store.inTx((tx) => run(tx.insert(deliveries).values(receipt('a'))));
  const copy = join(temporaryFolder(), 'copy.sqlite');
  await store.backup(copy);
  const other = temporaryStore(copy);
  expect(first(other.read.select().from(deliveries).where(eq(deliveries.key, 'a')))).toEqual(receipt('a'));
});

test('the command line reads beside a running store', async () => {
  const store = temporaryStore();
  await store.inTx((tx) => run(tx.insert(deliveries).values(receipt('a'))));
  const beside = openReadOnly(store.path);
  expect(all(beside.read.select().from(deliveries))).toHaveLength(1);
  beside.close();
});
