import { and, eq } from 'drizzle-orm';
import { first, run, type Tx } from '../../platform/store/index.ts';
import { askedThreads } from '../../record/tables.ts';
import type { Desk } from '../kit/desk.ts';

/** The deal that a direct conversation's thread is about, once it was named or chosen. */
export const rememberedDeal = (desk: Desk, channel: string, thread: string): string | null =>
  first(
    desk.store.read
      .select({ id: askedThreads.handoffId })
      .from(askedThreads)
      .where(and(eq(askedThreads.channel, channel), eq(askedThreads.thread, thread))),
  )?.id ?? null;

export const rememberDeal = (tx: Tx, place: { channel: string; thread: string }, handoffId: string, at: Date): void => {
  const change = { handoffId, at: at.toISOString() };
  run(
    tx
      .insert(askedThreads)
      .values({ ...place, ...change })
      .onConflictDoUpdate({ target: [askedThreads.channel, askedThreads.thread], set: change }),
  );
};
