import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  all,
  backupDatabase,
  deliveries,
  openReadOnly,
  openStore,
  restoreDatabase,
  run,
  type Store,
} from '../../../src/platform/store/index.ts';
import { migrations, start, temporaryFolder, temporaryStore } from '../temporary.ts';

const put = (store: Store, ...keys: string[]) =>
  store.inTx((tx) => {
    for (const key of keys)
      run(tx.insert(deliveries).values({ key, handoffId: null, remote: null, contentHash: null, at: start }));
  });
const keysIn = (path: string): string[] => {
  const { read, close } = openReadOnly(path);
  const keys = all(read.select().from(deliveries)).map((row) => row.key);
  close();
  return keys.sort();
};
const elsewhere = (name = 'copy.sqlite') => join(temporaryFolder(), name);
const left = (path: string) => readdirSync(dirname(path)).filter((name) => /partial|restoring/.test(name));

/** A backup of a database that holds these keys. */
const aBackup = async (...keys: string[]): Promise<string> => {
  const store = temporaryStore();
  await put(store, ...keys);
  const file = elsewhere();
  backupDatabase(store.path, file);
  return file;
};
const damage = (path: string): void => {
  const bytes = readFileSync(path);
  const page = Math.floor(bytes.length / 8192) * 4096;
  bytes.fill(0xa5, page, page + 4096);
  writeFileSync(path, bytes);
};
const many = Array.from({ length: 400 }, (_, index) => `key-${index}`);

describe('a backup', () => {
  test('holds what a running Baton has committed, the newest included, and can be opened', async () => {
    const store = temporaryStore();
    await put(store, 'a');
    const file = elsewhere();
    backupDatabase(store.path, file);
    await put(store, 'b');
    expect(keysIn(file)).toEqual(['a']);
    await temporaryStore(file).close();
    expect(left(file)).toEqual([]);
  });

  test('can be taken of a stopped one, in a folder that is not there yet', async () => {
    const store = temporaryStore();
    await put(store, 'a');
    await store.close();
    const file = elsewhere('deep/er/copy.sqlite');
    backupDatabase(store.path, file);
    expect(keysIn(file)).toEqual(['a']);
  });

  test('never overwrites a file', async () => {
    const store = temporaryStore();
    const file = elsewhere();
    writeFileSync(file, 'dear');
    expect(() => backupDatabase(store.path, file)).toThrow(expect.objectContaining({ code: 'exists' }));
    expect(readFileSync(file, 'utf8')).toBe('dear');
  });

  test('of a damaged database is refused and leaves no file', async () => {
    const store = temporaryStore();
    await put(store, ...many);
    await store.close();
    damage(store.path);
    const file = elsewhere();
    expect(() => backupDatabase(store.path, file)).toThrow(expect.objectContaining({ code: 'corrupt' }));
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  test('of nothing is refused', () => {
    expect(() => backupDatabase(elsewhere(), elsewhere())).toThrow(/There is no database at/);
  });
});

describe('a restore', () => {
  test('puts the backup in place and keeps the database before, with its last commits', async () => {
    const backup = await aBackup('old');
    const store = temporaryStore();
    await put(store, 'new');
    await store.close();
    const { kept } = restoreDatabase(backup, store.path, start);
    expect(basename(kept ?? '')).toBe(`${basename(store.path)}.before-restore-2026-03-02T090000000Z`);
    expect(keysIn(store.path)).toEqual(['old']);
    expect(keysIn(kept ?? '')).toEqual(['new']);
    expect(left(store.path)).toEqual([]);
    await temporaryStore(store.path).close();
  });

  test('keeps what a killed Baton had not merged into its file, and does not merge it into the new one', async () => {
    const backup = await aBackup('old');
    const store = temporaryStore();
    await put(store, 'new');
    // As a kill leaves it: a copy taken while it is open, with the log beside it.
    const path = join(temporaryFolder(), 'killed.sqlite');
    for (const ending of ['', '-wal']) writeFileSync(path + ending, readFileSync(store.path + ending));
    const { kept } = restoreDatabase(backup, path, start);
    expect(keysIn(kept ?? '')).toEqual(['new']);
    expect(keysIn(path)).toEqual(['old']);
  });

  test('works where there is no database, or a damaged one', async () => {
    const backup = await aBackup('old');
    const path = elsewhere('data/baton.sqlite');
    expect(restoreDatabase(backup, path, start)).toEqual({ kept: null });
    writeFileSync(path, 'no database '.repeat(500));
    const { kept } = restoreDatabase(backup, path, start);
    expect(readFileSync(kept ?? '', 'utf8')).toContain('no database');
    expect(keysIn(path)).toEqual(['old']);
  });

  test('is refused while a Baton uses the database, and changes nothing', async () => {
    const backup = await aBackup('old');
    const store = temporaryStore();
    await put(store, 'new');
    expect(() => restoreDatabase(backup, store.path, start)).toThrow(expect.objectContaining({ code: 'in_use' }));
    expect(keysIn(store.path)).toEqual(['new']);
  });

  test.each<[string, string, (path: string) => void]>([
    ['a damaged backup', 'corrupt', damage],
    ['a file that is no database', 'corrupt', (path) => writeFileSync(path, 'no database '.repeat(500))],
    [
      'a database of another program',
      'foreign_database',
      (path) => {
        writeFileSync(path, '');
        const other = new Database(path);
        other.exec('CREATE TABLE books (title TEXT)');
        other.close();
      },
    ],
  ])('of %s is refused, and changes nothing', async (_, code, spoil) => {
    const backup = await aBackup(...many);
    spoil(backup);
    const store = temporaryStore();
    await put(store, 'new');
    await store.close();
    expect(() => restoreDatabase(backup, store.path, start)).toThrow(expect.objectContaining({ code }));
    expect(keysIn(store.path)).toEqual(['new']);
    expect(existsSync(`${store.path}.before-restore-2026-03-02T090000000Z`)).toBe(false);
    expect(left(store.path)).toEqual([]);
    await openStore(store.path, { migrations, now: start }).close();
  });
});
