import { eq, isNotNull } from 'drizzle-orm';
import { bool, index, int, json, table, text, ts, uniqueIndex } from '#cols';

/** What came in: one row per delivery, under the delivery's own id. */
export const inbox = table(
  'inbox',
  {
    id: text('id').primaryKey(),
    /** The order of arrival; instants may tie. */
    seq: int('seq').notNull(),
    kind: text('kind').$type<InboxKind>().notNull(),
    /** Masked before storage, null once done. */
    body: json('body'),
    receivedAt: ts('received_at').notNull(),
    status: text('status').$type<InboxStatus>().notNull(),
    attempts: int('attempts').notNull(),
    dueAt: ts('due_at').notNull(),
    lastError: text('last_error'),
    doneAt: ts('done_at'),
  },
  (row) => [uniqueIndex('inbox_seq').on(row.seq), index('inbox_work').on(row.status, row.seq)],
);

/** What must be brought in line elsewhere: one row per thing that should be seen, however often it changed. */
export const outbox = table(
  'outbox',
  {
    key: text('key').primaryKey(),
    seq: int('seq').notNull(),
    handoffId: text('handoff_id'),
    kind: text('kind').notNull(),
    args: json('args'),
    /** Entries of one lane go one at a time; a rate limit stops its lane only. */
    lane: text('lane').notNull(),
    /** Key of the entry that must have been done at least once before this one may go. */
    needs: text('needs'),
    /** Done at most once; its `args` go when it is done. */
    once: bool('once').notNull(),
    wanted: int('wanted').notNull(),
    done: int('done').notNull(),
    status: text('status').$type<OutboxStatus>().notNull(),
    attempts: int('attempts').notNull(),
    /** True when an earlier attempt may have taken effect without our knowing. */
    maybeSent: bool('maybe_sent').notNull(),
    dueAt: ts('due_at').notNull(),
    lastError: text('last_error'),
    updatedAt: ts('updated_at').notNull(),
  },
  (row) => [
    uniqueIndex('outbox_seq').on(row.seq),
    index('outbox_work').on(row.status, row.dueAt),
    index('outbox_handoff').on(row.handoffId),
    index('outbox_once').on(row.updatedAt).where(eq(row.once, true)),
    index('outbox_needs').on(row.needs).where(isNotNull(row.needs)),
  ],
);

/** Receipts: what is known of each thing on the other side, such as `{channel, ts}`. */
export const deliveries = table(
  'deliveries',
  {
    key: text('key').primaryKey(),
    handoffId: text('handoff_id'),
    remote: json('remote'),
    contentHash: text('content_hash'),
    at: ts('at').notNull(),
  },
  (row) => [index('deliveries_handoff').on(row.handoffId)],
);

export type InboxKind = 'event' | 'command' | 'interaction';
export type InboxStatus = 'new' | 'done' | 'failed';
export type OutboxStatus = 'pending' | 'sending' | 'idle' | 'failed' | 'paused';
