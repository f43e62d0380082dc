import { expect, test } from 'vitest';
import {
  hoursWords,
  isWorking,
  localTime,
  nextWorkingMorning,
  spanWords,
} from '../../../src/workspace/page/shell/working-time.ts';

const at = (iso: string) => Date.parse(iso);
const sunday = { tz: 'Asia/Karachi', working_hours: { start: '10:00', end: '18:00', days: [0, 1, 2, 3, 4] } };

test('the time where somebody lives names the day where it is another one', () => {
  expect(localTime(at('2026-11-30T17:00:00Z'), 'America/New_York', 'Europe/London')).toBe('12:00 PM');
  expect(localTime(at('2026-11-30T17:00:00Z'), 'Asia/Tokyo', 'Europe/London')).toBe('Tue 2:00 AM');
});

test('the next working morning is nine o’clock of a day on which they work', () => {
  const iso = (now: string, who: Parameters<typeof nextWorkingMorning>[1]) =>
    new Date(nextWorkingMorning(at(now), who)).toISOString();
  expect(iso('2026-11-27T10:00:00Z', { tz: 'Europe/London' })).toBe('2026-11-30T09:00:00.000Z');
  expect(iso('2026-11-27T10:00:00Z', { tz: 'Asia/Tokyo' })).toBe('2026-11-30T00:00:00.000Z');
  expect(iso('2026-11-27T10:00:00Z', sunday)).toBe('2026-11-29T04:00:00.000Z');
  // Summer time ends in the night before.
  expect(iso('2026-10-23T20:00:00Z', { tz: 'Europe/Berlin' })).toBe('2026-10-26T08:00:00.000Z');
  expect(iso('2026-11-30T08:59:00Z', { tz: 'Europe/London' })).toBe('2026-11-30T09:00:00.000Z');
});

test('working hours are those of the person, or the usual ones', () => {
  expect(isWorking(at('2026-11-29T06:00:00Z'), sunday)).toBe(true);
  expect(isWorking(at('2026-11-29T04:30:00Z'), sunday)).toBe(false);
  expect(isWorking(at('2026-11-29T10:00:00Z'), { tz: 'Europe/London' })).toBe(false);
  expect(hoursWords(sunday.working_hours)).toBe('Sun–Thu, 10:00–18:00');
  expect(hoursWords({ start: '09:00', end: '12:00', days: [1, 3] })).toBe('Mon, Wed, 09:00–12:00');
});

test('a span is told in its two largest parts', () => {
  expect(spanWords(0, 90 * 60_000)).toBe('1 hour, 30 minutes');
  expect(spanWords(0, (2 * 1440 + 65) * 60_000)).toBe('2 days, 1 hour');
  expect(spanWords(0, 1000)).toBe('less than a minute');
});
