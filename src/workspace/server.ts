import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createEpoch } from './control/epoch.ts';
import { createFaults } from './control/faults.ts';
import { serveControl } from './control/routes.ts';
import { type Courier, createCourier } from './deliveries/courier.ts';
import { sendEvents } from './deliveries/events.ts';
import type { ConnectionSeconds } from './deliveries/socket.ts';
import { createSubscription } from './deliveries/subscription.ts';
import { ANSWER_WITHIN_MS } from './deliveries/transport.ts';
import { transportFor } from './deliveries/transport-for.ts';
import { serveAvatar } from './http/avatars.ts';
import { exchange, isLocal, type Route, send, sendJson } from './http/exchange.ts';
import { serveDownload, serveLogin, serveUpload } from './http/files.ts';
import { servePage } from './http/page.ts';
import { serveResponseUrl } from './http/response-url.ts';
import { watched } from './http/watched.ts';
import { serveInstall } from './oauth/routes.ts';
import { createLivePages } from './people/live.ts';
import { servePeople } from './people/routes.ts';
import { WorkspaceSeed } from './seed.ts';
import { takeSnapshot } from './state/snapshot.ts';
import { keepState } from './state/snapshot-folder.ts';
import { createUploads } from './state/uploads.ts';
import { createWorld, type World } from './state/world.ts';
import { createTraffic } from './traffic/traffic.ts';
import { methods } from './web-api/methods.ts';
import { createRateLimits, type RateLimitNumbers } from './web-api/rate-limits.ts';
import { serveApi } from './web-api/serve.ts';

export interface WorkspaceOptions {
  seed: WorkspaceSeed;
  /** 0 or nothing: any free port. */
  port?: number;
  host?: '127.0.0.1';
  /** The built page, served at `/`. */
  pageDir?: string;
  /** ISO instant at which the workspace's clock starts; real time otherwise. */
  clockStart?: string;
  /** Real time in milliseconds; tests may hold it. */
  wall?: () => number;
  /** Slack's rate limits are on; `false` takes them away, numbers replace single ones. */
  rateLimits?: false | Partial<RateLimitNumbers>;
  /** Within how many real milliseconds the app must answer; 3000, as Slack. Tests may be quicker. */
  answerWithinMs?: number;
  /** How long a Socket Mode connection lives. */
  connectionSeconds?: Partial<ConnectionSeconds>;
  /** A folder in which the workspace is kept over restarts. */
  stateDir?: string;
  log?: (level: 'info' | 'error', message: string, data?: Record<string, unknown>) => void;
}

export interface Workspace {
  /** `http://127.0.0.1:<port>`; the Web API is at `${url}/api/`. */
  url: string;
  bot_token: string;
  app_token: string;
  signing_secret: string;
  world: World;
  courier: Courier;
  /** Methods the app asked for that are not there, with how often. */
  unknown: ReadonlyMap<string, number>;
  /** Ends every connection and timer; then, when nobody can change anything any more, writes the kept state. */
  close(): Promise<void>;
}

