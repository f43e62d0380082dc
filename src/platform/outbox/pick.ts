import { and, asc, eq, gt, inArray, isNull, lte, min, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { all, deliveries, first, outbox, type Read, run, type Tx } from '../store/index.ts';
import { type OutboxEntry, type Receipt, toEntry, toReceipt } from './entry.ts';

/** Asks for one key only: a list of everything done grows with every file and reminder there ever was. */
const isDone = sql`EXISTS (SELECT 1 FROM ${outbox} AS needed WHERE needed.key = ${outbox.needs} AND needed.done >= 1)`;
const unblocked = or(isNull(outbox.needs), isDone);

/** Which kinds a pool takes up: only some, or all but some. */
export type Kinds = { only: string[] } | { except: string[] };

const ofKinds = (kinds: Kinds): SQL =>
  'only' in kinds ? inArray(outbox.kind, kinds.only) : notInArray(outbox.kind, kinds.except);

/** Key and lane of the next entry whose time has come, outside the lanes that are busy or resting; oldest first. */
export function nextDue(
  read: Read,
  now: Date,
  closedLanes: string[],
  kinds: Kinds,
): { key: string; lane: string } | undefined {
  const isDue = and(eq(outbox.status, 'pending'), lte(outbox.dueAt, now), unblocked, ofKinds(kinds));
  const open = notInArray(outbox.lane, closedLanes);
  return first(
    read
      .select({ key: outbox.key, lane: outbox.lane })
      .from(outbox)
      .where(and(isDue, open))
      .orderBy(asc(outbox.dueAt), asc(outbox.seq))
      .limit(1),
  );
}

/** When the earliest entry that is not due yet becomes so. */
export function nextInstant(read: Read, now: Date): Date | null {
  const later = and(eq(outbox.status, 'pending'), gt(outbox.dueAt, now), unblocked);
  return (
    first(
      read
        .select({ at: min(outbox.dueAt) })
        .from(outbox)
        .where(later),
    )?.at ?? null
  );
}

/** Marks the entry as being sent; `undefined` when it is no longer pending. */
export function claim(tx: Tx, key: string, now: Date): { entry: OutboxEntry; receipt: Receipt | null } | undefined {
  const mine = and(eq(outbox.key, key), eq(outbox.status, 'pending'));
  const row = first(tx.select().from(outbox).where(mine));
  if (!row) return undefined;
  const attempts = row.attempts + 1;
  run(tx.update(outbox).set({ status: 'sending', attempts, updatedAt: now }).where(eq(outbox.key, key)));
  return { entry: toEntry({ ...row, status: 'sending', attempts }), receipt: receiptOf(tx, key) };
}

/** What is known of the thing on the other side, or null when it was never delivered. */
export function receiptOf(read: Read, key: string): Receipt | null {
  const row = first(read.select().from(deliveries).where(eq(deliveries.key, key)));
  return row ? toReceipt(row) : null;
}

/** Every receipt of a handoff, for erasing and rebuilding. */
export const receiptsOf = (read: Read, handoffId: string): Receipt[] =>
  all(read.select().from(deliveries).where(eq(deliveries.handoffId, handoffId))).map(toReceipt);
