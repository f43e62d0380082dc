import type { Underway } from '../traffic/traffic.ts';

export type DeliveryKind = 'events_api' | 'interactive' | 'slash_commands';

/** Slack's names for why a delivery failed (x-slack-retry-reason). */
export type FailureReason =
  | 'http_timeout'
  | 'connection_failed'
  | 'ssl_error'
  | 'http_error'
  | 'too_many_redirects'
  | 'unknown_error';

export type Answer =
  | { status: 'acked'; body: unknown }
  | { status: 'failed'; reason: FailureReason; no_retry?: boolean; detail?: string };

export interface Retry {
  num: number;
  reason: FailureReason;
}

/** Where a transport writes down what it really sent and got. */
export type Wire = Pick<Underway, 'tell' | 'request' | 'answer'>;

/** One way of reaching the app. Never throws: what goes wrong is an `Answer`. */
export interface Transport {
  send(kind: DeliveryKind, payload: Record<string, unknown>, wire: Wire, retry?: Retry): Promise<Answer>;
  /** The connection breaks before the payload is through; `within`: in the middle of it. Answers whether there was a connection. */
  breakOff(payload: Record<string, unknown>, within: boolean): boolean;
  connected(): boolean;
  close(): void;
}

/** docs.slack.dev/apis/events-api, /interactivity: an answer within three seconds. */
export const ANSWER_WITHIN_MS = 3000;
