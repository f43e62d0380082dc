import { addDays } from '../../handoff/calendar.ts';
import { fingerprint } from '../../handoff/fingerprint.ts';
import { nextNudge } from '../../handoff/nudges.ts';
import type { Wanted } from '../../platform/outbox/index.ts';
import { allItems, type HandoffRow, lastNudge, type OpenItemRow, upcoming } from '../../record/queries.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import type { ZoneOf } from './zones.ts';

export interface NudgeSlot {
  handoff: string;
  user: string;
  kickoffDate: string;
  days: number;
}

export interface PlannedNudge {
  entry: Wanted;
  slots: NudgeSlot[];
}

/** Who must be reminded now, and of what: one entry a person and day, however many handoffs it gathers. */
export const planNudges = async (desk: Desk, zoneOf: ZoneOf): Promise<PlannedNudge[]> => {
  const { read } = desk.store;
  const now = desk.clock.now();
  const rows = new Map(
    upcoming(read)
      .filter((row) => !row.kickoffScheduled && isNear(row.kickoffDate, todayOf(desk)))
      .map((row) => [row.id, row]),
  );
  const byUser = new Map<string, OpenItemRow[]>();
  for (const item of allItems(read))
    if (rows.has(item.handoffId)) byUser.set(item.user, [...(byUser.get(item.user) ?? []), item]);

  const planned: PlannedNudge[] = [];
  for (const [user, items] of byUser) {
    const zone = await zoneOf(user);
    if (zone === null) continue;
    const slots = [...new Set(items.map((item) => item.handoffId))].flatMap((id) =>
      slotOf(desk, rows.get(id), user, zone, now),
    );
    if (slots.length === 0) continue;
    // named after what it stands for: a kickoff that becomes due later on the same day has its own
    const about = fingerprint(
      slots
        .map((slot) => `${slot.handoff}@${slot.days}@${slot.kickoffDate}`)
        .sort()
        .join(),
    );
    const key = `nudge:${user}:${desk.calendar.localDate(now, zone)}:${about}`;
    const args = { user, zone, handoffs: slots.map((slot) => slot.handoff) };
    planned.push({ entry: { key, handoffId: null, kind: 'nudge', args, lane: `dm:${user}`, once: true }, slots });
  }
  return planned;
};

/** The first reminder comes seven business days before kickoff: three weeks hold any holidays between. */
const isNear = (kickoffDate: string, today: string): boolean =>
  kickoffDate >= addDays(today, -1) && kickoffDate <= addDays(today, 21);

const slotOf = (desk: Desk, row: HandoffRow | undefined, user: string, zone: string, now: Date): NudgeSlot[] => {
  if (!row) return [];
  const settings = { zone, holidays: desk.holidays, policy: desk.policy };
  const due = nextNudge(
    row.kickoffDate,
    settings,
    { lastDays: lastNudge(desk.store.read, row.id, user, row.kickoffDate) },
    now,
    desk.calendar,
  );
  return due && due.at <= now ? [{ handoff: row.id, user, kickoffDate: row.kickoffDate, days: due.days }] : [];
};
