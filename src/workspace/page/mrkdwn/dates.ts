import { daysBetween, wallClock, weekdayOf } from './zone.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NEAR: Record<number, string> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

const two = (n: number): string => String(n).padStart(2, '0');

function ordinal(day: number): string {
  const tail = day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${tail}`;
}

/** "9:05 AM" in the person's zone. */
export function timeOf(ms: number, tz: string, seconds = false): string {
  const { hour, minute, second } = wallClock(ms, tz);
  return `${hour % 12 || 12}:${two(minute)}${seconds ? `:${two(second)}` : ''} ${hour < 12 ? 'AM' : 'PM'}`;
}

function ago(ms: number, now: number): string {
  const seconds = Math.round(Math.abs(now - ms) / 1000);
  const steps: [number, string][] = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ];
  const [size, unit] = steps.find(([step]) => seconds >= step) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  if (unit === 'second' && count < 30) return 'just now';
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return ms > now ? `in ${words}` : `${words} ago`;
}

/**
 * Slack's date format for an instant: `{date_num}`, `{date}`, `{date_short}`, `{date_long}` (each with `_pretty`), `{date_slash}`, `{time}`,
 * `{time_secs}`, `{ago}`, `{day_divider_pretty}` (docs.slack.dev, "Formatting message text"). `ts` in seconds, `now` in milliseconds; an unknown
 * token stays as written.
 */
export function formatSlackDate(ts: number, format: string, tz: string, now: number): string {
  const ms = ts * 1000;
  const wall = wallClock(ms, tz);
  const month = MONTHS[wall.month - 1] ?? '';
  const thisYear = wall.year === wallClock(now, tz).year;
  const near = NEAR[daysBetween(now, ms, tz)];
  const long = `${DAYS[weekdayOf(wall)]}, ${month} ${ordinal(wall.day)}, ${wall.year}`;
  const tokens: Record<string, string> = {
    date_num: `${wall.year}-${two(wall.month)}-${two(wall.day)}`,
    date_slash: `${two(wall.month)}/${two(wall.day)}/${wall.year}`,
    date: `${month} ${ordinal(wall.day)}${thisYear ? '' : `, ${wall.year}`}`,
    date_short: `${month.slice(0, 3)} ${wall.day}, ${wall.year}`,
    date_long: long,
    time: timeOf(ms, tz),
    time_secs: timeOf(ms, tz, true),
    ago: ago(ms, now),
  };
  return format.replace(/\{([a-z_]{1,30})\}/g, (token, name: string) => {
    if (name === 'day_divider_pretty') return near ?? tokens.date_long ?? token;
    if (name.endsWith('_pretty')) return near ?? tokens[name.slice(0, -7)] ?? token;
    return tokens[name] ?? token;
  });
}

/** The divider over a day's messages. */
export function dayLabel(ms: number, tz: string, now: number): string {
  const near = NEAR[daysBetween(now, ms, tz)];
  if (near) return near.charAt(0).toUpperCase() + near.slice(1);
  const wall = wallClock(ms, tz);
  const year = wall.year === wallClock(now, tz).year ? '' : `, ${wall.year}`;
  return `${DAYS[weekdayOf(wall)]}, ${MONTHS[wall.month - 1]} ${ordinal(wall.day)}${year}`;
}

/** "Mon, Nov 16, 2026, 9:05 AM". */
export function fullTime(ms: number, tz: string): string {
  const wall = wallClock(ms, tz);
  return `${(DAYS[weekdayOf(wall)] ?? '').slice(0, 3)}, ${(MONTHS[wall.month - 1] ?? '').slice(0, 3)} ${wall.day}, ${wall.year}, ${timeOf(ms, tz)}`;
}
