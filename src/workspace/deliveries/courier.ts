import type { Faults } from '../control/faults.ts';
import type { Clock } from '../state/clock.ts';
import type { Traffic } from '../traffic.ts';
import { ANSWER_WITHIN_MS, type Answer, type DeliveryKind, type Retry, type Transport } from './transport.ts';

/** docs.slack.dev/apis/events-api: nearly at once, after a minute, after five. Workspace time. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

type Payload = Record<string, unknown>;

/** Brings payloads to the app: once for interactions, up to four times for events; remembers the last of each type. */
export interface Courier {
  ask(kind: 'interactive' | 'slash_commands', type: string, payload: Payload): Promise<Answer>;
  event(type: string, payload: Payload): void;
  /** Sends the last delivery of a type again, byte for byte. Null when there was none. */
  repeat(type: string): Promise<Answer | null>;
  /** How many events are still on their way or waiting for a retry. */
  pending(): number;
}

export function createCourier(parts: {
  transport: Transport;
  clock: Clock;
  faults: Faults;
  traffic: Traffic;
}): Courier {
  const { transport, clock, faults, traffic } = parts;
  const last = new Map<string, { kind: DeliveryKind; payload: Payload }>();
  let pending = 0;

  async function attempt(kind: DeliveryKind, type: string, payload: Payload, retry?: Retry): Promise<Answer> {
    last.set(type, { kind, payload });
    const started = clock.real();
    const answer = await faulty(kind, type, () => transport.send(kind, payload, retry));
    traffic.add({
      direction: 'delivery',
      what: kind === 'events_api' ? type : `${kind}:${type}`,
      ok: answer.status === 'acked',
      ms: clock.real() - started,
      ...(answer.status === 'failed' ? { error: answer.detail ?? answer.reason } : {}),
    });
    return answer;
  }

  async function faulty(kind: DeliveryKind, type: string, send: () => Promise<Answer>): Promise<Answer> {
    const fault = faults.take(`delivery:${type}`, `delivery:${kind}`, 'delivery:*')?.fault;
    if (fault === undefined) return send();
    if (fault === 'hang') {
      return new Promise((resolve) => {
        setTimeout(() => resolve({ status: 'failed', reason: 'http_timeout' }), ANSWER_WITHIN_MS).unref();
      });
    }
    // The app hears of it, Slack never learns that it did.
    if (fault === 'lost_response') await send();
    return { status: 'failed', reason: fault === 'lost_response' ? 'http_timeout' : 'http_error', detail: fault };
  }

  async function deliver(type: string, payload: Payload, retry?: Retry): Promise<void> {
    const answer = await attempt('events_api', type, payload, retry);
    const next = (retry?.num ?? 0) + 1;
    const wait = RETRY_AFTER_MS[next - 1];
    if (answer.status === 'acked' || answer.no_retry || wait === undefined) {
      pending -= 1;
      return;
    }
    clock.at(clock.now() + wait, () => void deliver(type, payload, { num: next, reason: answer.reason }));
  }

  return {
    ask: attempt,
    event(type, payload) {
      pending += 1;
      void deliver(type, payload);
    },
    async repeat(type) {
      const sent = last.get(type);
      return sent ? attempt(sent.kind, type, sent.payload) : null;
    },
    pending: () => pending,
  };
}
