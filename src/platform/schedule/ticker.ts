import { type ScheduledTask, schedule } from 'node-cron';
import { type After, afterRealTime, type Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';

export interface TickerOptions {
  /** 1–60; node-cron's seconds field. */
  everySeconds: number;
  clock: Clock;
  log: Log;
  /** Looks for everything that is due at `now` in the database; must find nothing the second time. */
  tick: (now: Date) => Promise<void>;
  after?: After;
}

/**
 * Asks again and again what is due. node-cron only beats time: what is due is in the database, so a beat that a daylight
 * saving change, a suspended machine or a stop swallowed is made up by the next. Ticks never overlap.
 */
export class Ticker {
  readonly #options: TickerOptions;
  #task: ScheduledTask | null = null;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #dueAt: Date | null = null;
  #cancelTimer: () => void = () => undefined;

  constructor(options: TickerOptions) {
    this.#options = options;
  }

  start(): void {
    const { everySeconds } = this.#options;
    const seconds = everySeconds >= 60 ? '0' : `*/${everySeconds}`;
    this.#task = schedule(`${seconds} * * * * *`, () => this.#tickLogged(), { logger: cronLogger(this.#options.log) });
    this.#tickLogged();
  }

  async stop(): Promise<void> {
    await this.#task?.destroy();
    this.#task = null;
    this.#cancelTimer();
    await Promise.allSettled([this.#running, this.#next]);
  }

  /** One tick, begun after this call; calls during a running tick share the one that follows. Rejects with what `tick` throws. */
  tick(): Promise<void> {
    if (this.#running) {
      this.#next ??= this.#running.then(
        () => this.#run(),
        () => this.#run(),
      );
      return this.#next;
    }
    return this.#run();
  }

  /** Ticks at that instant instead of at the next beat; only the earliest asked for is kept. */
  due(at: Date): void {
    if (this.#dueAt && this.#dueAt <= at) return;
    this.#dueAt = at;
    this.#cancelTimer();
    // Beyond one beat the beat itself is in time.
    const wait = Math.max(at.getTime() - this.#options.clock.now().getTime(), 0);
    if (wait > this.#options.everySeconds * 1_000) {
      this.#dueAt = null;
      return;
    }
    this.#cancelTimer = (this.#options.after ?? afterRealTime)(wait, () => {
      this.#dueAt = null;
      this.#tickLogged();
    });
  }

  #run(): Promise<void> {
    this.#next = null;
    const { tick, clock } = this.#options;
    const mine = (async () => tick(clock.now()))().finally(() => {
      if (this.#running === mine) this.#running = null;
    });
    this.#running = mine;
    return mine;
  }

  #tickLogged(): void {
    this.tick().catch((error: unknown) =>
      this.#options.log.error('A tick failed; the next one tries again.', { error }),
    );
  }
}

/** node-cron complains of late beats on the console; a late beat is made up by the next, so it is worth a debug line. */
const cronLogger = (log: Log) => {
  const note = (message: string | Error): void => log.debug('node-cron said something.', { said: String(message) });
  return { debug: note, info: note, warn: note, error: note };
};
