import type { RunResult } from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import * as lite from 'drizzle-orm/sqlite-core';

/** The column kit of SQLite. Its twin is `cols.pg.ts`; both export the same names, and a table is written once against `#cols`. */
export const table = lite.sqliteTable;
export const { index, uniqueIndex, primaryKey } = lite;
export const text = (name: string) => lite.text(name);
export const int = (name: string) => lite.integer(name);
export const real = (name: string) => lite.real(name);
export const bool = (name: string) => lite.integer(name, { mode: 'boolean' });
/** Read as `unknown`: what comes out of a JSON column is parsed with zod by its reader. */
export const json = (name: string) => lite.text(name, { mode: 'json' });
/** An instant, stored as ISO 8601 UTC text with milliseconds: sorts as it reads, and a person at a SQL prompt can read it. */
export const ts = lite.customType<{ data: Date; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toISOString(),
  fromDriver: (value) => new Date(value),
});

type Database = lite.BaseSQLiteDatabase<'sync', RunResult>;
/** The writing handle; exists only inside `inTx`. A `Tx` can be given wherever a `Read` is asked for. */
export type Tx = Omit<Database, 'transaction'>;
/** The reading handle. Its connection is opened read-only, so a write through `all` or `get` fails. */
export type Read = Pick<Database, 'select' | 'selectDistinct' | 'with' | 'all' | 'get'>;

/** Every row of a query (or of a write with `.returning()`). */
export const all = <T>(query: { all(): T[] }): T[] => query.all();
/** The first row or `undefined`. */
export const first = <T>(query: { all(): T[] }): T | undefined => query.all()[0];
/** Executes a write and hands nothing back; ask `.returning()` through `all` to know what it touched. */
export const run = (query: { run(): unknown }): void => {
  query.run();
};
/** Rows of hand-written SQL (full text); the caller parses them with zod. */
export const raw = (handle: Pick<Read, 'all'>, query: SQL): unknown[] => handle.all(query);
