import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { StoreError } from './error.ts';

const Holder = z.object({ pid: z.number(), host: z.string() });

/**
 * Holds the write lock of `<database>.lock` for the life of this process, or throws `StoreError('in_use')`.
 * The operating system frees that lock with the process, a SIGKILL included. A process id in a row could not tell:
 * in a container the dead holder and its successor are both process 1.
 */
export function takeLease(databasePath: string): { release(): void } {
  const lock = new Database(`${databasePath}.lock`, { timeout: 0 });
  try {
    lock.exec('CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), pid INTEGER, host TEXT)');
    lock.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?, ?)').run(process.pid, hostname());
    // Only the write lock is held (IMMEDIATE, not EXCLUSIVE), so that the one who is turned away can still read who holds it.
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const message = `Another Baton${describeHolder(lock)} is using ${databasePath}. Stop it first, or give this one its own BATON_DB.`;
    lock.close();
    throw isBusy(error) ? new StoreError('in_use', message, error) : error;
  }
  return { release: () => void lock.close() };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

function describeHolder(lock: Database.Database): string {
  try {
    const holder = Holder.parse(lock.prepare('SELECT pid, host FROM holder').get());
    return ` (process ${holder.pid} on ${holder.host})`;
  } catch {
    return '';
  }
}
