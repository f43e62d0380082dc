import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { ANSWER_WITHIN_MS, type Answer, type DeliveryKind, type Retry, type Transport } from './transport.ts';

/** docs.slack.dev/apis/events-api/using-socket-mode: up to ten connections; the client wants a ping within 30 s. */
const MOST_CONNECTIONS = 10;
const PING_EVERY_MS = 10_000;
const CLOSE_WITHIN_MS = 300;
const LIFETIME_S = 18_060;

const Ack = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export interface SocketTransport extends Transport {
  /** A single-use address path for `apps.connections.open`. */
  ticket(): string;
  /** Takes over a WebSocket upgrade to `/link/`; refuses without a ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends `disconnect` as Slack does before it recycles a connection; the app is expected to come back. */
  refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
}

export function socketTransport(options: {
  appId: string;
  secret: () => string;
  onConnected: (connected: boolean) => void;
}): SocketTransport {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (answer: Answer) => void>();
  let turn = 0;

  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();

  function welcome(socket: WebSocket) {
    if (open.length >= MOST_CONNECTIONS) return socket.close(1008, 'too_many_websockets');
    open.push(socket);
    socket.on('message', (data) => acknowledge(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      options.onConnected(open.length > 0);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: { host: 'local-workspace', build_number: 1, approximate_connection_time: LIFETIME_S },
        connection_info: { app_id: options.appId },
      }),
    );
    options.onConnected(true);
  }

  function acknowledge(data: string) {
    const ack = Ack.safeParse(readJson(data));
    if (!ack.success) return;
    waiting.get(ack.data.envelope_id)?.({ status: 'acked', body: emptyToNull(ack.data.payload) });
  }

  function send(kind: DeliveryKind, payload: Record<string, unknown>, retry?: Retry): Promise<Answer> {
    turn += 1;
    const socket = open[turn % Math.max(open.length, 1)];
    if (!socket) return Promise.resolve({ status: 'failed', reason: 'connection_failed', detail: 'no connection' });
    const envelope_id = randomUUID();
    return new Promise((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer);
        waiting.delete(envelope_id);
        resolve(answer);
      };
      const timer = setTimeout(() => done({ status: 'failed', reason: 'http_timeout' }), ANSWER_WITHIN_MS);
      waiting.set(envelope_id, done);
      const retried = retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {};
      const events = kind === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
      const accepts_response_payload = kind !== 'events_api';
      socket.send(
        JSON.stringify({ envelope_id, payload, type: kind, accepts_response_payload, ...events, ...retried }),
      );
    });
  }

  return {
    send,
    connected: () => open.length > 0,
    close() {
      clearInterval(pings);
      for (const done of waiting.values()) done({ status: 'failed', reason: 'connection_failed' });
      for (const socket of open) socket.close(1001);
      const impatient = setTimeout(() => {
        for (const socket of [...open]) socket.terminate();
      }, CLOSE_WITHIN_MS);
      impatient.unref();
      server.close();
    },
    ticket() {
      const ticket = options.secret();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, welcome);
    },
    refresh(reason) {
      const message = { type: 'disconnect', reason, debug_info: { host: 'local-workspace' } };
      for (const socket of open) socket.send(JSON.stringify(message));
    },
  };
}

function emptyToNull(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0
    ? null
    : (payload ?? null);
}

function readJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
