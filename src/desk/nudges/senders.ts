import { z } from 'zod';
import { businessDaysBefore } from '../../handoff/calendar.ts';
import { untilKickoff } from '../../handoff/nudges.ts';
import type { Sender } from '../../platform/outbox/index.ts';
import { itemsOf, upcoming } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import { openDm } from '../kit/dm.ts';
import { knownChannel, showMessage } from '../kit/show.ts';
import { type NudgeDeal, nudgeMessage } from './blocks.ts';

const Args = z.object({ user: z.string(), zone: z.string(), handoffs: z.array(z.string()) });

/** Rendered when it is sent: what was done meanwhile is not asked for again, and nothing left means no message. */
const dealsFor = (desk: Desk, { user, zone, handoffs }: z.infer<typeof Args>): NudgeDeal[] => {
  const today = desk.calendar.localDate(desk.clock.now(), zone);
  const items = itemsOf(desk.store.read, user);
  return upcoming(desk.store.read)
    .filter((row) => handoffs.includes(row.id) && !row.kickoffScheduled)
    .map((row) => ({
      h: row.id,
      name: row.name,
      channel: knownChannel(desk, row.id),
      kickoffDate: row.kickoffDate,
      until: untilKickoff(today, row.kickoffDate, desk.calendar, desk.holidays),
      items: items.filter((item) => item.handoffId === row.id),
    }))
    .filter((deal) => deal.items.length > 0);
};

const nextReminder = (desk: Desk, kickoffDate: string, today: string): string | null =>
  [...desk.policy.nudgeDays]
    .sort((a, b) => b - a)
    .map((days) => businessDaysBefore(kickoffDate, days, desk.calendar, desk.holidays))
    .find((date) => date > today) ?? null;

export const nudgeSenders = (desk: Desk): Record<string, Sender> => ({
  nudge: {
    async send(job) {
      const args = Args.parse(job.entry.args);
      const deals = dealsFor(desk, args);
      const first = deals[0];
      if (!first) return undefined;
      const today = desk.calendar.localDate(desk.clock.now(), args.zone);
      const channel = await openDm(desk, args.user);
      return showMessage(
        desk,
        job,
        { channel },
        nudgeMessage(deals, today, nextReminder(desk, first.kickoffDate, today)),
      );
    },
  },
});
