import { type Epoch, pause } from '../control/epoch.ts';
import { type Faults, seenFault, type Trouble } from '../control/faults.ts';
import { type Clock, seconds } from '../state/clock.ts';
import { because, cause } from '../traffic/cause.ts';
import type { Traffic, Underway } from '../traffic/traffic.ts';
import { personIn } from './person-in.ts';
import type { Subscription } from './subscription.ts';
import type { Answer, DeliveryKind, Retry, Transport } from './transport.ts';

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
  /** After a reset: nothing that waits for a retry is waited for any more, and nothing was sent yet. */
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
  epoch: Epoch;
  /** Within how many real milliseconds the app must answer. */
  answerWithinMs: number;
}

const TIMED_OUT = { status: 'failed', reason: 'http_timeout' } as const;
/** The answer to what was asked before a reset or the end. */
const OVER: Answer = { status: 'failed', reason: 'connection_failed', detail: 'reset' };

export function createCourier(parts: CourierParts): Courier {
  const { transport, clock, faults, traffic, subscription, epoch, answerWithinMs } = parts;
  const last = new Map<string, { kind: DeliveryKind; payload: Payload }>();
  let held: (() => void)[] = [];
  let pending = new Set<object>();
  let toldOfLimit = 0;

  async function attempt(kind: DeliveryKind, type: string, payload: Payload, retry?: Retry): Promise<Answer> {
    const signal = epoch.signal();
    if (signal.aborted) return OVER;
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
    const asked = trouble ? faulty(trouble, payload, entry, send, signal) : send();
    const got = await (kind === 'events_api' ? asked : inTime(asked));
    const answer = signal.aborted ? OVER : got;
    if (kind === 'events_api' && !signal.aborted) subscription.attempted(answer.status === 'acked');
    entry.end({
      ok: answer.status === 'acked',
      ...(answer.status === 'failed' ? { error: answer.detail ?? answer.reason } : {}),
    });
    if (trouble?.fault !== 'reorder' && !signal.aborted) for (const release of held.splice(0)) release();
    return answer;
  }

  /** A person waits no longer for the app, whatever delays the delivery; it may still arrive. */
  function inTime(asked: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(TIMED_OUT), answerWithinMs).unref();
      asked.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  async function faulty(
    { fault, after_ms, by_ms }: Trouble,
    payload: Payload,
    entry: Underway,
    send: () => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    switch (fault) {
      case 'hang':
        await pause(answerWithinMs, signal);
        return TIMED_OUT;
      case 'lost_response':
        // The app hears of it, Slack never learns that it did.
        await send();
        return { ...TIMED_OUT, detail: fault };
      case 'duplicate': {
        const answer = await send();
        entry.tell({ fault: { kind: fault } });
        if (!signal.aborted) await send();
        return answer;
      }
      case 'delay':
        return (await pause(after_ms, signal)) ? send() : OVER;
      case 'reorder':
        await Promise.race([new Promise<void>((resolve) => held.push(resolve)), pause(HELD_AT_MOST_MS, signal)]);
        return signal.aborted ? OVER : send();
      case 'clock_jump':
        clock.jump(by_ms);
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
    const signal = epoch.signal();
    if (signal.aborted) return;
    pending.add(payload);
    const answer = await attempt('events_api', type, payload, retry);
    const next = (retry?.num ?? 0) + 1;
    const wait = waitBefore(next, parts.delayed);
    if (signal.aborted) return;
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
      held = [];
      last.clear();
      toldOfLimit = 0;
      subscription.clear();
    },
    subscription,
  };
}

function waitBefore(num: number, delayed: boolean): number | undefined {
  const soon = RETRY_AFTER_MS[num - 1];
  return soon ?? (delayed && num <= RETRY_AFTER_MS.length + DELAYED_TRIES ? HOUR_MS : undefined);
}
