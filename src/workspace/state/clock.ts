import { AsyncResource } from 'node:async_hooks';

/** The workspace's time is the wall clock plus an offset that tests and demos move. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Real time: signatures, triggers and the three-second limits use this and never the moved clock. */
  real(): number;
  offset(): number;
  moveTo(ms: number): void;
  advance(ms: number): void;
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

export function createClock(wall: () => number, start?: number): Clock {
  let offset = start === undefined ? 0 : start - wall();
  let appointments: Appointment[] = [];
  let timer: NodeJS.Timeout | undefined;
  const listeners: (() => void)[] = [];
  const now = () => wall() + offset;

  function wake() {
    clearTimeout(timer);
    const time = now();
    const due = appointments.filter((appointment) => appointment.at <= time).sort((a, b) => a.at - b.at);
    appointments = appointments.filter((appointment) => appointment.at > time);
    for (const appointment of due) appointment.job();
    if (appointments.length === 0) return;
    const next = Math.min(...appointments.map((appointment) => appointment.at));
    timer = setTimeout(wake, Math.min(Math.max(next - now(), 1), LONGEST_TIMER));
    timer.unref();
  }

  function shift(by: number) {
    offset += by;
    for (const listener of listeners) listener();
    wake();
  }

  return {
    now,
    real: wall,
    offset: () => offset,
    moveTo: (ms) => shift(ms - now()),
    advance: shift,
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
