import type Database from 'better-sqlite3';
import type { Tx } from '#cols';
import { StoreError } from './error.ts';

/** Runs `fn` in one `BEGIN IMMEDIATE` transaction. A promise as its result (an async function, or a query nobody ran) rolls back. */
export function transact<T>(db: Database.Database, tx: Tx, fn: (tx: Tx) => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = fn(tx);
    if (isThenable(result)) {
      // Its rejection is of no interest any more and must not end the process as an unhandled one.
      if (result instanceof Promise) result.catch(() => undefined);
      throw new StoreError(
        'async_transaction',
        'inTx was given an async function or a query that was not run. Inside a transaction everything is synchronous: use all, first and run of #cols, and keep network calls outside.',
      );
    }
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
