import { and, count, eq, lte, min } from 'drizzle-orm';
import { all, first, outbox, type Read } from '../store/index.ts';

export interface OutboxHealth {
  state: 'stopped' | 'running' | 'paused';
  /** Why it is paused: the other side's error code. */
  reason: string | null;
  /** Entries that should have gone by now, blocked ones included, and since when the oldest waits. */
  due: number;
  oldestDueAt: Date | null;
  sending: number;
  failed: number;
}

export function readHealth(read: Read, now: Date): Omit<OutboxHealth, 'state' | 'reason'> {
  const totals = all(read.select({ status: outbox.status, rows: count() }).from(outbox).groupBy(outbox.status));
  const of = (status: string): number => totals.find((total) => total.status === status)?.rows ?? 0;
  const isDue = and(eq(outbox.status, 'pending'), lte(outbox.dueAt, now));
  const due = first(
    read
      .select({ rows: count(), oldest: min(outbox.dueAt) })
      .from(outbox)
      .where(isDue),
  );
  return { due: due?.rows ?? 0, oldestDueAt: due?.oldest ?? null, sending: of('sending'), failed: of('failed') };
}
