import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { deliveries, openStore, run } from '../../../src/platform/store/index.ts';
import { migrations, start, temporaryFolder, temporaryStore } from '../temporary.ts';

const open = (path: string) => openStore(path, { migrations, now: start });
const receipt = (key: string) => ({ key, handoffId: null, remote: { ts: '1.2' }, contentHash: null, at: start });

describe('a file that must not be used', () => {
  test('with a damaged page is refused with the restore command', async () => {
    const store = temporaryStore();
    await store.inTx((tx) => {
      for (let row = 0; row < 400; row += 1) run(tx.insert(deliveries).values(receipt(`key-${row}`)));
    });
    await store.close();
    const bytes = readFileSync(store.path);
    // The middle of the file: a page with rows, not the header, which SQLite would notice by itself.
    bytes.fill(0xa5, Math.floor(bytes.length / 8192) * 4096, Math.floor(bytes.length / 8192) * 4096 + 4096);
    writeFileSync(store.path, bytes);
    expect(() => open(store.path)).toThrow(
      expect.objectContaining({ code: 'corrupt', message: expect.stringContaining('restore') }),
    );
  });

  test('with a broken header is refused as damaged', () => {
    const path = join(temporaryFolder(), 'baton.sqlite');
    writeFileSync(path, 'this is no database, however long it may be '.repeat(200));
    expect(() => open(path)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  test('of another program is left alone', () => {
    const path = join(temporaryFolder(), 'other.sqlite');
    const other = new Database(path);
    other.exec('CREATE TABLE books (title TEXT)');
    other.close();
    expect(() => open(path)).toThrow(expect.objectContaining({ code: 'foreign_database' }));
  });

  test('written by a newer version is left alone', async () => {
    const store = temporaryStore();
    await store.close();
    const db = new Database(store.path);
    db.exec("INSERT INTO migrations VALUES ('9999-future.sql', 'x', '2027-01-01T00:00:00.000Z')");
    db.close();
    expect(() => open(store.path)).toThrow(expect.objectContaining({ code: 'newer_database' }));
  });
});
