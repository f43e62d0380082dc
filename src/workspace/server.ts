import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createFaults } from './control/faults.ts';
import { serveControl } from './control/routes.ts';
import { type Courier, createCourier } from './deliveries/courier.ts';
import { sendEvents } from './deliveries/events.ts';
import { httpTransport } from './deliveries/http.ts';
import { respond } from './deliveries/response-urls.ts';
import { type SocketTransport, socketTransport } from './deliveries/socket.ts';
import type { Transport } from './deliveries/transport.ts';
import { exchange, isLocal, type Route, send, sendJson } from './http/exchange.ts';
import { serveDownload, serveUpload } from './http/files.ts';
import { servePage } from './http/page.ts';
import { createLivePages } from './people/live.ts';
import { servePeople } from './people/routes.ts';
import { WorkspaceSeed } from './seed.ts';
import { SlackError } from './slack-error.ts';
import { createUploads } from './state/uploads.ts';
import { createWorld, type World } from './state/world.ts';
import { createTraffic } from './traffic.ts';
import { methods } from './web-api/methods.ts';
import { misbehave, serveApi } from './web-api/serve.ts';

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
  /** Ends every connection and timer. */
  close(): Promise<void>;
}

/** Starts a workspace on this machine. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const seed = WorkspaceSeed.parse(options.seed);
  const log = options.log ?? (() => {});
  const start = options.clockStart === undefined ? {} : { start: Date.parse(options.clockStart) };
  const world = createWorld(seed, { wall: options.wall ?? Date.now, ...start });
  const traffic = createTraffic(world.clock.now);
  const faults = createFaults();
  const { transport, socket } = transportFor(world);
  const courier = createCourier({ transport, clock: world.clock, faults, traffic });
  const pages = createLivePages(world);
  sendEvents(world, courier);
  const uploads = createUploads(world);
  const onDefect = (error: unknown) => log('error', 'the workspace failed', { error });
  const call = { world, bot: world.app.bot_user.id, socket };

  const routes: [prefix: string, route: Route][] = [
    ['/api/', serveApi({ call, methods: methods(uploads), faults, traffic, onDefect })],
    ['/people/', servePeople({ world, courier, traffic, connected: transport.connected })],
    ['/control/', serveControl({ world, courier, faults, socket })],
    ['/files-pri/', serveDownload(world, faults)],
    ['/upload/v1/', serveUpload(uploads, faults)],
    [
      '/clock',
      ({ response }) =>
        sendJson(response, { now: new Date(world.clock.now()).toISOString(), offset_ms: world.clock.offset() }),
    ],
    [
      '/response/',
      async (one) => {
        const body = (await one.body()).toString();
        const fault = faults.take('response_url');
        if (fault && fault.fault !== 'lost_response') return misbehave(one, fault);
        const refusal = tryRespond(world, one.url.pathname.split('/').at(-1) ?? '', body);
        if (fault) return void one.request.socket.destroy();
        if (refusal === null) return send(one.response, 'ok', 'text/plain');
        sendJson(one.response, { ok: false, error: refusal }, refusal.endsWith('_url') ? 404 : 400);
      },
    ],
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
    if (!isLocal(request)) return stream.destroy();
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
    close: () =>
      new Promise((resolve) => {
        world.clock.stop();
        pages.close();
        transport.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function transportFor(world: World): { transport: Transport; socket: SocketTransport | null } {
  const { delivery, signing_secret, id } = world.app;
  if (delivery !== 'socket') {
    const transport = httpTransport({ address: delivery.http, secret: signing_secret, now: world.clock.real });
    return { transport, socket: null };
  }
  const onConnected = (connected: boolean) => world.changes.tell({ type: 'app', connected });
  const socket = socketTransport({ appId: id, secret: () => world.ids.secret(24), onConnected });
  return { transport: socket, socket };
}

function tryRespond(world: World, id: string, body: string): string | null {
  try {
    respond(world, id, JSON.parse(body));
    return null;
  } catch (error) {
    if (error instanceof SlackError) return error.code;
    if (error instanceof SyntaxError) return 'invalid_payload';
    throw error;
  }
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
