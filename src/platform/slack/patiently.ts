import { type After, afterRealTime } from '../clock/index.ts';
import { RateLimited } from '../outbox/index.ts';
import { classify } from './errors.ts';

/** Milliseconds of waiting within one piece of work; past them the whole is tried again later. */
const longestWait = 60_000;

/**
 * A call within a piece of work of many: when Slack limits it (docs.slack.dev/apis/web-api/rate-limits), it waits as long as Slack says and asks
 * again. Work that started over instead would use up its allowance with its first calls and never reach the last.
 */
export async function patiently<T>(call: () => Promise<T>, after: After = afterRealTime): Promise<T> {
  let waited = 0;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const failure = classify(error);
      if (!(failure instanceof RateLimited) || waited + failure.retryAfterMs > longestWait) throw error;
      waited += failure.retryAfterMs;
      await new Promise<void>((resolve) => void after(failure.retryAfterMs, resolve));
    }
  }
}
