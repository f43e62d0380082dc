import { describe, expect, it } from 'vitest';
import { type DueNudge, type NudgeSettings, nextNudge, untilKickoff } from '../../src/handoff/nudges.ts';
import { defaultPolicy } from '../../src/handoff/policy.ts';
import { calendar } from '../../src/platform/calendar/index.ts';
import { at } from './support/calendar.ts';

const vienna = 'Europe/Vienna';
const newYork = 'America/New_York';
const perth = 'Australia/Perth';
const kolkata = 'Asia/Kolkata';

interface Case {
  kickoff: string;
  zone?: string;
  holidays?: string;
  lastDays?: number;
  /** Wall clock in the zone. */
  now: string;
}

const next = ({ kickoff, zone = vienna, holidays, lastDays, now }: Case): DueNudge | null => {
  const settings: NudgeSettings = { zone, holidays, policy: defaultPolicy };
  return nextNudge(kickoff, settings, { lastDays: lastDays ?? null }, at(now, zone), calendar);
};
const due = (days: number, wall: string, zone = vienna): DueNudge => ({ days, at: at(wall, zone) });

describe('the next nudge', () => {
  it.each([vienna, newYork, perth, kolkata])('stands at the start of the working day in %s', (zone) => {
    expect(next({ kickoff: '2026-12-18', zone, now: '2026-12-01 12:00' })).toEqual(due(7, '2026-12-09 09:00', zone));
  });

  it('Perth is told a night before New York', () => {
    const of = (zone: string) => next({ kickoff: '2026-12-18', zone, now: '2026-12-01 12:00' })?.at.toISOString();
    expect([perth, kolkata, vienna, newYork].map(of)).toEqual([
      '2026-12-09T01:00:00.000Z',
      '2026-12-09T03:30:00.000Z',
      '2026-12-09T08:00:00.000Z',
      '2026-12-09T14:00:00.000Z',
    ]);
  });

  it.each([
    ['7, when nothing was said', undefined, due(7, '2026-12-09 09:00')],
    ['3, when 7 was said', 7, due(3, '2026-12-15 09:00')],
    ['1, when 3 was said', 3, due(1, '2026-12-17 09:00')],
    ['none, when 1 was said', 1, null],
  ])('is %s', (_, lastDays, expected) => {
    expect(next({ kickoff: '2026-12-18', lastDays, now: '2026-12-01 12:00' })).toEqual(expected);
  });

  it('counts business days: a weekend in between does not count', () => {
    expect(next({ kickoff: '2026-12-14', lastDays: 3, now: '2026-12-10 18:00' })).toEqual(due(1, '2026-12-11 09:00'));
  });

  it.each([
    ['Austria keeps 8 December', 'AT', '2026-12-01 09:00'],
    ['Germany does not', 'DE', '2026-12-02 09:00'],
    ['nor does nobody', undefined, '2026-12-02 09:00'],
  ])('counts holidays: %s', (_, holidays, expected) => {
    expect(next({ kickoff: '2026-12-11', holidays, now: '2026-11-16 12:00' })).toEqual(due(7, expected));
  });

  it.each([
    ['Vienna, spring', vienna, '2026-03-31', '2026-03-30T07:00:00.000Z'],
    ['Vienna, before spring', vienna, '2026-03-28', '2026-03-27T08:00:00.000Z'],
    ['Vienna, autumn', vienna, '2026-10-27', '2026-10-26T08:00:00.000Z'],
    ['New York, spring', newYork, '2026-03-10', '2026-03-09T13:00:00.000Z'],
    ['New York, autumn', newYork, '2026-11-03', '2026-11-02T14:00:00.000Z'],
  ])('stays at nine on the wall when the clocks change: %s', (_, zone, kickoff, expected) => {
    expect(next({ kickoff, zone, lastDays: 3, now: '2026-02-02 12:00' })?.at.toISOString()).toBe(expected);
  });

  it('is due to the minute: not at 8:59, at 9:00 it is', () => {
    const one = { kickoff: '2026-12-18' };
    expect(next({ ...one, now: '2026-12-09 08:59' })).toEqual(due(7, '2026-12-09 09:00'));
    expect(next({ ...one, now: '2026-12-09 09:00' })).toEqual(due(7, '2026-12-09 09:00'));
  });
});

