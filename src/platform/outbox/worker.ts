import { type After, afterRealTime, type Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { isStorageTrouble, type Store } from '../store/index.ts';
import { backOff, toFailure } from './back-off.ts';
import type { OutboxEntry, Receipt } from './entry.ts';
import { Permanent, RateLimited, type SendFailure, Unauthorized } from './failures.ts';
import { type OutboxHealth, readHealth } from './health.ts';
import { claim, nextDue, nextInstant } from './pick.ts';
import { type Pool, poolsOf, type Slow } from './pools.ts';
import type { Sender } from './sender.ts';
import { recover, resumePaused, settleFailed, settleSent } from './settle.ts';

export interface OutboxOptions {
  store: Store;
  senders: Record<string, Sender>;
  clock: Clock;
  log: Log;
  /** A number in [0, 1) for jitter; 0.5 gives the exact back-off. */
  random: () => number;
  /** Turns a vendor's error into one of the four failures; `undefined` when it is none of its own. */
  classify?: (error: unknown) => SendFailure | undefined;
  /** Told once per entry that will not be tried again. */
  onFailed?: (entry: OutboxEntry, failure: SendFailure) => void | Promise<void>;
  /** Lanes served side by side; default 4. */
  lanes?: number;
  /** Entries of these kinds get lanes of their own, so that the others never wait for them. */
  slow?: Slow;
  after?: After;
}

const storagePauseMs = 5_000;

/** Sends what `want` asked for: one entry at a time per lane, lanes side by side, every attempt on record before and after. */
export class OutboxWorker {
  readonly #options: OutboxOptions;
  readonly #pools: Pool[];
  readonly #resting = new Map<string, Date>();
  readonly #waiting: (() => void)[] = [];
  #state: 'stopped' | 'running' | 'paused' = 'stopped';
  #reason: string | null = null;
  readonly #interrupts: (() => void)[] = [];
  readonly #after: After;
  #cancelTimer: () => void = () => undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#pools = poolsOf(options.lanes ?? 4, options.slow);
    this.#after = options.after ?? afterRealTime;
  }

  /** Takes up what an earlier run left; entries it was sending become pending with `previouslyTried`. */
  async start(): Promise<void> {
    await this.#options.store.inTx((tx) => recover(tx, this.#now()));
    this.#state = 'running';
    this.wake();
  }

  /** Takes nothing new and waits for the sends under way. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    this.#cancelTimer();
    for (const interrupt of this.#interrupts.splice(0)) interrupt();
    await Promise.all(this.#pools.flatMap(({ running }) => [...running.values()]));
    this.#release();
  }

  /** Looks for due work now. Cheap; call it after commits and on every tick. */
  wake(): void {
    if (this.#state === 'running') this.#fill();
    this.#settleWaiting();
  }

  /** Resolves when nothing runs and nothing is due, or when the outbox is paused or stopped and nothing runs. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.wake();
    });
  }

  /** Starts again after a pause, when the operator has mended the cause. */
  async resume(): Promise<void> {
    await this.#options.store.inTx((tx) => resumePaused(tx, this.#now()));
    if (this.#state === 'paused') this.#state = 'running';
    this.#reason = null;
    this.wake();
  }

  health(): OutboxHealth {
    return { state: this.#state, reason: this.#reason, ...readHealth(this.#options.store.read, this.#now()) };
  }

  #fill(): void {
    const now = this.#now();
    for (const [lane, until] of this.#resting) if (until <= now) this.#resting.delete(lane);
    for (const pool of this.#pools) this.#fillPool(pool, now);
    this.#setTimer(now);
  }

  #fillPool(pool: Pool, now: Date): void {
    while (pool.running.size < pool.lanes) {
      // A lane is closed to every pool: its entries go one at a time, whatever their kinds.
      const closed = [...this.#pools.flatMap(({ running }) => [...running.keys()]), ...this.#resting.keys()];
      const next = nextDue(this.#options.store.read, now, closed, pool.kinds);
      if (!next) break;
      pool.running.set(next.lane, this.#serve(pool, next.key, next.lane));
    }
  }

  async #serve({ running }: Pool, key: string, lane: string): Promise<void> {
    try {
      const job = await this.#options.store.inTx((tx) => claim(tx, key, this.#now()));
      if (job) await this.#attempt(job);
    } catch (error) {
      // The store itself failed: the lane rests, so that this does not become a busy loop.
      this.#resting.set(lane, new Date(this.#now().getTime() + storagePauseMs));
      this.#options.log.error('The outbox could not record an attempt.', { key, error });
    } finally {
      running.delete(lane);
      this.wake();
    }
  }

  async #attempt({ entry, receipt }: { entry: OutboxEntry; receipt: Receipt | null }): Promise<void> {
    const { senders, store, classify } = this.#options;
    try {
      const sender = senders[entry.kind];
      if (!sender) throw new Permanent('no_sender');
      const sent = (await sender.send({ entry, receipt, previouslyTried: entry.maybeSent })) ?? {};
      await this.#record(() => store.inTx((tx) => settleSent(tx, entry, sent, this.#now())));
    } catch (error) {
      await this.#fail(entry, toFailure(error, entry.attempts, classify));
    }
  }

  async #fail(entry: OutboxEntry, failure: SendFailure): Promise<void> {
    const { store, random } = this.#options;
    const now = this.#now();
    const delay = failure instanceof RateLimited ? failure.retryAfterMs : backOff(entry.attempts, random());
    const retryAt = new Date(now.getTime() + delay);
    if (failure instanceof RateLimited) this.#resting.set(entry.lane, retryAt);
    if (failure instanceof Unauthorized) {
      if (this.#state === 'running') this.#state = 'paused';
      this.#reason = failure.code;
    }
    await this.#record(() => store.inTx((tx) => settleFailed(tx, entry, failure, retryAt, now)));
    await this.#tell(entry, failure);
  }

  async #tell(entry: OutboxEntry, failure: SendFailure): Promise<void> {
    const { log, onFailed } = this.#options;
    const { key, kind, attempts } = entry;
    const about = { key, kind, attempts, code: failure.code, cause: failure.cause };
    if (failure instanceof Unauthorized) log.error('The outbox is paused: our access was refused.', about);
    else if (failure instanceof Permanent) {
      log.error('An outbox entry failed for good.', about);
      await onFailed?.(entry, failure);
    } else log.warn('An outbox entry will be tried again.', about);
  }

  /** While the disk refuses, what is known of the attempt stays here and its lane stays closed: better late than sent twice. */
  async #record(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!isStorageTrouble(error) || this.#state === 'stopped') throw error;
        this.#options.log.error('The outbox cannot record an attempt yet.', { error });
        await this.#pause(storagePauseMs);
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#after(milliseconds, resolve);
      this.#interrupts.push(() => {
        cancel();
        resolve();
      });
    });
  }

  #setTimer(now: Date): void {
    this.#cancelTimer();
    const instants = [...this.#resting.values()];
    const later = nextInstant(this.#options.store.read, now);
    if (later) instants.push(later);
    if (instants.length === 0) return;
    const first = Math.min(...instants.map((instant) => instant.getTime()));
    // The clock may be moved by hand, so the wait is never long.
    const wait = Math.min(Math.max(first - now.getTime(), 1), 60_000);
    this.#cancelTimer = this.#after(wait, () => this.wake());
  }

  #settleWaiting(): void {
    if (this.#pools.every(({ running }) => running.size === 0)) this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #now(): Date {
    return this.#options.clock.now();
  }
}
