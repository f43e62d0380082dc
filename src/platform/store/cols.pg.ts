import type { SQL } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';

/** The column kit of PostgreSQL; see `cols.sqlite.ts` for what each name means. */
export const table = pg.pgTable;
export const { index, uniqueIndex, primaryKey } = pg;
export const text = (name: string) => pg.text(name);
export const int = (name: string) => pg.bigint(name, { mode: 'number' });
export const real = (name: string) => pg.doublePrecision(name);
export const bool = (name: string) => pg.boolean(name);
export const json = (name: string) => pg.jsonb(name);
export const ts = (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

type Database = pg.PgDatabase<pg.PgQueryResultHKT>;
export type Tx = Omit<Database, 'transaction'>;
export type Read = Pick<Database, 'select' | 'selectDistinct' | 'with' | 'execute'>;

// The four below have the types of their SQLite twins, so that every query of the house is checked against this dialect's
// tables today. Connecting PostgreSQL makes them answer promises; the compiler then names each place that must await.
const unconnected = (): never => {
  throw new Error('PostgreSQL has no driver in this build; start without --conditions=pg.');
};
export const all = <T>(_query: PromiseLike<T[]>): T[] => unconnected();
export const first = <T>(_query: PromiseLike<T[]>): T | undefined => unconnected();
export const run = (_query: PromiseLike<unknown>): void => unconnected();
export const raw = (_handle: Pick<Read, 'execute'>, _query: SQL): unknown[] => unconnected();
