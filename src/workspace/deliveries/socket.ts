import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { halfAFrame } from './frame.ts';
import {
  ANSWER_WITHIN_MS,
  type Answer,
  type DeliveryKind,
  type Retry,
  type Transport,
  type Wire,
} from './transport.ts';

/** docs.slack.dev/apis/events-api/using-socket-mode: up to ten connections; the client wants a ping within 30 s. */
const MOST_CONNECTIONS = 10;
const PING_EVERY_MS = 10_000;
const CLOSE_WITHIN_MS = 300;
/** A warned connection is closed about ten seconds later. */
const WARNED_BEFORE_MS = 10_000;

/** How long a connection lives, in seconds: usually some hours, 360 with `debug_reconnects=true`. */
export interface ConnectionSeconds {
  usual: number;
  debug: number;
}
const CONNECTION_SECONDS: ConnectionSeconds = { usual: 18_060, debug: 360 };

const Ack = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

export interface SocketTransport extends Transport {
  /** A single-use address path for `apps.connections.open`. */
  ticket(): string;
  /** Takes over a WebSocket upgrade to `/link/`; refuses without a ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends `disconnect` as Slack does before it recycles a connection; the app is expected to come back. */
  refresh(reason: DisconnectReason): void;
}

interface Connection {
  socket: WebSocket;
  stream: Duplex;
}

export function socketTransport(options: {
  appId: string;
  secret: () => string;
  onConnected: (connected: boolean) => void;
  seconds?: Partial<ConnectionSeconds> | undefined;
  /** Real milliseconds; Slack's own without it. */
  answerWithinMs?: number | undefined;
}): SocketTransport {
  const { answerWithinMs = ANSWER_WITHIN_MS } = options;
  const server = new WebSocketServer({ noServer: true });
  const lifetimes = { ...CONNECTION_SECONDS, ...options.seconds };
  const tickets = new Set<string>();
  const open: Connection[] = [];
  const waiting = new Map<string, (answer: Answer) => void>();
  let turn = 0;

  const pings = setInterval(() => {
    for (const { socket } of open) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();

  const debug_info = { host: 'local-workspace' };
  const connection_info = { app_id: options.appId };
  const tell = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
  const disconnect = (socket: WebSocket, reason: string) => tell(socket, { type: 'disconnect', reason, debug_info });

  function welcome(connection: Connection, lifetime: number) {
    const { socket } = connection;
    // Before all else: a bad frame of a connection that is turned away is an error too.
    socket.on('error', () => socket.terminate());
    if (open.length >= MOST_CONNECTIONS) {
      const reason = 'too_many_websockets';
      tell(socket, { type: 'disconnect', reason, num_connections: 0, debug_info, connection_info });
      return socket.close(1008, reason);
    }
    open.push(connection);
    const end = recycle(socket, lifetime * 1000);
    socket.on('message', (data) => acknowledge(String(data)));
    socket.on('close', () => {
      end();
      open.splice(open.indexOf(connection), 1);
      options.onConnected(open.length > 0);
    });
    tell(socket, {
      type: 'hello',
      num_connections: open.length,
      debug_info: { ...debug_info, build_number: 1, approximate_connection_time: lifetime },
      connection_info,
    });
    options.onConnected(true);
  }

  /** A warning, the request to come back, the end. */
  function recycle(socket: WebSocket, life_ms: number): () => void {
    const timers = [
      setTimeout(() => disconnect(socket, 'warning'), Math.max(life_ms - WARNED_BEFORE_MS, life_ms / 2)),
      setTimeout(() => endSoon(socket, 'refresh_requested'), life_ms),
    ];
    for (const timer of timers) timer.unref();
    return () => timers.forEach(clearTimeout);
  }

  function endSoon(socket: WebSocket, reason: DisconnectReason) {
    disconnect(socket, reason);
    setTimeout(() => socket.close(1000), reason === 'warning' ? WARNED_BEFORE_MS : CLOSE_WITHIN_MS).unref();
  }

  function acknowledge(data: string) {
    const ack = Ack.safeParse(readJson(data));
    if (!ack.success) return;
    waiting.get(ack.data.envelope_id)?.({ status: 'acked', body: emptyToNull(ack.data.payload) });
  }

  /** Any connection may get any payload. */
  function next(): Connection | undefined {
    turn += 1;
    return open[turn % Math.max(open.length, 1)];
  }

  function send(kind: DeliveryKind, payload: Record<string, unknown>, wire: Wire, retry?: Retry): Promise<Answer> {
    const connection = next();
    if (!connection) return Promise.resolve({ status: 'failed', reason: 'connection_failed', detail: 'no connection' });
    const envelope_id = randomUUID();
    const attempt = kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {};
    const accepts_response_payload = kind !== 'events_api';
    const envelope = JSON.stringify({ envelope_id, payload, type: kind, accepts_response_payload, ...attempt });
    wire.request({ body: envelope });
    return new Promise((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer);
        waiting.delete(envelope_id);
        if (answer.status === 'acked') wire.answer({ body: JSON.stringify({ envelope_id, payload: answer.body }) });
        resolve(answer);
      };
      const timer = setTimeout(() => done({ status: 'failed', reason: 'http_timeout' }), answerWithinMs);
      waiting.set(envelope_id, done);
      connection.socket.send(envelope);
    });
  }

  return {
    send,
    breakOff(payload, within) {
      const connection = next();
      if (!connection) return false;
      if (within) connection.stream.write(halfAFrame(JSON.stringify({ payload })), () => connection.stream.destroy());
      else connection.stream.destroy();
      return true;
    },
    connected: () => open.length > 0,
    close() {
      clearInterval(pings);
      for (const done of waiting.values()) done({ status: 'failed', reason: 'connection_failed' });
      for (const { socket } of open) socket.close(1001);
      const impatient = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, CLOSE_WITHIN_MS);
      impatient.unref();
      server.close();
    },
    ticket() {
      const ticket = options.secret();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade(request, stream, head) {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      const ticket = query.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void stream.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      const lifetime = query.get('debug_reconnects') === 'true' ? lifetimes.debug : lifetimes.usual;
      server.handleUpgrade(request, stream, head, (socket) => welcome({ socket, stream }, lifetime));
    },
    refresh(reason) {
      for (const { socket } of [...open]) endSoon(socket, reason);
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
