import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Delivered {
  path: string;
  headers: IncomingHttpHeaders;
  raw: string;
  /** The JSON, or the form (with `payload` parsed). */
  body: Record<string, unknown>;
}

export interface RequestUrl {
  address: string;
  got: Delivered[];
  /** What to answer; 200 and nothing until changed. */
  answer: (one: Delivered) => {
    status?: number;
    body?: string;
    headers?: Record<string, string>;
    after_ms?: number;
    after?: Promise<unknown>;
  };
  close(): void;
}

/** An app's request URL that only writes down what arrives. */
export async function requestUrl(): Promise<RequestUrl> {
  const got: Delivered[] = [];
  const url: RequestUrl = { address: '', got, answer: () => ({}), close: () => {} };
  const server: Server = createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request) raw += chunk;
    const one = {
      path: request.url ?? '',
      headers: request.headers,
      raw,
      body: parse(raw, request.headers['content-type'] ?? ''),
    };
    got.push(one);
    const { status = 200, body = '', headers = {}, after_ms = 0, after } = url.answer(one);
    await after;
    if (after_ms > 0) await new Promise((resolve) => setTimeout(resolve, after_ms));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  url.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return url;
}

function parse(raw: string, type: string): Record<string, unknown> {
  if (type === 'application/json') return JSON.parse(raw);
  const form = new URLSearchParams(raw);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
