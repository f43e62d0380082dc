/** What the domain must know of zones and holidays; `platform/calendar` implements it. Dates are `YYYY-MM-DD`. */
export interface Calendar {
  localDate(instant: Date, zone: string): string;
  /** The instant of a wall-clock time; in a spring gap the first valid instant after, in an autumn fold the first. */
  instantAt(date: string, time: string, zone: string): Date;
  /** 1 Monday … 7 Sunday. */
  weekday(date: string): number;
  isHoliday(date: string, country?: string): boolean;
}

const DAY_MS = 86_400_000;

/** The date `days` after (or before) `date`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

export const isBusinessDay = (date: string, calendar: Calendar, country?: string): boolean =>
  calendar.weekday(date) <= 5 && !calendar.isHoliday(date, country);

/** The business day that lies `days` business days before `date`; `date` itself counts as day 0. */
export const businessDaysBefore = (date: string, days: number, calendar: Calendar, country?: string): string => {
  let at = date;
  for (let left = days; left > 0; ) {
    at = addDays(at, -1);
    if (isBusinessDay(at, calendar, country)) left -= 1;
  }
  return at;
};

/** Business days from `from` (exclusive) to `to` (inclusive); negative when `to` lies before `from`. */
export const businessDaysBetween = (from: string, to: string, calendar: Calendar, country?: string): number => {
  if (to < from) return -businessDaysBetween(to, from, calendar, country);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isBusinessDay(at, calendar, country)) count += 1;
  return count;
};

/** `date` itself, or the Monday after when it falls on a weekend. */
export const onWorkday = (date: string): string => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14 Dec 2026`, for a sentence. */
export const spokenDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
};

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
