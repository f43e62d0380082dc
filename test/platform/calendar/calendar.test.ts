import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, isHolidayCountry } from '../../../src/platform/calendar/index.ts';

const at = (date: string, time: string, zone: string) => calendar.instantAt(date, time, zone).toISOString();

describe('a local time', () => {
  test.each([
    ['on an ordinary day', '2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    [
      'skipped in spring is the first instant after',
      '2026-03-08',
      '02:30',
      'America/New_York',
      '2026-03-08T07:00:00.000Z',
    ],
    ['skipped at its very start too', '2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['just before the gap is itself', '2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    [
      'repeated in autumn is the first of the two',
      '2026-11-01',
      '01:30',
      'America/New_York',
      '2026-11-01T05:30:00.000Z',
    ],
    ['repeated in Berlin is the first of the two', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['in the half-hour gap of Lord Howe', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['in the half-hour repeat of Lord Howe', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    [
      'on the day Apia left out is the start of the next',
      '2011-12-30',
      '12:00',
      'Pacific/Apia',
      '2011-12-30T10:00:00.000Z',
    ],
    ['at midnight where midnight is skipped', '2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('%s', (_, date, time, zone, instant) => {
    expect(at(date, time, zone)).toBe(instant);
  });

  test('that exists shows again on the wall, and the date with it', () => {
    const zones = fc.constantFrom(
      'UTC',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
    );
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const date = calendar.localDate(instant, zone);
        const noon = calendar.instantAt(date, '12:00', zone);
        expect(calendar.localDate(noon, zone)).toBe(date);
        expect(Math.abs(noon.getTime() - instant.getTime())).toBeLessThan(14 * 3_600_000);
      }),
    );
  });

  test('in no zone, of no date or no time is refused', () => {
    expect(() => at('2026-01-01', '09:00', 'Mars/Base')).toThrow(RangeError);
    expect(() => at('2026-02-30', '09:00', 'UTC')).toThrow(RangeError);
    expect(() => at('2026-01-01', '24:00', 'UTC')).toThrow(RangeError);
    expect(() => calendar.localDate(new Date(0), 'Mars/Base')).toThrow(RangeError);
  });
});

test('weekdays count from Monday', () => {
  expect(['2026-03-02', '2026-03-07', '2026-03-08'].map((date) => calendar.weekday(date))).toEqual([1, 6, 7]);
});

test.each([
  ['2026-07-04', 'US', true],
  ['2026-07-06', 'US', false],
  ['2026-01-06', 'DE', false],
  ['2026-01-06', 'DE-BY', true],
  ['2026-02-14', 'US', false],
  ['2026-12-25', undefined, false],
])('%s in %s a holiday: %s', (date, country, expected) => {
  expect(calendar.isHoliday(date, country)).toBe(expected);
});

test('countries nobody knows are not taken', () => {
  expect(isHolidayCountry('US')).toBe(true);
  expect(isHolidayCountry('DE-BY')).toBe(true);
  expect(isHolidayCountry('DE-XX')).toBe(false);
  expect(isHolidayCountry('Atlantis')).toBe(false);
  expect(() => calendar.isHoliday('2026-01-01', 'XX')).toThrow(RangeError);
});
