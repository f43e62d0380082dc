import { eq } from 'drizzle-orm';
import { digestSlot } from '../handoff/digest.ts';
import { prune } from '../platform/inbox/index.ts';
import { pruneOutbox, receiptOf, want } from '../platform/outbox/index.ts';
import { first, outbox, run } from '../platform/store/index.ts';
import { upcoming } from '../record/queries.ts';
import { nudges } from '../record/tables.ts';
import { type Desk, todayOf } from './kit/desk.ts';
import { planNudges } from './nudges/plan.ts';
import { createZones, type ZoneOf } from './nudges/zones.ts';
import { wanted } from './wanted.ts';

/** What time alone makes due: reminders, the weekly digest, and desks whose "in 3 business days" has moved on. Safe to run any number of times. */
export const createTick = (desk: Desk) => {
  let shownDay = '';
  const zoneOf = createZones(desk);
  return async (now: Date): Promise<void> => {
    const day = todayOf(desk);
    await tick(desk, now, day !== shownDay, zoneOf);
    shownDay = day;
  };
};

/** A digest that Slack refused (Baton was not in the channel yet) is tried again every ten minutes until its week is over. */
const digestDue = (desk: Desk, key: string, now: Date): boolean => {
  if (receiptOf(desk.store.read, key)) return false;
  const row = first(desk.store.read.select().from(outbox).where(eq(outbox.key, key)));
  return row === undefined || (row.status === 'failed' && now.getTime() - row.updatedAt.getTime() > 10 * 60_000);
};

const tick = async (desk: Desk, now: Date, newDay: boolean, zoneOf: ZoneOf): Promise<void> => {
  const planned = await planNudges(desk, zoneOf);
  const rows = upcoming(desk.store.read);
  const { slot, at } = digestSlot(now, desk.zone, desk.calendar);
  const key = `digest:${slot}`;
  const digest =
    desk.digestChannel !== undefined && rows.some((row) => new Date(row.openedAt) < at) && digestDue(desk, key, now);
  await desk.store.inTx((tx) => {
    for (const { entry, slots } of planned) {
      want(tx, entry, now);
      for (const { handoff, user, kickoffDate, days } of slots)
        run(
          tx
            .insert(nudges)
            .values({ handoffId: handoff, user, kickoffDate, days, at: now.toISOString() })
            .onConflictDoNothing(),
        );
    }
    if (digest) want(tx, { key, handoffId: null, kind: 'digest', args: { slot }, lane: 'chat:digest' }, now);
    if (newDay) {
      for (const { id, kickoffScheduled } of rows) {
        if (!kickoffScheduled) want(tx, wanted.desk(id), now);
        if (receiptOf(tx, `questions:${id}`)) want(tx, wanted.questions(id), now);
      }
      prune(tx, now);
      pruneOutbox(tx, now);
    }
  });
};
