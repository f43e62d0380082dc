import { WebClient } from '@slack/web-api';
import type { Log } from '../log/index.ts';
import { slackLogger } from './logger.ts';

/**
 * A Web API client that never decides for itself: no retries (the outbox retries), an own timeout (it has none), rate limits
 * as errors (it would hold back every other call), and no absolute address in place of a method (it would send the token there).
 * `url` is the API's base with a trailing slash.
 */
export function createWebClient(token: string, options: { url: string; log: Log; timeoutMs?: number }): WebClient {
  return new WebClient(token, {
    slackApiUrl: options.url,
    timeout: options.timeoutMs ?? 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackLogger(options.log),
  });
}
