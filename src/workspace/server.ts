import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createFaults } from './control/faults.ts';
import { serveControl } from './control/routes.ts';
import { type Courier, createCourier } from './deliveries/courier.ts';
import { sendEvents } from './deliveries/events.ts';
import { httpTransport } from './deliveries/http.ts';
import { type ConnectionSeconds, type SocketTransport, socketTransport } from './deliveries/socket.ts';
import { createSubscription } from './deliveries/subscription.ts';
import type { Transport } from './deliveries/transport.ts';
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
  /** Ends every connection and timer. */
  close(): Promise<void>;
}

/** Starts a workspace on this machine. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const seed = WorkspaceSeed.parse(options.seed);
  const log = options.log ?? (() => {});
  const start = options.clockStart === undefined ? {} : { start: Date.parse(options.clockStart) };
  const world = createWorld(seed, { wall: options.wall ?? Date.now, ...start });
  const beginning = takeSnapshot(world);
  const kept = options.stateDir === undefined ? null : keepState(world, options.stateDir, (text) => log('error', text));
  const traffic = createTraffic(world.clock, () => secretsOf(world));
  const faults = createFaults();
  const limits = createRateLimits(world.clock.real, options.rateLimits);
  const { transport, socket } = transportFor(world, options.connectionSeconds);
  const subscription = createSubscription(world.clock, limits.numbers?.events_per_hour ?? null);
  const delayed = world.app.delayed_events;
  const courier = createCourier({ transport, clock: world.clock, faults, traffic, subscription, delayed });
  const pages = createLivePages(world, traffic);
  const unknown = new Map<string, number>();
  sendEvents(world, courier);
  const uploads = createUploads(world);
  const onDefect = (error: unknown) => log('error', 'the workspace failed', { error });
  const call = { world, bot: world.app.bot_user.id, token: null, socket };

  const routes: [prefix: string, route: Route][] = [
    ['/api/', serveApi({ call, methods: methods(uploads), faults, limits, traffic, unknown, onDefect })],
    ['/people/', servePeople({ world, courier, traffic, connected: transport.connected })],
    [
      '/control/',
      serveControl({ world, courier, faults, limits, traffic, unknown, socket, beginning: () => beginning }),
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
    if (!isLocal(request)) return send(response, 'only this machine may ask', 'text/plain', 403);
    const one = exchange(request, response);
    const route = routes.find(([prefix]) => one.url.pathname.startsWith(prefix))?.[1];
    try {
      await route?.(one);
    } catch (error) {
      if (error instanceof z.ZodError) return sendJson(response, { ok: false, error: z.prettifyError(error) }, 400);
      if (error instanceof SyntaxError) return sendJson(response, { ok: false, error: 'invalid_json' }, 400);
      onDefect(error);
      if (!response.headersSent) sendJson(response, { ok: false, error: 'internal_error' }, 500);
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

  world.url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  const { bot_token, app_token, signing_secret } = world.app;
  return {
    url: world.url,
    bot_token,
    app_token,
    signing_secret,
    world,
    courier,
    unknown,
    close: async () => {
      await kept?.close();
      world.clock.stop();
      pages.close();
      transport.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

/** What the traffic must not show: the app's secrets. */
function secretsOf({ app, tokens }: World): string[] {
  const refresh = [...tokens.values()].flatMap(({ refresh_token }) => (refresh_token ? [refresh_token] : []));
  return [...tokens.keys(), ...refresh, app.signing_secret, app.client_secret];
}

function transportFor(
  world: World,
  seconds?: Partial<ConnectionSeconds>,
): { transport: Transport; socket: SocketTransport | null } {
  const { delivery, signing_secret, id } = world.app;
  if (delivery !== 'socket') {
    const transport = httpTransport({ delivery, secret: signing_secret, now: world.clock.real });
    return { transport, socket: null };
  }
  const onConnected = (connected: boolean) => world.changes.tell({ type: 'app', connected });
  const socket = socketTransport({ appId: id, secret: () => world.ids.secret(24), onConnected, seconds });
  return { transport: socket, socket };
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
