import { TIERS, tierOf } from './rate-tiers.ts';

/** Calls a minute by tier, and what has limits of its own. A test may give other numbers. */
export interface RateLimitNumbers {
  1: number;
  2: number;
  3: number;
  4: number;
  /** chat.postMessage in one channel: messages a second, and how many may come at once. */
  channel_per_second: number;
  channel_burst: number;
  /** chat.postMessage in the whole workspace, a minute. */
  workspace_posts: number;
  /** Methods without a tier in Slack's table, a minute: "hundreds". */
  special: number;
  /** Posts to one response address or webhook, a second, and how many may come at once. */
  webhook_per_second: number;
  webhook_burst: number;
  /** Events to the app within an hour. */
  events_per_hour: number;
}

/**
 * docs.slack.dev/apis/web-api/rate-limits. The tiers are the page's least numbers. It names no sizes for bursts and no number for "several
 * hundred messages per minute" of a workspace: a minute's worth, five messages (three to a response address) and three hundred are this workspace's choice.
 */
const RATE_LIMITS: RateLimitNumbers = {
  ...TIERS,
  channel_per_second: 1,
  channel_burst: 5,
  workspace_posts: 300,
  webhook_per_second: 1,
  webhook_burst: 3,
  events_per_hour: 30_000,
};

export interface Limited {
  /** Which limit it was, in words. */
  limit: string;
  /** Seconds. */
  retry_after: number;
}

/** Allowances that fill up again with real time. */
export interface RateLimits {
  numbers: RateLimitNumbers | null;
  /** Uses the allowance of one call; answers what forbids it. `place` is where a message goes, the same for all names of one channel. */
  call(method: string, place: string): Limited | null;
  /** The same for one post to an address. */
  webhook(address: string): Limited | null;
  /** How many allowances are remembered: those that are full again are forgotten. */
  remembered(): number;
  clear(): void;
}

/** What was left at an instant, and the instant at which it is full again. Real milliseconds. */
interface Bucket {
  left: number;
  at: number;
  full_at: number;
}

interface Allowance {
  name: string;
  per_second: number;
  burst: number;
}

/** A third of a call a second is no exact number. */
const ROUNDING = 1e-6;
/** Full allowances are looked for whenever there are twice as many as after the last look, and at least so many. */
const LOOK_AT = 256;

export function createRateLimits(real: () => number, given: Partial<RateLimitNumbers> | false = {}): RateLimits {
  const numbers = given === false ? null : { ...RATE_LIMITS, ...given };
  const buckets = new Map<string, Bucket>();

  let look_at = LOOK_AT;

  function forgetFull(now: number) {
    if (buckets.size < look_at) return;
    for (const [name, { full_at }] of buckets) if (full_at <= now) buckets.delete(name);
    look_at = Math.max(LOOK_AT, buckets.size * 2);
  }

  /** All allowances are used, or none. */
  function use(allowances: Allowance[]): Limited | null {
    const now = real();
    const filled = allowances.map((allowance) => {
      const { left, at } = buckets.get(allowance.name) ?? { left: allowance.burst, at: now };
      // The wall clock can be set back.
      const passed = Math.max(0, now - at) / 1000;
      return { allowance, left: Math.min(allowance.burst, left + passed * allowance.per_second) };
    });
    const missing = filled.filter(({ left }) => left < 1 - ROUNDING);
    for (const { allowance, left: before } of filled) {
      const left = missing.length > 0 ? before : before - 1;
      const full_at = now + ((allowance.burst - left) / allowance.per_second) * 1000;
      buckets.set(allowance.name, { left, at: now, full_at });
    }
    forgetFull(now);
    const waits = missing.map(({ allowance, left }) => ({
      limit: allowance.name,
      retry_after: Math.max(1, Math.ceil((1 - left) / allowance.per_second - ROUNDING)),
    }));
    return waits.toSorted((a, b) => b.retry_after - a.retry_after)[0] ?? null;
  }

  const minute = (name: string, calls: number): Allowance => ({ name, per_second: calls / 60, burst: calls });

  return {
    numbers,
    call(method, place) {
      if (!numbers) return null;
      if (method !== 'chat.postMessage') return use([minute(method, numbers[tierOf.get(method) ?? 'special'])]);
      const channel = `${method} in ${place}`;
      return use([
        { name: channel, per_second: numbers.channel_per_second, burst: numbers.channel_burst },
        minute(method, numbers.workspace_posts),
      ]);
    },
    webhook(address) {
      if (!numbers) return null;
      return use([{ name: address, per_second: numbers.webhook_per_second, burst: numbers.webhook_burst }]);
    },
    remembered: () => buckets.size,
    clear: () => buckets.clear(),
  };
}
