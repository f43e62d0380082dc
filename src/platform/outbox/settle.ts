import { and, eq, inArray } from 'drizzle-orm';
import { deliveries, first, outbox, run, type Tx } from '../store/index.ts';
import type { OutboxEntry } from './entry.ts';
import { Permanent, RateLimited, type SendFailure, Transient, Unauthorized } from './failures.ts';
import type { Sent } from './sender.ts';

/** Writes the receipt and closes the attempt; what was wanted meanwhile makes the entry pending again. */
export function settleSent(tx: Tx, entry: OutboxEntry, sent: Sent, now: Date): void {
  const { key, handoffId } = entry;
  if (sent.remote !== undefined || sent.contentHash !== undefined) {
    const known = {
      ...(sent.remote === undefined ? {} : { remote: sent.remote }),
      ...(sent.contentHash === undefined ? {} : { contentHash: sent.contentHash }),
      at: now,
    };
    run(
      tx
        .insert(deliveries)
        .values({ key, handoffId, remote: null, contentHash: null, ...known })
        .onConflictDoUpdate({ target: deliveries.key, set: known }),
    );
  }
  sent.commit?.(tx);
  // Asked after `commit`, which may have wanted this very entry again.
  const status = wantedAgain(tx, entry) ? 'pending' : 'idle';
  const clean = { attempts: 0, maybeSent: false, lastError: null, dueAt: now, updatedAt: now };
  // What is never sent again keeps no outside text, such as a file's name.
  const blank = entry.once && status === 'idle' ? { args: null } : {};
  run(
    tx
      .update(outbox)
      .set({ ...clean, ...blank, status, done: entry.wanted })
      .where(eq(outbox.key, key)),
  );
}

/** Closes a failed attempt. `retryAt` is when a limited or transient failure may be tried again. */
export function settleFailed(tx: Tx, entry: OutboxEntry, failure: SendFailure, retryAt: Date, now: Date): void {
  const maybeSent = entry.maybeSent || (failure instanceof Transient && failure.maybeSent);
  const uncounted = failure instanceof RateLimited || failure instanceof Unauthorized;
  const attempts = uncounted ? entry.attempts - 1 : entry.attempts;
  const over = failure instanceof Permanent && !wantedAgain(tx, entry);
  const status = over ? 'failed' : failure instanceof Unauthorized ? 'paused' : 'pending';
  const change = { status, attempts, maybeSent, dueAt: retryAt, lastError: failure.code, updatedAt: now } as const;
  run(tx.update(outbox).set(change).where(eq(outbox.key, entry.key)));
}

const wantedAgain = (tx: Tx, entry: OutboxEntry): boolean => {
  const now = first(tx.select({ wanted: outbox.wanted }).from(outbox).where(eq(outbox.key, entry.key)));
  return now !== undefined && now.wanted > entry.wanted;
};

/** After a crash: what was being sent may have arrived. After a repaired token: what was paused may go. */
export function recover(tx: Tx, now: Date): void {
  const sending = { status: 'pending', maybeSent: true, dueAt: now, updatedAt: now } as const;
  run(tx.update(outbox).set(sending).where(eq(outbox.status, 'sending')));
  resumePaused(tx, now);
}

export function resumePaused(tx: Tx, now: Date): void {
  run(tx.update(outbox).set({ status: 'pending', dueAt: now, updatedAt: now }).where(eq(outbox.status, 'paused')));
}

/** Takes back what no longer needs to be seen, unless it is under way. */
export function withdraw(tx: Tx, keys: string[], now: Date): void {
  if (keys.length === 0) return;
  const waiting = and(inArray(outbox.key, keys), inArray(outbox.status, ['pending', 'paused', 'failed']));
  run(tx.update(outbox).set({ status: 'idle', updatedAt: now }).where(waiting));
}
