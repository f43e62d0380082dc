import { canvasHtml } from '../canvas/html.ts';
import type { Faults } from '../control/faults.ts';
import { SlackError } from '../slack-error.ts';
import { visibleCanvas } from '../state/canvases.ts';
import { visibleFile } from '../state/files.ts';
import { liveToken, scopesOf } from '../state/tokens.ts';
import type { Uploads } from '../state/uploads.ts';
import type { World } from '../state/world.ts';
import { misbehave } from '../web-api/misbehave.ts';
import { type Route, send } from './exchange.ts';

const LOGIN_PAGE =
  '<!doctype html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>';

/** Where Slack sends whoever asks for a file without a right to it: a login page, with status 200. */
export const serveLogin: Route = ({ response }) => send(response, LOGIN_PAGE, 'text/html; charset=utf-8');

/**
 * `/files-pri/T-F/[download/]name`: the bytes of a file, or a canvas as HTML. Without a live token with `files:read` in the
 * Authorization header Slack redirects to its login page.
 */
export function serveDownload(world: World, faults: Faults): Route {
  return (exchange) => {
    const { request, response, url } = exchange;
    const fault = faults.take('files.download');
    if (fault?.fault === 'lost_response') return void request.socket.destroy();
    if (fault) return misbehave(exchange, fault);
    const [, id = ''] = /^\/files-(?:pri|tmb)\/[^/]+-(F[A-Z0-9]+)\//.exec(url.pathname) ?? [];
    const user = readerOf(world, request.headers.authorization);
    if (user === null) {
      const location = `${world.url}/signin?redir=${encodeURIComponent(url.pathname)}`;
      return send(response, '', 'text/html; charset=utf-8', 302, { location });
    }
    try {
      if (world.canvases.has(id)) {
        const { sections } = visibleCanvas(world, id, user);
        return send(response, canvasHtml(sections), 'text/html; charset=utf-8');
      }
      const file = visibleFile(world, id, user);
      send(response, file.bytes, file.mimetype);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      send(response, error.code, 'text/plain', 404);
    }
  };
}

/** Whose token it is; null without one that may read files. */
function readerOf(world: World, authorization: string | undefined): string | null {
  const [, value = null] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  try {
    const token = liveToken(world, value);
    return scopesOf(token).includes('files:read') ? token.user : null;
  } catch (error) {
    if (error instanceof SlackError) return null;
    throw error;
  }
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
