import { seconds } from '../state/clock.ts';
import { sign } from './sign.ts';
import { ANSWER_WITHIN_MS, type Answer, type DeliveryKind, type Retry, type Transport } from './transport.ts';

/** Signed HTTP to one request URL, with Slack's content types. */
export function httpTransport(options: { address: string; secret: string; now: () => number }): Transport {
  async function send(kind: DeliveryKind, payload: Record<string, unknown>, retry?: Retry): Promise<Answer> {
    const { type, body } = encode(kind, payload);
    const timestamp = seconds(options.now());
    try {
      const response = await fetch(options.address, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': sign(options.secret, timestamp, body),
          ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
        },
        body,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const text = await response.text();
      if (response.ok) return { status: 'acked', body: parse(text) };
      const detail = `HTTP ${response.status}`;
      return {
        status: 'failed',
        reason: 'http_error',
        detail,
        no_retry: response.headers.get('x-slack-no-retry') === '1',
      };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { status: 'failed', reason: timedOut ? 'http_timeout' : 'connection_failed' };
    }
  }
  return { send, connected: () => true, close: () => {} };
}

function encode(kind: DeliveryKind, payload: Record<string, unknown>): { type: string; body: string } {
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
