import { AsyncResource } from 'node:async_hooks';
import { SlackError } from '../slack-error.ts';

/** The workspace's time is the wall clock plus an offset that tests and demos move. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Real time: signatures, triggers and the three-second limits use this and never the moved clock. */
  real(): number;
  offset(): number;
  /** Both throw `invalid_time` where the time would be none that the clock has (`CLOCK_GOES`). */
  moveTo(ms: number): void;
  advance(ms: number): void;
  /** As `advance`, but only as far as the clock goes: nobody is there to be refused. */
  jump(ms: number): void;
  /** Back to real time. */
  toReal(): void;
  /** Runs `job` once workspace time has reached `at`, also when the clock is moved past it; until then it can be called off. `what` is told to people who look ahead. */
  at(at: number, job: () => void, what?: string): Cancel;
  /** What has a time and a name, soonest first. */
  due(): { at: number; what: string }[];
  onMove(listener: () => void): void;
  stop(): void;
}

export type Cancel = () => void;

interface Appointment {
  at: number;
  job: () => void;
  what: string | undefined;
}

const LONGEST_TIMER = 2 ** 31 - 1;

/** From 2001-09-09 on the seconds of a `ts` have ten digits, so that texts sort as times do. */
const EARLIEST = Date.UTC(2002, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

export const CLOCK_GOES = 'The clock goes from the year 2002 to the end of 2099.';

export const isUsable = (ms: number): boolean => ms >= EARLIEST && ms < LATEST;

export interface ClockOptions {
  /** Real time in milliseconds. */
  wall: () => number;
  /** Where workspace time begins; real time otherwise. */
  start?: number;
  /** Told what a job threw. The others run in any case. */
  onDefect: (error: unknown) => void;
}

export function createClock({ wall, start, onDefect }: ClockOptions): Clock {
  let offset = 0;
  let appointments: Appointment[] = [];
  let timer: NodeJS.Timeout | undefined;
  const listeners: (() => void)[] = [];
  const now = () => wall() + offset;

  function wake() {
    clearTimeout(timer);
    for (let due = next(); due && due.at <= now(); due = next()) run(due);
    const coming = next();
    if (!coming) return;
    timer = setTimeout(wake, Math.min(Math.max(coming.at - now(), 1), LONGEST_TIMER));
    timer.unref();
  }

  function next(): Appointment | undefined {
    return appointments.reduce<Appointment | undefined>(
      (soonest, one) => (soonest && soonest.at <= one.at ? soonest : one),
      undefined,
    );
  }

  /** One at a time: a job may call another off. */
  function run(due: Appointment) {
    appointments = appointments.filter((one) => one !== due);
    try {
      due.job();
    } catch (error) {
      onDefect(error);
    }
  }

  function shift(by: number) {
    offset += by;
    for (const listener of listeners) listener();
    wake();
  }

  function advance(ms: number) {
    if (!isUsable(now() + ms)) throw new SlackError('invalid_time', { message: CLOCK_GOES });
    shift(ms);
  }

  const moveTo = (ms: number) => advance(ms - now());
  if (start !== undefined) moveTo(start);

  return {
    now,
    real: wall,
    offset: () => offset,
    moveTo,
    advance,
    jump(ms) {
      const time = now();
      shift(Math.min(Math.max(time + ms, EARLIEST), LATEST - 1) - time);
    },
    toReal: () => shift(-offset),
    at(at, job, what) {
      // It runs on behalf of whoever asked for it, whatever wakes the clock.
      const appointment = { at, job: AsyncResource.bind(job), what };
      appointments.push(appointment);
      wake();
      return () => {
        appointments = appointments.filter((one) => one !== appointment);
      };
    },
    due: () =>
      appointments.flatMap(({ at, what }) => (what === undefined ? [] : [{ at, what }])).sort((a, b) => a.at - b.at),
    onMove: (listener) => void listeners.push(listener),
    stop() {
      appointments = [];
      clearTimeout(timer);
    },
  };
}

/** Slack's `ts` of an instant in microseconds: seconds, a dot, six digits. */
export const formatTs = (micros: number): string =>
  `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;

export const seconds = (ms: number): number => Math.floor(ms / 1000);
