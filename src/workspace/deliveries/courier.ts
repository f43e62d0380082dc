import { setTimeout as pause } from 'node:timers/promises';
import { type Faults, seenFault, type Trouble } from '../control/faults.ts';
import { type Clock, seconds } from '../state/clock.ts';
import { because, cause } from '../traffic/cause.ts';
import type { Traffic, Underway } from '../traffic/traffic.ts';
import type { Subscription } from './subscription.ts';
import { ANSWER_WITHIN_MS, type Answer, type DeliveryKind, type Retry, type Transport } from './transport.ts';

/** docs.slack.dev/apis/events-api: nearly at once, after a minute, after five. Workspace time. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];
/** With "Delayed Events" an event that all these failed to bring comes every hour for a day. */
const HOUR_MS = 60 * 60_000;
const DELAYED_TRIES = 24;
/** A reordered event waits for the next one, but not for ever. Real time. */
const HELD_AT_MOST_MS = 5000;

type Payload = Record<string, unknown>;

/** Brings payloads to the app: once for interactions, up to four times for events; remembers the last of each type. */
export interface Courier {
  ask(kind: 'interactive' | 'slash_commands', type: string, payload: Payload): Promise<Answer>;
  event(type: string, payload: Payload): void;
  /** Sends the last delivery of a type again, byte for byte. Null when there was none. */
  repeat(type: string): Promise<Answer | null>;
  /** How many events are still on their way or waiting for a retry. */
  pending(): number;
  /** Nothing that waits for a retry is waited for any more. */
  forget(): void;
  subscription: Subscription;
}

export interface CourierParts {
  transport: Transport;
  clock: Clock;
  faults: Faults;
  traffic: Traffic;
  subscription: Subscription;
  /** Whether the app asked for Delayed Events. */
  delayed: boolean;
}

export function createCourier(parts: CourierParts): Courier {
  const { transport, clock, faults, traffic, subscription } = parts;
  const last = new Map<string, { kind: DeliveryKind; payload: Payload }>();
  const held: (() => void)[] = [];
  let pending = new Set<object>();
  let toldOfLimit = 0;

  async function attempt(kind: DeliveryKind, type: string, payload: Payload, retry?: Retry): Promise<Answer> {
    last.set(type, { kind, payload });
    const entry = traffic.begin(
      {
        direction: 'delivery',
        what: kind === 'events_api' ? type : `${kind}:${type}`,
        ...(typeof payload.event_id === 'string' ? { id: payload.event_id } : {}),
        ...(retry ? { retry } : {}),
        ...personIn(payload),
      },
      payload,
    );
    const trouble = faults.take(`delivery:${type}`, `delivery:${kind}`, 'delivery:*');
    if (trouble) entry.tell({ fault: seenFault(trouble) });
    const send = () => transport.send(kind, payload, entry, retry);
    const answer = trouble ? await faulty(trouble, payload, entry, send) : await send();
    if (kind === 'events_api') subscription.attempted(answer.status === 'acked');
    entry.end({
      ok: answer.status === 'acked',
      ...(answer.status === 'failed' ? { error: answer.detail ?? answer.reason } : {}),
    });
    if (trouble?.fault !== 'reorder') for (const release of held.splice(0)) release();
    return answer;
  }

  async function faulty(
    { fault, after_ms, by_ms }: Trouble,
    payload: Payload,
    entry: Underway,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    switch (fault) {
      case 'hang':
        await pause(ANSWER_WITHIN_MS, undefined, { ref: false });
        return { status: 'failed', reason: 'http_timeout' };
      case 'lost_response':
        // The app hears of it, Slack never learns that it did.
        await send();
        return { status: 'failed', reason: 'http_timeout', detail: fault };
      case 'duplicate': {
        const answer = await send();
        entry.tell({ fault: { kind: fault } });
        await send();
        return answer;
      }
      case 'delay':
        await pause(after_ms, undefined, { ref: false });
        return send();
      case 'reorder':
        await Promise.race([
          new Promise<void>((resolve) => held.push(resolve)),
          pause(HELD_AT_MOST_MS, undefined, { ref: false }),
        ]);
        return send();
      case 'clock_jump':
        clock.advance(by_ms);
        return send();
      case 'drop':
      case 'drop_mid_message':
        transport.breakOff(payload, fault === 'drop_mid_message');
        return { status: 'failed', reason: 'connection_failed', detail: fault };
      default:
        return { status: 'failed', reason: 'http_error', detail: fault };
    }
  }

  async function deliver(type: string, payload: Payload, retry?: Retry): Promise<void> {
    const why = cause();
    pending.add(payload);
    const answer = await attempt('events_api', type, payload, retry);
    const next = (retry?.num ?? 0) + 1;
    const wait = waitBefore(next, parts.delayed);
    if (!pending.has(payload)) return;
    if (answer.status === 'acked' || answer.no_retry || wait === undefined || !subscription.state().enabled) {
      pending.delete(payload);
      return;
    }
    const again = { num: next, reason: answer.reason };
    clock.at(
      clock.now() + wait,
      () => because(why, () => void deliver(type, payload, again)),
      `Retry ${next} of ${type}`,
    );
  }

  /** docs.slack.dev/apis/events-api: above the hour's number the app is told so instead, once a minute. */
  function tellOfLimit(payload: Payload): void {
    const minute = Math.floor(seconds(clock.now()) / 60) * 60;
    if (minute === toldOfLimit) return;
    toldOfLimit = minute;
    const { token, team_id, api_app_id } = payload;
    void deliver('app_rate_limited', {
      token,
      type: 'app_rate_limited',
      team_id,
      minute_rate_limited: minute,
      api_app_id,
    });
  }

  return {
    ask: attempt,
    event(type, payload) {
      const admitted = subscription.admit();
      if (admitted === 'limited') tellOfLimit(payload);
      if (admitted !== 'send') return;
      void deliver(type, payload);
    },
    async repeat(type) {
      const sent = last.get(type);
      return sent ? attempt(sent.kind, type, sent.payload) : null;
    },
    pending: () => pending.size,
    forget() {
      pending = new Set();
    },
    subscription,
  };
}

function waitBefore(num: number, delayed: boolean): number | undefined {
  const soon = RETRY_AFTER_MS[num - 1];
  return soon ?? (delayed && num <= RETRY_AFTER_MS.length + DELAYED_TRIES ? HOUR_MS : undefined);
}

/** Who did what the payload tells of. */
function personIn({ user_id, user, event }: Payload): { by?: string } {
  const inEvent = typeof event === 'object' && event !== null && 'user' in event ? event.user : undefined;
  for (const one of [user_id, user, inEvent]) {
    if (typeof one === 'string') return { by: one };
    if (typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string') return { by: one.id };
  }
  return {};
}
