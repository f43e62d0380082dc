import type { Faults } from '../control/faults.ts';
import { SlackError } from '../slack-error.ts';
import { visibleFile } from '../state/files.ts';
import type { Uploads } from '../state/uploads.ts';
import type { World } from '../state/world.ts';
import { misbehave } from '../web-api/serve.ts';
import { type Route, send } from './exchange.ts';

const LOGIN_PAGE =
  '<!doctype html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>';

/** `/files-pri/T-F/[download/]name`. Without a right token Slack answers a login page, with status 200. */
export function serveDownload(world: World, faults: Faults): Route {
  return (exchange) => {
    const { request, response, url } = exchange;
    const fault = faults.take('files.download');
    if (fault?.fault === 'lost_response') return void request.socket.destroy();
    if (fault) return misbehave(exchange, fault);
    const [, id = ''] = /^\/files-pri\/[^/]+-(F[A-Z0-9]+)\//.exec(url.pathname) ?? [];
    const login = () => send(response, LOGIN_PAGE, 'text/html; charset=utf-8');
    if (request.headers.authorization !== `Bearer ${world.app.bot_token}`) return login();
    if (!world.app.scopes.includes('files:read')) return login();
    try {
      const file = visibleFile(world, id, world.app.bot_user.id);
      send(response, file.bytes, file.mimetype);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      send(response, error.code, 'text/plain', 404);
    }
  };
}

/** `/upload/v1/<ticket>`: raw bytes, or a form with one file as older clients send. */
export function serveUpload(uploads: Uploads, faults: Faults): Route {
  return async (exchange) => {
    const { request, response, url } = exchange;
    const body = await exchange.body();
    const fault = faults.take('files.upload');
    if (fault && fault.fault !== 'lost_response') return misbehave(exchange, fault);
    try {
      const bytes = await fileIn(body, request.headers['content-type'] ?? '');
      uploads.receive(url.pathname.split('/').at(-1) ?? '', bytes);
      if (fault) return void request.socket.destroy();
      send(response, `OK - ${bytes.length}`, 'text/plain');
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      send(response, error.code, 'text/plain', 400);
    }
  };
}

async function fileIn(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file ? Buffer.from(await file.arrayBuffer()) : body;
}
