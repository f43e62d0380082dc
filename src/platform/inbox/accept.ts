import { and, asc, eq, inArray, lt, lte, max, min, ne } from 'drizzle-orm';
import { all, first, type InboxKind, inbox, type Read, run, type Tx } from '../store/index.ts';
import { maskBody } from './mask.ts';

/** Keys outlive Slack's last retry (an hour apart for 24 h at most) by far, so that no replay finds its key gone. */
const keptDays = 7;

/** Records a delivery under its own id; a body is stored with its credentials masked. */
export function accept(
  tx: Tx,
  delivery: { id: string; kind: InboxKind; body: unknown; at: Date },
): 'new' | 'duplicate' {
  const { id, kind, at } = delivery;
  const seq = (first(tx.select({ last: max(inbox.seq) }).from(inbox))?.last ?? 0) + 1;
  const row = {
    id,
    seq,
    kind,
    body: maskBody(delivery.body),
    receivedAt: at,
    dueAt: at,
    attempts: 0,
    status: 'new' as const,
  };
  const stored = all(tx.insert(inbox).values(row).onConflictDoNothing().returning({ id: inbox.id }));
  return stored.length > 0 ? 'new' : 'duplicate';
}

/** Closes a delivery and blanks its body; its id stays. Call it in the transaction that commits its effect. */
export function done(tx: Tx, id: string, at: Date): void {
  run(tx.update(inbox).set({ status: 'done', body: null, doneAt: at, lastError: null }).where(eq(inbox.id, id)));
}

/** Closes a delivery that nobody will take up again. An event keeps its body, so that an operator can look into it. */
export function fail(tx: Tx, id: string, code: string, at: Date, keepBody: boolean): void {
  const closed = { status: 'failed', lastError: code, doneAt: at } as const;
  run(
    tx
      .update(inbox)
      .set(keepBody ? closed : { ...closed, body: null })
      .where(and(eq(inbox.id, id), eq(inbox.status, 'new'))),
  );
}

/** Stored events nobody has finished, in order of arrival, their back-off disregarded. */
export const pending = (read: Read): { id: string; attempts: number; dueAt: Date; receivedAt: Date; body: unknown }[] =>
  all(
    read
      .select({
        id: inbox.id,
        attempts: inbox.attempts,
        dueAt: inbox.dueAt,
        receivedAt: inbox.receivedAt,
        body: inbox.body,
      })
      .from(inbox)
      .where(isOpenEvent)
      .orderBy(asc(inbox.seq)),
  );

const isOpenEvent = and(eq(inbox.status, 'new'), eq(inbox.kind, 'event'));

/** The first open event whose time has come, and when the earliest of the others comes. */
export function nextEvent(
  read: Read,
  now: Date,
): { event: { id: string; attempts: number; body: unknown } | undefined; nextAt: Date | null } {
  const rows = read
    .select({ id: inbox.id, attempts: inbox.attempts, body: inbox.body, dueAt: inbox.dueAt })
    .from(inbox);
  const event = first(
    rows
      .where(and(isOpenEvent, lte(inbox.dueAt, now)))
      .orderBy(asc(inbox.seq))
      .limit(1),
  );
  const nextAt =
    first(
      read
        .select({ at: min(inbox.dueAt) })
        .from(inbox)
        .where(isOpenEvent),
    )?.at ?? null;
  return { event, nextAt };
}

/** Puts a failed try off. */
export function putOff(tx: Tx, id: string, attempts: number, code: string, dueAt: Date): void {
  run(
    tx
      .update(inbox)
      .set({ attempts, lastError: code, dueAt })
      .where(and(eq(inbox.id, id), eq(inbox.status, 'new'))),
  );
}

/** Commands and clicks that a crash cut off: their user saw an error and their trigger is long dead, so nobody replays them. */
export function closeInterrupted(tx: Tx, at: Date): number {
  const open = and(eq(inbox.status, 'new'), ne(inbox.kind, 'event'));
  const closed = { status: 'failed', lastError: 'interrupted', body: null, doneAt: at } as const;
  return all(tx.update(inbox).set(closed).where(open).returning({ id: inbox.id })).length;
}

/** Forgets deliveries closed more than seven days ago; returns how many. */
export function prune(tx: Tx, now: Date): number {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const old = and(inArray(inbox.status, ['done', 'failed']), lt(inbox.receivedAt, before));
  return all(tx.delete(inbox).where(old).returning({ id: inbox.id })).length;
}
