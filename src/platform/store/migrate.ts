import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { StoreError } from './error.ts';

const Applied = z.array(z.object({ name: z.string(), sha256: z.string() }));
interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

/**
 * Applies `NNNN-name.sql` files of `directory` in order, each in its own transaction, after a backup of a database that
 * already has some. Returns the names applied and the backup's path. Throws `StoreError`: `newer_database`,
 * `foreign_database`, `migration_changed`, `migration_failed` (that file's transaction is rolled back).
 */
export function migrate(
  db: Database.Database,
  directory: string,
  now: Date,
): { applied: string[]; backup: string | null } {
  const files = readMigrations(directory);
  const known = readApplied(db);
  refuseMismatch(db.name, files, known);
  const waiting = files.slice(known.length);
  if (waiting.length === 0) return { applied: [], backup: null };
  const backup = known.length === 0 ? null : backupPath(db.name, known.length, now);
  if (backup !== null) db.prepare('VACUUM INTO ?').run(backup);
  // SQLite lets a table be rebuilt only with foreign keys off, and the pragma does nothing inside a transaction.
  db.pragma('foreign_keys = OFF');
  db.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL) STRICT',
  );
  for (const migration of waiting) apply(db, migration, now, backup);
  db.pragma('foreign_keys = ON');
  return { applied: waiting.map((migration) => migration.name), backup };
}

function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  return names.sort().map((name) => {
    // A checkout with CRLF line ends is the same migration.
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

function readApplied(db: Database.Database): { name: string; sha256: string }[] {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  if (tables.includes('migrations'))
    return Applied.parse(db.prepare('SELECT name, sha256 FROM migrations ORDER BY name').all());
  if (tables.length === 0) return [];
  throw new StoreError(
    'foreign_database',
    `${db.name} is a SQLite database of another program. Point BATON_DB at a file of its own.`,
  );
}

function refuseMismatch(path: string, files: Migration[], known: { name: string; sha256: string }[]): void {
  known.forEach((row, position) => {
    const file = files.find((candidate) => candidate.name === row.name);
    if (!file)
      throw new StoreError(
        'newer_database',
        `${path} was written by a newer Baton (it has ${row.name}). Start that version, or restore a backup made by this one.`,
      );
    if (file.sha256 !== row.sha256 || files[position] !== file)
      throw new StoreError(
        'migration_changed',
        `${row.name} was changed or overtaken after it was applied to ${path}. Migrations are append-only: put the file back and write a new, higher one.`,
      );
  });
}

function apply(db: Database.Database, migration: Migration, now: Date, backup: string | null): void {
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec(migration.sql);
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0) throw new Error('foreign_key_check found orphans');
    db.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(migration.name, migration.sha256, now.toISOString());
    db.exec('COMMIT');
  } catch (cause) {
    if (db.inTransaction) db.exec('ROLLBACK');
    const saved = backup === null ? '' : ` A backup from before is ${backup}.`;
    throw new StoreError(
      'migration_failed',
      `${migration.name} could not be applied to ${db.name} and was undone.${saved}`,
      cause,
    );
  }
}

const backupPath = (path: string, applied: number, now: Date): string =>
  `${path}.before-${String(applied + 1).padStart(4, '0')}-${now.toISOString().replaceAll(/[:.]/g, '')}`;
