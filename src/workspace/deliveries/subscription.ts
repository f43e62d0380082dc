import type { Clock } from '../state/clock.ts';

/** docs.slack.dev/apis/events-api: above 95 % failed attempts within an hour subscriptions end; apps below 1,000 events an hour are spared. */
const WINDOW_MS = 60 * 60_000;
const FAILED_SHARE = 0.95;
const SPARED_BELOW = 1000;

/** How the app's event subscription is doing, on the workspace's clock. */
export interface Subscription {
  /** Whether one more event goes out; `limited` above the hour's number. */
  admit(): 'send' | 'limited' | 'disabled';
  attempted(ok: boolean): void;
  state(): { enabled: boolean; events_this_hour: number; failed_this_hour: number; attempts_this_hour: number };
  /** An operator switches the subscription on again (or off). */
  enable(enabled: boolean): void;
  /** As at the start. */
  clear(): void;
}

/** `perHour`: how many events Slack sends within an hour; null without a limit. */
export function createSubscription(clock: Clock, perHour: number | null): Subscription {
  let enabled = true;
  let events: number[] = [];
  let attempts: { at: number; ok: boolean }[] = [];

  // A clock that was moved back leaves entries in the future; they count no more.
  const recent = (at: number): boolean => at > clock.now() - WINDOW_MS && at <= clock.now();
  const prune = (): void => {
    events = events.filter(recent);
    attempts = attempts.filter(({ at }) => recent(at));
  };

  return {
    admit() {
      if (!enabled) return 'disabled';
      if (events.length > 0 && !recent(events[0] ?? 0)) prune();
      if (perHour !== null && events.length >= perHour) return 'limited';
      events.push(clock.now());
      return 'send';
    },
    attempted(ok) {
      if (attempts.length > 0 && !recent(attempts[0]?.at ?? 0)) prune();
      attempts.push({ at: clock.now(), ok });
      if (ok || events.length < SPARED_BELOW) return;
      prune();
      const failed = attempts.filter((one) => !one.ok).length;
      if (events.length >= SPARED_BELOW && failed > attempts.length * FAILED_SHARE) enabled = false;
    },
    state() {
      prune();
      const failed_this_hour = attempts.filter((one) => !one.ok).length;
      return { enabled, events_this_hour: events.length, failed_this_hour, attempts_this_hour: attempts.length };
    },
    enable(wanted) {
      enabled = wanted;
      attempts = [];
    },
    clear() {
      enabled = true;
      events = [];
      attempts = [];
    },
  };
}
