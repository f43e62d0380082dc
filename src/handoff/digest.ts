import { addDays, type Calendar, daysBetween } from './calendar.ts';

/** One upcoming kickoff as the digest sees it. */
export interface DigestRow {
  handoff: string;
  name: string;
  customer: string;
  kickoffDate: string;
  scheduled: boolean;
  score: number;
  ready: boolean;
  blocker: string;
  owner: string;
  /** Score in the last digest, or null when the handoff is new since then. */
  before: number | null;
  openFlags: number;
  escalation: string;
  firstMilestone: string;
}

export interface Digest {
  slot: string;
  headline: string;
  rows: DigestRow[];
}

/** The latest weekly slot (Monday 09:00 in `zone`) that has begun. Its name makes a digest one of a kind. */
export const digestSlot = (now: Date, zone: string, calendar: Calendar): { slot: string; at: Date } => {
  const today = calendar.localDate(now, zone);
  const monday = addDays(today, 1 - calendar.weekday(today));
  const at = calendar.instantAt(monday, '09:00', zone);
  if (at <= now) return { slot: monday, at };
  const before = addDays(monday, -7);
  return { slot: before, at: calendar.instantAt(before, '09:00', zone) };
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A kickoff will not make it when it lies within ten days and is under 60 % ready. */
const late = (row: DigestRow, today: string): boolean =>
  !row.ready && !row.scheduled && daysBetween(today, row.kickoffDate) <= 10 && row.score < 60;

export const digestOf = (slot: string, rows: readonly DigestRow[], today: string): Digest => {
  const sorted = [...rows].sort((a, b) => a.kickoffDate.localeCompare(b.kickoffDate) || a.name.localeCompare(b.name));
  const soon = sorted.filter((row) => row.kickoffDate >= today && daysBetween(today, row.kickoffDate) <= 10);
  const danger = soon.filter((row) => late(row, today)).length;
  const head =
    soon.length === 0
      ? 'No kickoff in the next 10 days'
      : `${plural(soon.length, 'kickoff', 'kickoffs')} in the next 10 days`;
  const open = soon.filter((row) => !row.ready && !row.scheduled).length;
  const verdict =
    soon.length === 0
      ? ''
      : danger > 0
        ? `; ${danger} will not make it without help`
        : open > 0
          ? `; ${open} not ready yet`
          : '; all ready';
  return { slot, headline: `${head}${verdict}.`, rows: sorted };
};
