import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Permanent, RateLimited, Transient, Unauthorized } from '../../../src/platform/outbox/index.ts';
import { classify, createWebClient, lostResponse, slackErrorCode } from '../../../src/platform/slack/index.ts';
import { serve } from '../http-server.ts';
import { RecordingLog } from '../recording-log.ts';

type Answer = (res: ServerResponse, req: IncomingMessage) => void;

/** Calls a Web API that answers so, and gives the error and how often the API was asked. */
async function call(answer: Answer, timeoutMs = 5_000) {
  let calls = 0;
  const origin = await serve((req, res) => {
    calls += 1;
    req.resume();
    req.on('end', () => answer(res, req));
  });
  const log = new RecordingLog();
  const client = createWebClient('xoxb-canary', { url: `${origin}/api/`, log, timeoutMs });
  const error: unknown = await client.chat.postMessage({ channel: 'C1', text: 'canary text' }).then(
    () => null,
    (reason: unknown) => reason,
  );
  return { error, calls, log };
}

const json =
  (body: object, status = 200, headers = {}): Answer =>
  (res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    res.end(JSON.stringify(body));
  };
const refusal = (error: string): Answer => json({ ok: false, error });

describe('an answer of Slack', () => {
  test.each<[string, Answer, object]>([
    ['429 with a time', json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '7' }), new RateLimited(7_000)],
    ['429 without a time', json({}, 429), new Transient('rate_limited_without_time', { maybeSent: false })],
    ['a rate limit with status 200', refusal('ratelimited'), new RateLimited(30_000)],
    ['503', json({}, 503), new Transient('http_503', { maybeSent: true })],
    ['413', json({}, 413), new Permanent('http_413')],
    ['internal_error', refusal('internal_error'), new Transient('internal_error', { maybeSent: true })],
    ['channel_not_found', refusal('channel_not_found'), new Permanent('channel_not_found')],
    ['token_revoked', refusal('token_revoked'), new Unauthorized('token_revoked')],
    ['missing_scope', refusal('missing_scope'), new Unauthorized('missing_scope')],
    [
      'a page with status 200',
      (res) => res.end('<html>Sorry: canary text</html>'),
      new Transient('unreadable_answer', { maybeSent: true }),
    ],
    ['a connection cut in the body', cut, new Transient('connection_lost', { maybeSent: true })],
    ['a connection cut before it', (res) => res.destroy(), new Transient('connection_lost', { maybeSent: true })],
  ])('%s', async (_, answer, expected) => {
    const { error, calls, log } = await call(answer);
    const failure = classify(error);
    expect(failure).toBeInstanceOf(expected.constructor);
    expect({ ...failure }).toEqual({ ...expected });
    expect(calls).toBe(1);
    expect(JSON.stringify([failure, String(failure?.cause), log.lines])).not.toContain('canary');
    expect(lostResponse(error)).toBe(expected instanceof Transient && expected.maybeSent);
  });

  test('that never comes is a time-out that may have arrived', async () => {
    const { error } = await call(() => undefined, 50);
    expect(classify(error)).toMatchObject({ code: 'timeout', maybeSent: true });
  });

  test('that breaks off after its head is a time-out that may have arrived', async () => {
    const { error } = await call((res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"ok":');
    }, 200);
    expect(classify(error)).toMatchObject({ code: 'timeout', maybeSent: true });
  });
});

test('a server that is not there was never reached', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // SAFETY: the address of a server that listens on TCP is an object.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const client = createWebClient('xoxb-1', { url: `http://127.0.0.1:${port}/api/`, log: new RecordingLog() });
  const error: unknown = await client.auth.test().catch((reason: unknown) => reason);
  expect(classify(error)).toMatchObject({ code: 'unreachable', maybeSent: false });
});

test('an error of our own is not Slack’s', () => {
  expect(classify(new TypeError('x is not a function'))).toBeUndefined();
  expect(classify('text')).toBeUndefined();
});

test('the error code of a refusal can be asked for', async () => {
  expect(slackErrorCode((await call(refusal('name_taken'))).error)).toBe('name_taken');
  expect(slackErrorCode((await call((res) => res.end('<html>'))).error)).toBeNull();
});

test('an absolute address as method is not followed with the token', async () => {
  const asked: string[] = [];
  const stranger = await serve((req, res) => {
    asked.push(req.headers.authorization ?? 'none');
    res.end('{"ok":true}');
  });
  const own = await serve((_, res) => res.end('{"ok":true}'));
  const client = createWebClient('xoxb-1', { url: `${own}/api/`, log: new RecordingLog() });
  await client.apiCall(`${stranger}/steal`).catch(() => undefined);
  expect(asked).toEqual([]);
});

function cut(res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  res.write('{"ok":true', () => res.destroy());
}
