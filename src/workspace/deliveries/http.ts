import type { SeedApp } from '../seed.ts';
import { seconds } from '../state/clock.ts';
import { sign } from './sign.ts';
import {
  ANSWER_WITHIN_MS,
  type Answer,
  type DeliveryKind,
  type Retry,
  type Transport,
  type Wire,
} from './transport.ts';

export type HttpDelivery = Exclude<SeedApp['delivery'], 'socket'>;

/** docs.slack.dev/apis/events-api: up to two redirects are followed, with the same method and body. */
const MOST_REDIRECTS = 2;

interface Options {
  delivery: HttpDelivery;
  secret: string;
  /** Real milliseconds. */
  now: () => number;
  /** Real milliseconds; Slack's own without it. */
  answerWithinMs?: number | undefined;
}

/** Signed HTTP, with Slack's content types. Each command and interactivity may have an address of their own. */
export function httpTransport(options: Options): Transport {
  const send = (kind: DeliveryKind, payload: Record<string, unknown>, wire: Wire, retry?: Retry): Promise<Answer> => {
    const { type, body } = encode(kind, payload);
    const retried: Record<string, string> = retry
      ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
      : {};
    return deliver(options, addressFor(options.delivery, kind, payload), { type, body, headers: retried }, wire);
  };
  return { send, breakOff: () => false, connected: () => true, close: () => {} };
}

function addressFor(delivery: HttpDelivery, kind: DeliveryKind, payload: Record<string, unknown>): string {
  if (kind === 'interactive') {
    const menus = payload.type === 'block_suggestion' ? delivery.options : undefined;
    return menus ?? delivery.interactivity ?? delivery.http;
  }
  if (kind === 'slash_commands') return delivery.commands[String(payload.command)] ?? delivery.http;
  return delivery.http;
}

interface Letter {
  type: string;
  body: string;
  headers?: Record<string, string>;
  /** Slack's `ssl_check` is not signed. */
  unsigned?: true;
}

/** One POST, signed. The three seconds count from the first request, redirects included. */
export async function deliver(options: Options, address: string, letter: Letter, wire: Wire): Promise<Answer> {
  const timestamp = seconds(options.now());
  const headers = {
    'content-type': letter.type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(letter.unsigned
      ? {}
      : {
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': sign(options.secret, timestamp, letter.body),
        }),
    ...letter.headers,
  };
  wire.request({ headers: { host: new URL(address).host, ...headers }, body: letter.body });
  const init = { method: 'POST', redirect: 'manual', headers, body: letter.body } as const;
  const signal = AbortSignal.timeout(options.answerWithinMs ?? ANSWER_WITHIN_MS);
  try {
    let to = address;
    for (let redirects = 0; ; redirects += 1) {
      const response = await fetch(to, { ...init, signal });
      const text = await response.text();
      const next = response.headers.get('location');
      wire.answer({ headers: Object.fromEntries(response.headers), body: text });
      wire.tell({ status: response.status });
      if (response.ok) return { status: 'acked', body: parse(text) };
      if (next === null || response.status < 300 || response.status > 399) return failed(response);
      if (redirects === MOST_REDIRECTS)
        return { status: 'failed', reason: 'too_many_redirects', detail: 'too_many_redirects' };
      to = new URL(next, to).href;
    }
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error) };
  }
}

function failed(response: Response): Answer {
  const no_retry = response.headers.get('x-slack-no-retry') === '1';
  return { status: 'failed', reason: 'http_error', detail: `HTTP ${response.status}`, no_retry };
}

function reasonOf(error: unknown): 'http_timeout' | 'ssl_error' | 'connection_failed' {
  if (!(error instanceof Error)) return 'connection_failed';
  if (error.name === 'TimeoutError') return 'http_timeout';
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return /^(ERR_(SSL|TLS)|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO)/.test(code)
    ? 'ssl_error'
    : 'connection_failed';
}

function encode(kind: DeliveryKind, payload: Record<string, unknown>): Letter {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form: [string, string][] =
    kind === 'slash_commands'
      ? Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
      : [['payload', JSON.stringify(payload)]];
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

/** An answer is empty, JSON, or plain text (for commands). */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
