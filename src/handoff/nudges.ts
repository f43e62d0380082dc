import { businessDaysBefore, businessDaysBetween, type Calendar, isBusinessDay } from './calendar.ts';
import type { Policy } from './policy.ts';

export interface NudgeSettings {
  zone: string;
  holidays: string | undefined;
  policy: Pick<Policy, 'nudgeDays' | 'workday'>;
}

/** What a person was already told of a handoff: the smallest number of business days a nudge was sent for, or null. */
export interface NudgeHistory {
  lastDays: number | null;
}

export interface DueNudge {
  at: Date;
  /** The threshold in business days that this nudge stands for. */
  days: number;
}

/**
 * When the next nudge about a kickoff is due for a person, or null when none is left. At 7, 3 and 1 business days before
 * kickoff, at the start of the person's working day, in their zone. Thresholds that passed unsent (the process was down)
 * melt into one: only the latest is sent, as soon as the person works again.
 */
export const nextNudge = (
  kickoffDate: string,
  settings: NudgeSettings,
  history: NudgeHistory,
  now: Date,
  calendar: Calendar,
): DueNudge | null => {
  const { zone, holidays, policy } = settings;
  const today = calendar.localDate(now, zone);
  const start = (date: string) => calendar.instantAt(date, policy.workday.from, zone);
  const thresholds = [...policy.nudgeDays]
    .sort((a, b) => b - a)
    .filter((days) => history.lastDays === null || days < history.lastDays)
    .map((days) => ({ days, date: businessDaysBefore(kickoffDate, days, calendar, holidays) }));
  const passed = thresholds.filter((one) => start(one.date) <= now).at(-1);
  if (!passed) {
    const next = thresholds[0];
    return next ? { at: start(next.date), days: next.days } : null;
  }
  if (today > kickoffDate) return null;
  const at = inWorkingTime(passed.date, now, settings, calendar);
  return calendar.localDate(at, zone) > kickoffDate ? null : { at, days: passed.days };
};

/** The moment at which a due nudge may be said: now if the person works now, else at the next start of their working day. */
const inWorkingTime = (date: string, now: Date, settings: NudgeSettings, calendar: Calendar): Date => {
  const { zone, holidays, policy } = settings;
  const due = calendar.instantAt(date, policy.workday.from, zone);
  const today = calendar.localDate(now, zone);
  const from = calendar.instantAt(today, policy.workday.from, zone);
  const to = calendar.instantAt(today, policy.workday.to, zone);
  if (isBusinessDay(today, calendar, holidays) && now < to) return now < from ? from : due;
  return calendar.instantAt(nextBusinessDay(today, calendar, holidays), policy.workday.from, zone);
};

const nextBusinessDay = (date: string, calendar: Calendar, holidays?: string): string => {
  let at = date;
  do at = new Date(Date.parse(`${at}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  while (!isBusinessDay(at, calendar, holidays));
  return at;
};

/** In words: "in 3 business days", "tomorrow", "today". */
export const untilKickoff = (today: string, kickoffDate: string, calendar: Calendar, holidays?: string): string => {
  const days = businessDaysBetween(today, kickoffDate, calendar, holidays);
  if (kickoffDate < today) return 'kickoff date has passed';
  if (kickoffDate === today) return 'kickoff is today';
  if (days <= 0) return 'kickoff is before the next business day';
  return days === 1 ? 'kickoff in 1 business day' : `kickoff in ${days} business days`;
};
