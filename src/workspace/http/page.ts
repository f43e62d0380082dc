import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { type Route, send } from './exchange.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Addresses inside the page that the server must answer with the page itself: permalinks of messages, canvases, files. */
const IN_PAGE = /^\/(|inspector|archives\/.*|docs\/.*|files\/.*|app\/.*)$/;

/** The built page, or a sentence saying that there is none. */
export function servePage(dir: string | undefined): Route {
  return async ({ request, response, url }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 'not found', 'text/plain', 404);
    const inPage = IN_PAGE.test(url.pathname);
    const path = inPage ? '/index.html' : pathOf(url.pathname);
    const headers = { 'content-security-policy': CSP, 'referrer-policy': 'no-referrer' };
    const content = dir === undefined || path === null ? null : await read(join(dir, path));
    if (content) return send(response, content, TYPES[extname(path ?? '')] ?? 'application/octet-stream', 200, headers);
    if (!inPage) return send(response, 'not found', 'text/plain', 404, headers);
    send(response, 'The workspace is running; its page has not been built.', 'text/plain; charset=utf-8', 200, headers);
  };
}

/** The path inside the folder; null when it is not readable as one. */
function pathOf(pathname: string): string | null {
  try {
    const path = normalize(decodeURIComponent(pathname));
    return path.includes('..') ? null : path;
  } catch {
    return null;
  }
}

async function read(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
