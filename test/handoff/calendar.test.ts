import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDaysBefore,
  businessDaysBetween,
  daysBetween,
  isBusinessDay,
  isDate,
  spokenDate,
} from '../../src/handoff/calendar.ts';
import { calendar } from '../../src/platform/calendar/index.ts';

describe('dates', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-12-32', '2026-00-10', '26-01-01', 'tomorrow', '', '2026-1-1'])(
    '“%s” is none, and asking does no harm',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it('in a sentence they read as people say them', () => {
    expect(spokenDate('2026-12-04')).toBe('4 Dec 2026');
    expect(spokenDate('2027-01-31')).toBe('31 Jan 2027');
  });

  it('days are added and counted over months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});

describe('business days', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-12-08', false],
  ])('%s is one in Austria: %s', (date, expected) => {
    expect(isBusinessDay(date, calendar, 'AT')).toBe(expected);
  });

  it('before a date: the date itself is day 0, weekends and holidays do not count', () => {
    expect(businessDaysBefore('2026-12-14', 0, calendar)).toBe('2026-12-14');
    expect(businessDaysBefore('2026-12-14', 1, calendar)).toBe('2026-12-11');
    expect(businessDaysBefore('2026-12-09', 1, calendar, 'AT')).toBe('2026-12-07');
  });

  it('between two dates: the first day does not count, and backwards is negative', () => {
    expect(businessDaysBetween('2026-12-11', '2026-12-14', calendar)).toBe(1);
    expect(businessDaysBetween('2026-12-14', '2026-12-11', calendar)).toBe(-1);
    expect(businessDaysBetween('2026-12-14', '2026-12-14', calendar)).toBe(0);
  });
});
