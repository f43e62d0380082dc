import { digestSlot } from '../handoff/digest.ts';
import { prune } from '../platform/inbox/index.ts';
import { want } from '../platform/outbox/index.ts';
import { run } from '../platform/store/index.ts';
import { upcoming } from '../record/queries.ts';
import { nudges } from '../record/tables.ts';
import { type Desk, todayOf } from './kit/desk.ts';
import { planNudges } from './nudges/plan.ts';
import { wanted } from './wanted.ts';

/** What time alone makes due: reminders, the weekly digest, and desks whose "in 3 business days" has moved on. Safe to run any number of times. */
export const createTick = (desk: Desk) => {
  let shownDay = '';
  return async (now: Date): Promise<void> => {
    const day = todayOf(desk);
    await tick(desk, now, day !== shownDay);
    shownDay = day;
  };
};

const tick = async (desk: Desk, now: Date, newDay: boolean): Promise<void> => {
  const planned = await planNudges(desk);
  const rows = upcoming(desk.store.read);
  const { slot, at } = digestSlot(now, desk.zone, desk.calendar);
  const digest = desk.digestChannel !== undefined && rows.some((row) => new Date(row.openedAt) < at);
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
    if (digest)
      want(
        tx,
        { key: `digest:${slot}`, handoffId: null, kind: 'digest', args: { slot }, lane: 'chat:digest', once: true },
        now,
      );
    if (newDay) {
      for (const row of rows) for (const thing of [wanted.desk(row.id), wanted.questions(row.id)]) want(tx, thing, now);
      prune(tx, now);
    }
  });
};
