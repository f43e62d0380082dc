import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request, read; and the ways to answer it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body(): Promise<Buffer>;
}

export type Route = (exchange: Exchange) => Promise<void> | void;

/** Slack takes files up to 1 GB; a local workspace does with less. */
const BODY_LIMIT = 200 * 1024 * 1024;

/** Null when the address cannot be read as one, such as `//`. */
export function exchange(request: IncomingMessage, response: ServerResponse): Exchange | null {
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  return url && { request, response, url, body: () => readBody(request) };
}

export function sendJson(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) {
  send(response, JSON.stringify(body), 'application/json; charset=utf-8', status, headers);
}

export function send(
  response: ServerResponse,
  body: string | Buffer,
  type: string,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('the request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Keeps foreign web pages out: the name asked for is this machine, and so is the page that asks (DNS rebinding, CSRF). */
export function isLocal(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (!host || !LOOPBACK.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return request.headers['sec-fetch-site'] !== 'cross-site' || isOpen(request);
}

/**
 * What a foreign page may ask for; a browser names no Origin with it. Somebody follows a link and sees the answer alone, or the page shows
 * somebody's picture.
 */
function isOpen({ method, headers, url }: IncomingMessage): boolean {
  const followed = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return method === 'GET' && (followed || url?.startsWith('/avatars/') === true);
}
