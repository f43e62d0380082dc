import type { Traffic } from '../traffic/traffic.ts';
import type { Route } from './exchange.ts';

/** A route whose requests stand in the traffic, without the bytes. */
export function watched(what: string, traffic: Traffic, route: Route): Route {
  return async (exchange) => {
    const { response, url } = exchange;
    const [file = ''] = /F[A-Z0-9]+(?=\/)/.exec(url.pathname) ?? [];
    const entry = traffic.begin({ direction: 'api_call', what }, { file_id: file });
    entry.request({ body: file === '' ? '' : JSON.stringify({ file }) });
    // Comes once, whether the answer went out or the connection broke; a socket outlives its requests.
    response.once('close', () => {
      const status = response.statusCode;
      const answered = response.headersSent;
      const bytes = Number(response.getHeader('content-length') ?? 0);
      if (bytes > 0) entry.answer({ body: `(${bytes} bytes)` });
      if (!answered) return entry.end({ ok: false, error: 'no answer' });
      entry.end({ ok: status < 300, status, ...(status < 300 ? {} : { error: `HTTP ${status}` }) });
    });
    await route(exchange);
  };
}
