import { setTimeout as wait } from 'node:timers/promises';

/** The time from the start or a reset to the next reset or the end. What is put off in one must not happen in another. */
export interface Epoch {
  /** Of the time that is now: aborted when it is over. */
  signal(): AbortSignal;
  /** Ends this time and begins the next. */
  renew(): void;
  /** Ends this time; there is no other. */
  end(): void;
}

export function createEpoch(): Epoch {
  let controller = new AbortController();
  return {
    signal: () => controller.signal,
    renew() {
      controller.abort();
      controller = new AbortController();
    },
    end: () => controller.abort(),
  };
}

/** Waits real milliseconds, or until the time is over. Answers whether it still lasts. */
export async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  return !signal.aborted;
}
