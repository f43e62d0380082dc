import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { afterRealTime, type Clock, systemClock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { limits, slackLogger } from '../slack/index.ts';

export interface HttpFrontOptions {
  signingSecret: string;
  /** 0 takes a free port. */
  port: number;
  host?: string;
  log: Log;
  /** True time: Slack signs with it, whatever clock the bot follows. */
  clock?: Clock;
  /** Answered at `GET /healthz`: 200 when `ok`, else 503. */
  health: () => { ok: boolean } & Record<string, unknown>;
}

/** Slack over HTTP at `POST /slack/events`: a server of our own in front of Bolt's signature check, for what Bolt lets through. */
export class HttpFront implements Receiver {
  readonly #options: HttpFrontOptions;
  readonly #inner: HTTPReceiver;
  readonly #server: Server;

  constructor(options: HttpFrontOptions) {
    const { signingSecret, log } = options;
    this.#options = options;
    this.#inner = new HTTPReceiver({ signingSecret, bodyLimit: limits.requestBytes, logger: slackLogger(log) });
    this.#server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, (req, res) =>
      this.#serve(req, res),
    );
  }

  init(app: App): void {
    this.#inner.init(app);
  }

  /** Resolves with the port that is listened on. */
  start(): Promise<number> {
    const { port, host } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        // SAFETY: the address of a server that listens on TCP is an object.
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  /** Stops listening and waits for the answers under way. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
      // Slack waits three seconds for an answer; whoever is connected after that is not owed one.
      afterRealTime(limits.acknowledgeMs, () => this.#server.closeAllConnections());
    });
  }

  #serve(req: IncomingMessage, res: ServerResponse): void {
    // A body that was refused halfway would hold its connection, and with it the stop, until it times out.
    res.once('finish', () => req.complete || req.socket.destroySoon());
    if (req.method === 'GET' && req.url === '/healthz') this.#answerHealth(res);
    else if (Number(req.headers['content-length'] ?? 0) > limits.requestBytes) refuse(res, 413);
    else if (this.#isFromFuture(req)) refuse(res, 401);
    else this.#giveToBolt(req, res);
  }

  #giveToBolt(req: IncomingMessage, res: ServerResponse): void {
    try {
      this.#inner.requestListener(req, res);
    } catch {
      // Bolt throws here for a path or method it does not serve, and for an address that is none.
      refuse(res, 404);
    }
  }

  // Bolt refuses time stamps older than five minutes and accepts any from the future, which could be replayed when it comes.
  #isFromFuture(req: IncomingMessage): boolean {
    const seconds = Number(req.headers['x-slack-request-timestamp']);
    const now = (this.#options.clock ?? systemClock).now().getTime() / 1_000;
    return seconds - now > limits.signatureAgeSeconds;
  }

  #answerHealth(res: ServerResponse): void {
    const health = this.#options.health();
    res.writeHead(health.ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    res.end(JSON.stringify(health));
  }
}

function refuse(res: ServerResponse, status: number): void {
  res.writeHead(status, { connection: 'close' });
  res.end();
}
