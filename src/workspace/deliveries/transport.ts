export type DeliveryKind = 'events_api' | 'interactive' | 'slash_commands';

/** Slack's names for why a delivery failed (x-slack-retry-reason). */
type FailureReason = 'http_timeout' | 'connection_failed' | 'http_error' | 'too_many_redirects' | 'unknown_error';

export type Answer =
  | { status: 'acked'; body: unknown }
  | { status: 'failed'; reason: FailureReason; no_retry?: boolean; detail?: string };

export interface Retry {
  num: number;
  reason: FailureReason;
}

/** One way of reaching the app. Never throws: what goes wrong is an `Answer`. */
export interface Transport {
  send(kind: DeliveryKind, payload: Record<string, unknown>, retry?: Retry): Promise<Answer>;
  connected(): boolean;
  close(): void;
}

/** docs.slack.dev/apis/events-api, /interactivity: an answer within three seconds. */
export const ANSWER_WITHIN_MS = 3000;
