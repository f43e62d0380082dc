import { eq, max } from 'drizzle-orm';
import { first, type OutboxStatus, outbox, run, type Tx } from '../store/index.ts';
import type { Wanted } from './entry.ts';

/** Records inside the caller's transaction that something must be brought in line. Wake the worker after the commit. */
export function want(tx: Tx, entry: Wanted, now: Date): void {
  const known = first(tx.select().from(outbox).where(eq(outbox.key, entry.key)));
  const due = entry.dueAt ?? now;
  const { key, handoffId, kind, args, lane, needs = null, once = false } = entry;
  const fresh = { handoffId, kind, args, lane, needs, once, updatedAt: now };
  if (!known) {
    const counters = { wanted: 1, done: 0, attempts: 0, maybeSent: false, status: 'pending' as const };
    run(tx.insert(outbox).values({ key, seq: nextSeq(tx), ...fresh, ...counters, dueAt: due, lastError: null }));
    return;
  }
  if (once) return;
  const settled = known.status === 'idle' || known.status === 'failed';
  // An entry in back-off keeps its turn: a busy handoff must not hammer a side that is down.
  const restart = settled ? { attempts: 0, dueAt: due, lastError: null } : {};
  const earlier = known.status === 'pending' && known.attempts === 0 ? { dueAt: due } : {};
  const status: OutboxStatus = settled ? 'pending' : known.status;
  const change = { ...fresh, ...restart, ...earlier, status, wanted: known.wanted + 1 };
  run(tx.update(outbox).set(change).where(eq(outbox.key, entry.key)));
}

const nextSeq = (tx: Tx): number => (first(tx.select({ last: max(outbox.seq) }).from(outbox))?.last ?? 0) + 1;
