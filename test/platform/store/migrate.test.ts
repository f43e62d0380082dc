import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { all, deliveries, openReadOnly, openStore, run } from '../../../src/platform/store/index.ts';
import { migrations, start, temporaryFolder } from '../temporary.ts';

const open = (path: string, directory = migrations) => openStore(path, { migrations: directory, now: start });
const receipt = (key: string) => ({ key, handoffId: null, remote: { ts: '1.2' }, contentHash: null, at: start });

describe('migrations', () => {
  const copyOfMigrations = () => {
    const directory = join(temporaryFolder(), 'sqlite');
    mkdirSync(directory);
    cpSync(join(migrations, '0001-platform.sql'), join(directory, '0001-platform.sql'));
    return directory;
  };

  test('that were changed after they ran are refused', async () => {
    const directory = copyOfMigrations();
    const path = join(temporaryFolder(), 'baton.sqlite');
    await open(path, directory).close();
    writeFileSync(join(directory, '0001-platform.sql'), 'CREATE TABLE x (a TEXT)');
    expect(() => open(path, directory)).toThrow(expect.objectContaining({ code: 'migration_changed' }));
  });

  test('that were slipped in before one that ran are refused', async () => {
    const directory = copyOfMigrations();
    const path = join(temporaryFolder(), 'baton.sqlite');
    await open(path, directory).close();
    writeFileSync(join(directory, '0000-early.sql'), 'CREATE TABLE x (a TEXT)');
    expect(() => open(path, directory)).toThrow(expect.objectContaining({ code: 'migration_changed' }));
  });

  test('run on an existing database only after a backup of it, and only once', async () => {
    const directory = copyOfMigrations();
    const folder = temporaryFolder();
    const path = join(folder, 'baton.sqlite');
    const before = open(path, directory);
    await before.inTx((tx) => run(tx.insert(deliveries).values(receipt('a'))));
    await before.close();
    writeFileSync(join(directory, '0002-more.sql'), 'CREATE TABLE more (a TEXT); DELETE FROM deliveries;');
    await open(path, directory).close();
    await open(path, directory).close();
    const backups = readdirSync(folder).filter((name) => name.includes('.before-0002-'));
    expect(backups).toHaveLength(1);
    const saved = openReadOnly(join(folder, backups[0] ?? ''));
    expect(all(saved.read.select().from(deliveries))).toHaveLength(1);
    saved.close();
  });

  test('that fail leave the old schema whole and name the backup', async () => {
    const directory = copyOfMigrations();
    const path = join(temporaryFolder(), 'baton.sqlite');
    await open(path, directory).close();
    writeFileSync(join(directory, '0002-broken.sql'), 'CREATE TABLE half (a TEXT); CREATE TABLE inbox (a TEXT);');
    expect(() => open(path, directory)).toThrow(
      expect.objectContaining({ code: 'migration_failed', message: expect.stringContaining('.before-0002-') }),
    );
    const db = new Database(path, { readonly: true });
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0);
    db.close();
  });
});
