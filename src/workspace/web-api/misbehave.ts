import type { Trouble } from '../control/faults.ts';
import { type Exchange, send, sendJson } from '../http/exchange.ts';

/** The trouble a test asked for, instead of an answer and before anything happened. Also used for uploads and downloads. */
export function misbehave({ request, response }: Exchange, { fault, retry_after }: Trouble): void {
  // The caller's own timeout must end these.
  if (fault === 'hang' || fault === 'lost_response') return;
  if (fault === 'drop') request.socket.destroy();
  else if (fault === 'http_500') send(response, 'Internal Server Error', 'text/plain', 500);
  else if (fault === 'http_503') send(response, 'Service Unavailable', 'text/plain', 503);
  else if (fault === 'html') send(response, '<!doctype html><title>Slack</title><p>Something is wrong.', 'text/html');
  else if (fault === 'ratelimited') tooMany(response, retry_after);
  else if (fault === 'truncated') cutOff(response, '{"ok":true,"file":{"id":"F');
  else sendJson(response, { ok: false, error: fault.replace(/^error:/, '') });
}

/** docs.slack.dev/apis/web-api/rate-limits: status 429 with the seconds to wait. */
export function tooMany(response: Exchange['response'], retry_after: number): void {
  sendJson(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(retry_after) });
}

/** A whole HTTP answer whose JSON ends too early. */
export function cutOff(response: Exchange['response'], text: string): void {
  send(response, text.slice(0, Math.max(1, Math.floor(text.length / 2))), 'application/json; charset=utf-8');
}
