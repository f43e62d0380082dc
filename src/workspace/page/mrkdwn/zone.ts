/** A moment as a wall clock shows it. Months 1–12, weekday 0 = Sunday. */
export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tz: string): Intl.DateTimeFormat {
  const known = formats.get(tz);
  if (known) return known;
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: tz });
  } catch {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
  formats.set(tz, made);
  return made;
}

/** `ms` since 1970 on the wall of zone `tz` (IANA name; an unknown one counts as UTC). */
export function wallClock(ms: number, tz: string): WallClock {
  const parts = Object.fromEntries(
    format(tz)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

const asUtc = (wall: WallClock): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/** The instant at which `tz` shows `wall`; of an hour that summer time doubles, the later one. */
function instantOf(wall: WallClock, tz: string): number {
  const wanted = asUtc(wall);
  let ms = wanted;
  for (let pass = 0; pass < 3; pass += 1) ms += wanted - asUtc(wallClock(ms, tz));
  return ms;
}

export const weekdayOf = (wall: WallClock): number => new Date(asUtc(wall)).getUTCDay();

/** Whole calendar days from `now` to `ms` as seen in `tz`; yesterday is -1. */
export function daysBetween(now: number, ms: number, tz: string): number {
  const midnight = (moment: number): number => asUtc({ ...wallClock(moment, tz), hour: 0, minute: 0, second: 0 });
  return Math.round((midnight(ms) - midnight(now)) / 86_400_000);
}

/** The instant at which the day after that of `ms` begins in `tz`. */
export function nextMidnight(ms: number, tz: string): number {
  const wall = wallClock(ms, tz);
  return instantOf({ ...wall, day: wall.day + 1, hour: 0, minute: 0, second: 0 }, tz);
}

/** The next Monday 9:00 in `tz`, strictly after `now`. */
export function nextMonday(now: number, tz: string): number {
  const today = { ...wallClock(now, tz), hour: 9, minute: 0, second: 0 };
  const ahead = (8 - weekdayOf(today)) % 7;
  const monday = instantOf({ ...today, day: today.day + ahead }, tz);
  return monday > now ? monday : instantOf({ ...today, day: today.day + 7 }, tz);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** For `<input type="datetime-local">`. */
export function toLocalInput(ms: number, tz: string): string {
  const wall = wallClock(ms, tz);
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`;
}

export function fromLocalInput(text: string, tz: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!found) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1).map(Number);
  return instantOf({ year, month, day, hour, minute, second: 0 }, tz);
}
