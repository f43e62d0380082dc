import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Read, Tx } from '#cols';
import { StoreError } from './error.ts';
import { takeLease } from './lease.ts';
import { migrate } from './migrate.ts';
import { transact } from './transact.ts';

export interface Store {
  readonly path: string;
  /** Reads of the last committed state, on a connection of its own: never half of a transaction. */
  readonly read: Read;
  /**
   * The one way to write. `fn` runs inside `BEGIN IMMEDIATE … COMMIT`, one at a time in order of calling, and must be
   * synchronous; what it throws rolls back and rejects. Throws `StoreError` `async_transaction` or `closed`.
   */
  inTx<T>(fn: (tx: Tx) => T): Promise<T>;
  /** Called after every commit; returns its removal. For waking workers, so it must be quick and must not throw. */
  onCommit(listener: () => void): () => void;
  /** Copies the committed state into a new file while work goes on. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens for writing, alone (see `takeLease`), checked and migrated. Throws `StoreError` with a sentence for the operator. */
export function openStore(path: string, options: { migrations: string; now: Date }): Store {
  mkdirSync(dirname(path), { recursive: true });
  const lease = takeLease(path);
  try {
    const write = connect(path);
    migrate(write, options.migrations, options.now);
    const reader = new Database(path, { readonly: true, timeout: busyMilliseconds });
    return assemble(path, write, reader, lease.release);
  } catch (error) {
    lease.release();
    throw error;
  }
}

/** Opens for reading only, also beside a running Baton. For reports and checks on the command line. */
export function openReadOnly(path: string): { read: Read; close(): void } {
  if (!existsSync(path)) throw new StoreError('corrupt', `There is no database at ${path}.`);
  const reader = new Database(path, { readonly: true, timeout: busyMilliseconds });
  return { read: asRead(reader), close: () => void reader.close() };
}

// A busy writer blocks the event loop for the whole timeout, and the lease leaves nobody to wait for.
const busyMilliseconds = 250;

function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: busyMilliseconds });
  try {
    const findings = db.pragma('quick_check(1)', { simple: true });
    if (findings !== 'ok') throw new Error(String(findings));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    return db;
  } catch (cause) {
    db.close();
    throw new StoreError(
      'corrupt',
      `The database ${path} is damaged. Restore the last backup with: npm run -s baton -- restore BACKUP-FILE`,
      cause,
    );
  }
}

// SAFETY of both casts: without the pg condition `#cols` is the SQLite kit, whose handles drizzle makes here; under the pg
// condition this file is only type-checked.
const asRead = (db: Database.Database): Read => drizzle({ client: db }) as unknown as Read;
const asTx = (db: Database.Database): Tx => drizzle({ client: db }) as unknown as Tx;

function assemble(path: string, write: Database.Database, reader: Database.Database, release: () => void): Store {
  const tx = asTx(write);
  const listeners = new Set<() => void>();
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;
  const turn = <T>(work: () => T): Promise<Awaited<T>> => {
    const mine = tail.then(work);
    tail = mine.catch(() => undefined);
    return mine as Promise<Awaited<T>>;
  };
  const refuseClosed = (): void => {
    if (closed) throw new StoreError('closed', 'The database has been closed.');
  };
  return {
    path,
    read: asRead(reader),
    async inTx<T>(fn: (tx: Tx) => T): Promise<T> {
      const result = turn(() => {
        refuseClosed();
        return { value: transact(write, tx, fn) };
      });
      const { value } = await result;
      for (const listener of listeners) listener();
      return value;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async backup(target) {
      refuseClosed();
      await write.backup(target);
    },
    close: () =>
      turn(() => {
        if (closed) return;
        closed = true;
        reader.close();
        write.close();
        release();
      }),
  };
}
