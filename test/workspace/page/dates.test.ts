import { describe, expect, test } from 'vitest';
import { dayLabel, formatSlackDate, timeOf } from '../../../src/workspace/page/mrkdwn/dates.ts';
import { fromLocalInput, nextMonday, toLocalInput } from '../../../src/workspace/page/mrkdwn/zone.ts';

const at = (iso: string): number => Date.parse(iso);
const now = at('2026-11-30T09:00:00Z');

describe("Slack's date tokens", () => {
  test.each([
    ['{date_num} {time}', 'Europe/London', '2026-12-01 6:05 AM'],
    ['{date_num} {time_secs}', 'America/Los_Angeles', '2026-11-30 10:05:09 PM'],
    ['{date}', 'Europe/London', 'December 1st'],
    ['{date_short}', 'Europe/London', 'Dec 1, 2026'],
    ['{date_long}', 'Europe/London', 'Tuesday, December 1st, 2026'],
    ['{date_pretty} at {time}', 'Europe/London', 'tomorrow at 6:05 AM'],
    ['{date_short_pretty}', 'America/Los_Angeles', 'today'],
    ['{date_slash}', 'Asia/Tokyo', '12/01/2026'],
    ['{ago}', 'Europe/London', 'in 21 hours'],
    ['{nonsense} {', 'Europe/London', '{nonsense} {'],
    ['{date_num}', 'Nowhere/Land', '2026-12-01'],
  ])('%s in %s', (format, tz, expected) => {
    expect(formatSlackDate(at('2026-12-01T06:05:09Z') / 1000, format, tz, now)).toBe(expected);
  });

  test('a day is named as the reader sees it', () => {
    expect(dayLabel(at('2026-11-29T23:30:00Z'), 'Europe/London', now)).toBe('Yesterday');
    expect(dayLabel(at('2026-11-29T23:30:00Z'), 'Europe/Berlin', now)).toBe('Today');
    expect(dayLabel(at('2025-11-11T12:00:00Z'), 'Europe/London', now)).toBe('Tuesday, November 11th, 2025');
  });

  test('noon and midnight', () => {
    expect([timeOf(at('2026-11-30T00:00:00Z'), 'UTC'), timeOf(at('2026-11-30T12:00:00Z'), 'UTC')]).toEqual([
      '12:00 AM',
      '12:00 PM',
    ]);
  });
});

describe('the wall clock of a zone', () => {
  test('a local time comes back as it went in, also across summer time', () => {
    for (const iso of [
      '2026-03-29T00:59:00Z',
      '2026-03-29T01:00:00Z',
      '2026-10-25T02:00:00Z',
      '2026-07-01T12:00:00Z',
    ]) {
      expect(new Date(fromLocalInput(toLocalInput(at(iso), 'Europe/Berlin'), 'Europe/Berlin') ?? 0).toISOString()).toBe(
        new Date(at(iso)).toISOString(),
      );
    }
    expect(fromLocalInput('soon', 'UTC')).toBeNull();
  });

  test('next Monday 9:00 is ahead, in the zone asked for', () => {
    expect(new Date(nextMonday(at('2026-11-30T08:59:00Z'), 'Europe/London')).toISOString()).toBe(
      '2026-11-30T09:00:00.000Z',
    );
    expect(new Date(nextMonday(at('2026-11-30T09:00:00Z'), 'Europe/London')).toISOString()).toBe(
      '2026-12-07T09:00:00.000Z',
    );
    expect(new Date(nextMonday(at('2026-10-24T10:00:00Z'), 'America/New_York')).toISOString()).toBe(
      '2026-10-26T13:00:00.000Z',
    );
  });
});
