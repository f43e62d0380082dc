import { type After, afterRealTime, type Clock } from '../clock/index.ts';
import { errorName, type Log } from '../log/index.ts';
import type { Store } from '../store/index.ts';
import { closeInterrupted, done, fail, nextEvent, putOff } from './accept.ts';

export interface InboxOptions {
  store: Store;
  clock: Clock;
  log: Log;
  /** Throws when the event is to be tried again. `id` is the inbox id, for `done` in the handler's own transaction. */
  handle: (body: unknown, id: string) => Promise<void>;
  after?: After;
}

const mostAttempts = 5;

/**
 * Takes stored events in order of arrival, one at a time. An event that fails backs off 1, 2, 4, 8 s while later ones go on
 * (listeners must not depend on order anyway: Slack promises none), and is `failed` after the fifth try.
 */
export class InboxWorker {
  readonly #options: InboxOptions;
  readonly #waiting: (() => void)[] = [];
  #state: 'stopped' | 'running' = 'stopped';
  #running: Promise<void> | null = null;
  #again = false;
  #cancelTimer: () => void = () => undefined;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** Closes what a crash cut off, then takes up the events an earlier run left. */
  async start(): Promise<void> {
    const { store, clock, log } = this.#options;
    const interrupted = await store.inTx((tx) => closeInterrupted(tx, clock.now()));
    if (interrupted > 0) log.warn('Commands or clicks were cut off by the last stop.', { interrupted });
    this.#state = 'running';
    this.wake();
  }

  /** Takes nothing new and waits for the event in hand. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    this.#cancelTimer();
    await this.#running;
    this.#release();
  }

  wake(): void {
    this.#again = true;
    if (this.#state === 'running') this.#running ??= this.#drain();
    else this.#release();
  }

  /** Resolves when no event is in hand or due. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.wake();
    });
  }

  async #drain(): Promise<void> {
    while (this.#again && this.#state === 'running') {
      this.#again = false;
      await this.#takeAllDue();
    }
    this.#running = null;
    this.#release();
  }

  async #takeAllDue(): Promise<void> {
    const { store, clock, log } = this.#options;
    try {
      for (;;) {
        const { event, nextAt } = nextEvent(store.read, clock.now());
        if (!event) return this.#wakeAt(nextAt);
        if (this.#state === 'stopped') return;
        await this.#take(event);
      }
    } catch (error) {
      log.error('The inbox could not record an event.', { error });
      this.#wakeAt(new Date(clock.now().getTime() + 5_000));
    }
  }

  async #take(event: { id: string; attempts: number; body: unknown }): Promise<void> {
    const { store, clock, log, handle } = this.#options;
    const outcome = await handle(event.body, event.id).then(
      () => ({ ok: true as const }),
      (error: unknown) => ({ ok: false as const, error }),
    );
    const now = clock.now();
    if (outcome.ok) return store.inTx((tx) => done(tx, event.id, now));
    const attempts = event.attempts + 1;
    const code = errorName(outcome.error);
    if (attempts < mostAttempts) {
      const dueAt = new Date(now.getTime() + 1_000 * 2 ** (attempts - 1));
      await store.inTx((tx) => putOff(tx, event.id, attempts, code, dueAt));
      log.warn('An event will be tried again.', { id: event.id, attempts, error: outcome.error });
      return;
    }
    await store.inTx((tx) => fail(tx, event.id, code, now, true));
    log.error('An event failed for good.', { id: event.id, attempts, error: outcome.error });
  }

  #wakeAt(at: Date | null): void {
    this.#cancelTimer();
    if (at === null || this.#state === 'stopped') return;
    // The clock may be moved by hand, so the wait is never long.
    const wait = Math.min(Math.max(at.getTime() - this.#options.clock.now().getTime(), 1), 60_000);
    this.#cancelTimer = (this.#options.after ?? afterRealTime)(wait, () => this.wake());
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
