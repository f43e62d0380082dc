import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

/** Dates are `YYYY-MM-DD`, times `HH:mm`, zones IANA names; an unknown zone, date or time throws a RangeError. */
export interface Calendar {
  /** The date on a wall in that zone at that instant. */
  localDate(instant: Date, zone: string): string;
  /** The instant of a local time. One that the clocks skip: the first that exists after; one they repeat: the first. */
  instantAt(date: string, time: string, zone: string): Date;
  /** 1 Monday … 7 Sunday. */
  weekday(date: string): 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Whether it is a public holiday of the country (`US`, `DE`, `DE-BY`); without a country never. */
  isHoliday(date: string, country?: string): boolean;
}

const rules = new Map<string, Holidays>();

export const calendar: Calendar = {
  localDate: (instant, zone) => checked(DateTime.fromJSDate(instant, { zone })).toFormat('yyyy-MM-dd'),
  instantAt: (date, time, zone) => {
    const wall = checked(DateTime.fromISO(`${isoDate(date)}T${wallTime(time)}`, { zone: 'utc' }));
    return firstInstantShowing(wall, zone);
  },
  weekday: (date) => checked(DateTime.fromISO(isoDate(date), { zone: 'utc' })).weekday,
  isHoliday: (date, country) => {
    if (country === undefined) return false;
    const known = rules.get(country) ?? readRules(country);
    rules.set(country, known);
    // Noon, so that the day is the same whatever zone the rules are kept in.
    const found = known.isHoliday(`${isoDate(date)} 12:00:00`);
    return found !== false && found.some((holiday) => holiday.type === 'public');
  },
};

/** True when date-holidays has rules for the country or region. */
export const isHolidayCountry = (country: string): boolean => {
  const [land = '', state] = country.split('-');
  const known = new Holidays();
  return land in known.getCountries() && (state === undefined || state in (known.getStates(land) ?? {}));
};

function readRules(country: string): Holidays {
  if (!isHolidayCountry(country)) throw new RangeError(`No holidays are known for ${country}.`);
  const [land = '', state] = country.split('-');
  return state === undefined ? new Holidays(land) : new Holidays(land, state);
}

/** The first instant at which the clocks of the zone show `wall` or, when they skip it, the first after the gap. */
function firstInstantShowing(wall: DateTime, zone: string): Date {
  const target = wall.toMillis();
  // Every offset in force around that day; Apia once moved a whole day.
  const around = [-48, -24, -12, 0, 12, 24, 48].map((hours) => offsetAt(target + hours * 3_600_000, zone));
  const candidates = [...new Set(around)].map((minutes) => target - minutes * 60_000);
  const exact = candidates.filter((instant) => instant + offsetAt(instant, zone) * 60_000 === target);
  if (exact.length > 0) return new Date(Math.min(...exact));
  return new Date(firstAfterGap(target, Math.min(...candidates), Math.max(...candidates), zone));
}

/** Halves the span between an instant that shows less than `target` and one that shows more until they touch. */
function firstAfterGap(target: number, before: number, after: number, zone: string): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle, zone) * 60_000 < target) low = middle;
    else high = middle;
  }
  return high;
}

const offsetAt = (instant: number, zone: string): number => checked(DateTime.fromMillis(instant, { zone })).offset;

function checked(moment: DateTime): DateTime<true> {
  if (!moment.isValid) throw new RangeError(`${moment.invalidReason}: ${moment.invalidExplanation}`);
  // SAFETY: luxon's own check has just said so; its types do not narrow through `isValid` on an unparametrised DateTime.
  return moment as DateTime<true>;
}

const isoDate = (date: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError('A date is written YYYY-MM-DD.');
  return date;
};

const wallTime = (time: string): string => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError('A time is written HH:mm.');
  return time;
};
