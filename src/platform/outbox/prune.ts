import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { all, outbox, type Tx } from '../store/index.ts';

/** Longer than Slack repeats a delivery and than a weekly slot lasts, so that nothing done once is wanted a second time. */
const keptDays = 30;

/** Forgets `once` entries that were closed more than 30 days ago and that no other entry needs; returns how many. Receipts stay. */
export function pruneOutbox(tx: Tx, now: Date): number {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const closed = and(eq(outbox.once, true), inArray(outbox.status, ['idle', 'failed']), lt(outbox.updatedAt, before));
  const unneeded = sql`NOT EXISTS (SELECT 1 FROM ${outbox} AS other WHERE other.needs = ${outbox.key})`;
  return all(tx.delete(outbox).where(and(closed, unneeded)).returning({ key: outbox.key })).length;
}
