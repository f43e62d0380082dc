import type { PeopleUser } from '../../people/shapes.ts';
import { timeOf } from '../mrkdwn/dates.ts';
import { fromLocalInput, toLocalInput, wallClock, weekdayOf } from '../mrkdwn/zone.ts';

type Worker = Pick<PeopleUser, 'tz' | 'working_hours'>;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "6:05 PM", with the day where it is another one than the reader's: "Tue 1:05 AM". */
export function localTime(now: number, theirs: string, mine: string): string {
  const there = wallClock(now, theirs);
  const here = wallClock(now, mine);
  const day = there.day === here.day ? '' : `${DAYS[weekdayOf(there)]} `;
  return `${day}${timeOf(now, theirs)}`;
}

/** Hours of somebody who told none. */
const USUAL = { start: '09:00', end: '17:00', days: [1, 2, 3, 4, 5] };

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

export function isWorking(now: number, { tz, working_hours: hours = USUAL }: Worker): boolean {
  const wall = wallClock(now, tz);
  const minutes = wall.hour * 60 + wall.minute;
  return hours.days.includes(weekdayOf(wall)) && minutes >= minutesOf(hours.start) && minutes < minutesOf(hours.end);
}

/** "Mon–Fri, 09:00–17:00"; days that do not follow each other are named one by one. */
export function hoursWords({ start, end, days }: typeof USUAL): string {
  const [first = 0] = days;
  const inRow = days.length > 2 && days.every((day, index) => day === first + index);
  const names = days.map((day) => DAYS[day]);
  return `${inRow ? `${names[0]}–${names.at(-1)}` : names.join(', ')}, ${start}–${end}`;
}

const DAY_MS = 86_400_000;

/** The next 9:00 of a day on which somebody works, where they live, strictly after `now`. */
export function nextWorkingMorning(now: number, { tz, working_hours: hours = USUAL }: Worker): number {
  for (let ahead = 0; ahead < 9; ahead += 1) {
    const day = toLocalInput(now + ahead * DAY_MS, tz).slice(0, 10);
    const morning = fromLocalInput(`${day}T09:00`, tz) ?? now;
    if (morning > now && hours.days.includes(weekdayOf(wallClock(morning, tz)))) return morning;
  }
  return now + DAY_MS;
}

/** "in 2 days, 3 hours" between two moments, ms. */
export function spanWords(from: number, to: number): string {
  const minutes = Math.round(Math.abs(to - from) / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const words = [count(days, 'day'), count(hours, 'hour'), days > 0 ? '' : count(rest, 'minute')].filter(Boolean);
  return words.join(', ') || 'less than a minute';
}

const count = (n: number, unit: string): string => (n === 0 ? '' : `${n} ${unit}${n === 1 ? '' : 's'}`);
