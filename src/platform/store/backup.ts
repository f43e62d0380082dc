import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './error.ts';
import { takeLease } from './lease.ts';

/**
 * Copies a database, also one that a running Baton is writing to, as it stands committed at this moment, into one new file.
 * Erased text is not in it: only what is still there is copied. Throws `StoreError`.
 */
export function backupDatabase(path: string, target: string): void {
  refuseMissing(path, `There is no database at ${path}.`);
  if (existsSync(target))
    throw new StoreError('exists', `${target} is there already. Give the backup a name of its own.`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  checkedCopy(path, partial, `The database ${path}`);
  renameSync(partial, target);
}

/**
 * Puts a backup in the place of the database, which no Baton may be using; answers where the one before is kept, or null when
 * there was none. Throws `StoreError`; the database is as it was then.
 */
export function restoreDatabase(backup: string, path: string, now: Date): { kept: string | null } {
  refuseMissing(backup, `There is no backup at ${backup}.`);
  mkdirSync(dirname(path), { recursive: true });
  const lease = takeLease(path);
  const fresh = `${path}.restoring`;
  try {
    checkedCopy(backup, fresh, `The backup ${backup}`);
    const kept = existsSync(path) ? keep(path, now) : null;
    // What the old one had not yet merged must not be taken for the new one's.
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
    renameSync(fresh, path);
    return { kept };
  } finally {
    rmSync(fresh, { force: true });
    lease.release();
  }
}

const refuseMissing = (path: string, message: string): void => {
  if (!existsSync(path)) throw new StoreError('corrupt', message);
};

/** The two files that SQLite keeps beside a database belong to it: without them its last commits would be lost. */
const endings = ['', '-wal', '-shm'];

/** A copy, not a move: whenever this is cut off, there is a database at `path`. */
function keep(path: string, now: Date): string {
  const kept = `${path}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '')}`;
  for (const ending of endings) if (existsSync(path + ending)) copyFileSync(path + ending, kept + ending);
  return kept;
}

/** Writes a whole and tidy copy of a database of Baton's, or nothing. `what` begins the sentence about what is wrong with it. */
function checkedCopy(from: string, to: string, what: string): void {
  let source: Database.Database | undefined;
  rmSync(to, { force: true });
  try {
    source = new Database(from, { readonly: true, fileMustExist: true });
    const findings = source.pragma('quick_check(1)', { simple: true });
    if (findings !== 'ok') throw new Error(String(findings));
    if (!isOurs(source))
      throw new StoreError('foreign_database', `${what} was not written by Baton. Nothing was changed.`);
    source.prepare('VACUUM INTO ?').run(to);
    flush(to);
  } catch (cause) {
    rmSync(to, { force: true });
    if (cause instanceof StoreError) throw cause;
    if (isDamage(cause)) throw new StoreError('corrupt', `${what} is damaged. Nothing was changed.`, cause);
    throw cause;
  } finally {
    source?.close();
  }
}

/** SQLite does not wait for the disk here; whoever then removes the original has to. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

const isOurs = (db: Database.Database): boolean => {
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return names.includes('migrations') && names.includes('outbox');
};

/** A full disk or a folder that may not be written to is no damage. */
const isDamage = (error: unknown): boolean =>
  !(error instanceof Database.SqliteError) || /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