describe('a run that was missed', () => {
  it.each([
    ['one threshold', undefined, '2026-12-10 10:00', 7],
    ['two thresholds', undefined, '2026-12-16 10:00', 3],
    ['all three', undefined, '2026-12-17 10:00', 1],
    ['the last two, the first was said', 7, '2026-12-17 10:00', 1],
  ])('is caught up once, with the latest threshold: %s', (_, lastDays, now, days) => {
    const found = next({ kickoff: '2026-12-18', lastDays, now });
    expect(found?.days).toBe(days);
    expect(found && found.at <= at(now, vienna)).toBe(true);
    const after = next({ kickoff: '2026-12-18', lastDays: days, now });
    expect(after === null || after.at > at(now, vienna)).toBe(true);
  });

  it.each([
    ['before work: at nine', '2026-12-10 06:00', '2026-12-10 09:00'],
    ['after work: the next morning', '2026-12-10 17:00', '2026-12-11 09:00'],
    ['on Friday night: on Monday', '2026-12-11 20:00', '2026-12-14 09:00'],
    ['on a Sunday: on Monday', '2026-12-13 11:00', '2026-12-14 09:00'],
  ])('waits for working hours, %s', (_, now, expected) => {
    expect(next({ kickoff: '2026-12-18', now })).toEqual(due(7, expected));
  });

  it('waits for the day after a holiday', () => {
    const one = next({ kickoff: '2026-12-11', holidays: 'AT', lastDays: 7, now: '2026-12-08 10:00' });
    expect(one).toEqual(due(3, '2026-12-09 09:00'));
  });

  it('asks again at each threshold, not in between', () => {
    expect(next({ kickoff: '2026-12-18', lastDays: 7, now: '2026-12-10 10:00' })).toEqual(due(3, '2026-12-15 09:00'));
  });
});

describe('when kickoff moves or passes', () => {
  it('an earlier date that is past a threshold is said at once', () => {
    expect(next({ kickoff: '2026-12-12', lastDays: 7, now: '2026-12-10 10:00' })?.days).toBe(3);
  });

  it('on the day of kickoff what was missed is still said', () => {
    expect(next({ kickoff: '2026-12-18', now: '2026-12-18 10:00' })?.days).toBe(1);
  });

  it('the day after it is not', () => {
    expect(next({ kickoff: '2026-12-18', now: '2026-12-19 10:00' })).toBeNull();
    expect(next({ kickoff: '2026-12-18', now: '2026-12-21 10:00' })).toBeNull();
  });

  it('nothing is planned for a working day that begins after kickoff', () => {
    expect(next({ kickoff: '2026-12-18', now: '2026-12-18 18:00' })).toBeNull();
    expect(next({ kickoff: '2026-12-19', now: '2026-12-18 18:00' })).toBeNull();
  });
});

describe('until kickoff, in words', () => {
  it.each([
    ['2026-12-09', '2026-12-18', 'kickoff in 7 business days'],
    ['2026-12-11', '2026-12-14', 'kickoff in 1 business day'],
    ['2026-12-14', '2026-12-14', 'kickoff is today'],
    ['2026-12-15', '2026-12-14', 'kickoff date has passed'],
    ['2026-12-11', '2026-12-12', 'kickoff is before the next business day'],
  ])('%s to %s: %s', (today, kickoff, expected) => {
    expect(untilKickoff(today, kickoff, calendar)).toBe(expected);
  });

  it('a holiday is no business day', () => {
    expect(untilKickoff('2026-12-07', '2026-12-09', calendar, 'AT')).toBe('kickoff in 1 business day');
  });
});
