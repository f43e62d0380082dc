import { describe, expect, it } from 'vitest';
import { type DigestRow, digestOf, digestSlot } from '../../src/handoff/digest.ts';
import { calendar } from '../../src/platform/calendar/index.ts';
import { at } from './support/calendar.ts';

const row = (over: Partial<DigestRow> = {}): DigestRow => ({
  handoff: 'h1',
  name: 'Solar park monitoring',
  customer: 'Sonnfeld Energie',
  kickoffDate: '2026-11-20',
  scheduled: false,
  score: 80,
  ready: false,
  blocker: 'Sales signoff',
  owner: 'U_ANNA',
  before: null,
  openFlags: 0,
  escalation: 'U_RUTH',
  firstMilestone: 'Kickoff held',
  ...over,
});
const ready = row({ score: 100, ready: true });
const headline = (...rows: DigestRow[]) => digestOf('2026-11-16', rows, '2026-11-16').headline;

describe('the slot of a digest', () => {
  it.each([
    ['Monday, one minute before nine', '2026-11-16 08:59', '2026-11-09'],
    ['Monday at nine', '2026-11-16 09:00', '2026-11-16'],
    ['Tuesday', '2026-11-17 03:00', '2026-11-16'],
    ['Sunday night', '2026-11-22 23:59', '2026-11-16'],
  ])('%s belongs to the latest Monday nine o’clock that has begun', (_, now, slot) => {
    for (const zone of ['Europe/Vienna', 'America/New_York', 'Australia/Perth', 'Asia/Kolkata'])
      expect(digestSlot(at(now, zone), zone, calendar)).toEqual({ slot, at: at(`${slot} 09:00`, zone) });
  });

  it('one instant is another week elsewhere', () => {
    const instant = at('2026-11-16 09:00', 'Australia/Perth');
    expect(digestSlot(instant, 'Australia/Perth', calendar).slot).toBe('2026-11-16');
    expect(digestSlot(instant, 'America/New_York', calendar).slot).toBe('2026-11-09');
  });

  it('a Monday after the clocks changed begins at nine on the wall', () => {
    const { slot, at: begins } = digestSlot(at('2026-03-30 12:00', 'Europe/Vienna'), 'Europe/Vienna', calendar);
    expect([slot, begins.toISOString()]).toEqual(['2026-03-30', '2026-03-30T07:00:00.000Z']);
  });
});

describe('the headline of a digest', () => {
  it.each([
    ['no kickoff', [], 'No kickoff in the next 10 days.'],
    ['one that is ready', [ready], '1 kickoff in the next 10 days; all ready.'],
    ['two that are ready', [ready, ready], '2 kickoffs in the next 10 days; all ready.'],
    ['one that is not ready', [row()], '1 kickoff in the next 10 days; 1 not ready yet.'],
    ['two of three not ready', [row(), ready, row()], '3 kickoffs in the next 10 days; 2 not ready yet.'],
    ['one at 99 %', [row({ score: 99 })], '1 kickoff in the next 10 days; 1 not ready yet.'],
    [
      'one of two in danger',
      [row(), row({ score: 59 })],
      '2 kickoffs in the next 10 days; 1 will not make it without help.',
    ],
    ['sixty is enough', [row({ score: 60 })], '1 kickoff in the next 10 days; 1 not ready yet.'],
    ['a scheduled one is safe', [row({ score: 10, scheduled: true })], '1 kickoff in the next 10 days; all ready.'],
    ['in ten days', [row({ kickoffDate: '2026-11-26' })], '1 kickoff in the next 10 days; 1 not ready yet.'],
    [
      'in eleven days and not ready',
      [ready, row({ kickoffDate: '2026-11-27' })],
      '1 kickoff in the next 10 days; all ready.',
    ],
    ['in eleven days', [row({ kickoffDate: '2026-11-27', score: 0 })], 'No kickoff in the next 10 days.'],
    ['one whose date passed', [row({ kickoffDate: '2026-11-13', score: 0 })], 'No kickoff in the next 10 days.'],
  ])('%s', (_, rows, expected) => {
    expect(headline(...rows)).toBe(expected);
  });

  it('rows stand by date, then by name', () => {
    const rows = [row({ name: 'B' }), row({ name: 'C', kickoffDate: '2026-11-18' }), row({ name: 'A' })];
    expect(digestOf('2026-11-16', rows, '2026-11-16').rows.map((one) => one.name)).toEqual(['C', 'A', 'B']);
  });
});
