import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { Permanent, RateLimited, type SendFailure, Transient, Unauthorized } from '../outbox/index.ts';

// https://docs.slack.dev/reference/methods/chat.postMessage#errors (the common ones of every method)
const access = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
]);
/** "Some aspect of the operation may have succeeded", says the page of the first two. */
const slacksFault = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const neverLeft = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

/** What a failed Web API call means for its outbox entry; `undefined` when the error is not from calling Slack. */
export function classify(error: unknown): SendFailure | undefined {
  if (error instanceof WebAPIRateLimitedError) return new RateLimited(Math.max(error.retryAfter, 1) * 1_000, error);
  if (error instanceof WebAPIPlatformError) return classifyAnswer(error);
  if (error instanceof WebAPIHTTPError) return classifyStatus(error);
  if (error instanceof WebAPIRequestError) return classifyConnection(error.original);
  if (!(error instanceof Error)) return undefined;
  // web-api throws a bare Error for a 429 without Retry-After, and lets fetch's own errors out when the body breaks off.
  if (error.message.startsWith('Retry header did not contain'))
    return new Transient('rate_limited_without_time', { maybeSent: false });
  if (isFetchError(error)) return classifyConnection(error);
  return undefined;
}

/** True when the call may have taken effect although it failed, so that it must be reconciled before it is repeated. */
export function lostResponse(error: unknown): boolean {
  const failure = classify(error);
  return failure instanceof Transient && failure.maybeSent;
}

/** Slack's error code of a failed call (`name_taken`, `channel_not_found` …), or null when Slack gave none. */
export function slackErrorCode(error: unknown): string | null {
  if (!(error instanceof WebAPIPlatformError)) return null;
  return /^[a-z0-9_]{1,80}$/i.test(error.data.error) ? error.data.error : null;
}

function classifyAnswer(error: WebAPIPlatformError): SendFailure {
  const code = slackErrorCode(error);
  // A 200 with HTML arrives as an error that carries the page; the page is not passed on, it may end in a log.
  if (code === null) return new Transient('unreadable_answer', { maybeSent: true });
  if (access.has(code)) return new Unauthorized(code, error);
  if (code === 'ratelimited' || code === 'rate_limited')
    return new RateLimited((error.data.response_metadata?.retryAfter ?? 30) * 1_000, error);
  if (slacksFault.has(code)) return new Transient(code, { maybeSent: true, cause: error });
  return new Permanent(code, error);
}

function classifyStatus({ statusCode }: WebAPIHTTPError): SendFailure {
  if (statusCode >= 500 || statusCode === 408 || statusCode === 425)
    return new Transient(`http_${statusCode}`, { maybeSent: true });
  return new Permanent(`http_${statusCode}`);
}

function classifyConnection(error: Error): SendFailure {
  const trail = describe(error);
  if (neverLeft.test(trail)) return new Transient('unreachable', { maybeSent: false, cause: error });
  return new Transient(/Timeout|Abort/.test(trail) ? 'timeout' : 'connection_lost', { maybeSent: true, cause: error });
}

const isFetchError = (error: Error): boolean =>
  error.name === 'TimeoutError' ||
  error.name === 'AbortError' ||
  (error instanceof TypeError && /terminated|fetch failed/.test(error.message));

function describe(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  const code = 'code' in error ? String(error.code) : '';
  return `${error.name} ${code} ${describe(error.cause, depth + 1)}`;
}