/** Starts a workspace on this machine. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const seed = WorkspaceSeed.parse(options.seed);
  const log = options.log ?? (() => {});
  const start = options.clockStart === undefined ? {} : { start: Date.parse(options.clockStart) };
  const onDefect = (error: unknown) => log('error', 'the workspace failed', { error });
  const world = createWorld(seed, { wall: options.wall ?? Date.now, onDefect, ...start });
  const beginning = takeSnapshot(world);
  const kept = options.stateDir === undefined ? null : keepState(world, options.stateDir, (text) => log('error', text));
  const traffic = createTraffic(world.clock, () => secretsOf(world));
  const uploads = createUploads(world);
  const known = methods(uploads);
  const faults = createFaults({ methods: known, app: world.app });
  const epoch = createEpoch();
  const { answerWithinMs = ANSWER_WITHIN_MS } = options;
  const limits = createRateLimits(world.clock.real, options.rateLimits);
  const { transport, socket } = transportFor(world, answerWithinMs, options.connectionSeconds);
  const subscription = createSubscription(world.clock, limits.numbers?.events_per_hour ?? null);
  const courier = createCourier({
    transport,
    clock: world.clock,
    faults,
    traffic,
    subscription,
    delayed: world.app.delayed_events,
    epoch,
    answerWithinMs,
  });
  const pages = createLivePages(world, traffic);
  const unknown = new Map<string, number>();
  sendEvents(world, courier);
  const call = { world, bot: world.app.bot_user.id, token: null, socket };

  const routes: [prefix: string, route: Route][] = [
    ['/api/', serveApi({ call, methods: known, faults, limits, epoch, traffic, unknown, onDefect })],
    ['/people/', servePeople({ world, courier, traffic, connected: transport.connected })],
    [
      '/control/',
      serveControl({ world, courier, faults, epoch, limits, traffic, unknown, socket, beginning: () => beginning }),
    ],
    ['/files-pri/', watched('files.download', traffic, serveDownload(world, faults))],
    // Thumbnails are the picture itself: who shows one draws it smaller.
    ['/files-tmb/', serveDownload(world, faults)],
    ['/avatars/', serveAvatar(world)],
    ['/oauth/v2/authorize', serveInstall(world)],
    ['/upload/v1/', watched('files.upload', traffic, serveUpload(uploads, faults))],
    ['/signin', serveLogin],
    [
      '/clock',
      ({ response }) =>
        sendJson(response, { now: new Date(world.clock.now()).toISOString(), offset_ms: world.clock.offset() }),
    ],
    ['/response/', serveResponseUrl({ world, faults, limits, traffic })],
    ['/', servePage(options.pageDir)],
  ];

  const server = createServer((request, response) => void handle(request, response));
  async function handle(request: IncomingMessage, response: ServerResponse) {
    try {
      if (!isLocal(request)) return send(response, 'only this machine may ask', 'text/plain', 403);
      const one = exchange(request, response);
      if (!one) return send(response, 'this address makes no sense', 'text/plain', 400);
      await routes.find(([prefix]) => one.url.pathname.startsWith(prefix))?.[1](one);
    } catch (error) {
      const sense = refusalOf(error);
      if (sense === null) onDefect(error);
      // Half an answer cannot be taken back.
      if (response.headersSent) response.destroy();
      else sendJson(response, { ok: false, error: sense ?? 'internal_error' }, sense === null ? 500 : 400);
    }
  }
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    // A socket-mode client may send Slack's own Origin (slack-go does); its single-use ticket is what lets it in.
    if (!isLocal(request) && !request.url?.startsWith('/link/')) return stream.destroy();
    if (request.url?.startsWith('/people/live')) return pages.upgrade(request, stream, head);
    if (socket && request.url?.startsWith('/link/')) return socket.upgrade(request, stream, head);
    stream.destroy();
  });

  async function close() {
    epoch.end();
    courier.forget();
    world.clock.stop();
    pages.close();
    transport.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await kept?.close();
  }
  try {
    world.url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  const { bot_token, app_token, signing_secret } = world.app;
  return {
    url: world.url,
    bot_token,
    app_token,
    signing_secret,
    world,
    courier,
    unknown,
    close,
  };
}

/** What was wrong with a request that makes no sense; null when the workspace failed. */
function refusalOf(error: unknown): string | null {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof SyntaxError ? 'invalid_json' : null;
}

/** What the traffic must not show: the app's secrets. */
function secretsOf({ app, tokens }: World): string[] {
  const refresh = [...tokens.values()].flatMap(({ refresh_token }) => (refresh_token ? [refresh_token] : []));
  return [...tokens.keys(), ...refresh, app.signing_secret, app.client_secret];
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      // A TCP server's address is never a string.
      const { port: given } = server.address() as AddressInfo;
      resolve(`http://${host}:${given}`);
    });
  });
}
