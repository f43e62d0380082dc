import { type Faults, seenFault } from '../control/faults.ts';
import { respond } from '../deliveries/response-urls.ts';
import { SlackError } from '../slack-error.ts';
import type { World } from '../state/world.ts';
import { because } from '../traffic/cause.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { misbehave, tooMany } from '../web-api/misbehave.ts';
import type { RateLimits } from '../web-api/rate-limits.ts';
import { type Route, send, sendJson } from './exchange.ts';

interface Parts {
  world: World;
  faults: Faults;
  limits: RateLimits;
  traffic: Traffic;
}

/** `/response/T…/…`: what the app posts to a `response_url`. */
export function serveResponseUrl({ world, faults, limits, traffic }: Parts): Route {
  return async (exchange) => {
    const { request, response, url } = exchange;
    const body = (await exchange.body()).toString();
    const id = url.pathname.split('/').at(-1) ?? '';
    const address = { response_url: `${world.url}${url.pathname}` };
    const entry = traffic.begin({ direction: 'api_call', what: 'response_url' }, address);
    entry.request({ headers: { 'content-type': request.headers['content-type'] ?? '' }, body });
    const trouble = faults.take('response_url');
    if (trouble) entry.tell({ fault: seenFault(trouble) });
    if (trouble && trouble.fault !== 'lost_response') {
      entry.end({ ok: false, error: trouble.fault });
      return misbehave(exchange, trouble);
    }
    const limited = limits.webhook(address.response_url);
    if (limited) {
      entry.end({ ok: false, error: 'ratelimited', status: 429, limited });
      return tooMany(response, limited.retry_after);
    }
    const refusal = because({ n: entry.n, by: entry.by }, () => refusalOf(world, id, body));
    if (trouble) {
      entry.end({ ok: false, error: 'lost_response' });
      return void request.socket.destroy();
    }
    const status = refusal === null ? 200 : refusal.endsWith('_url') ? 404 : 400;
    const answer = refusal === null ? 'ok' : JSON.stringify({ ok: false, error: refusal });
    entry.answer({ body: answer });
    entry.end({ ok: refusal === null, status, ...(refusal === null ? {} : { error: refusal }) });
    if (refusal === null) return send(response, answer, 'text/plain');
    sendJson(response, { ok: false, error: refusal }, status);
  };
}

function refusalOf(world: World, id: string, body: string): string | null {
  try {
    respond(world, id, JSON.parse(body));
    return null;
  } catch (error) {
    if (error instanceof SlackError) return error.code;
    if (error instanceof SyntaxError) return 'invalid_payload';
    throw error;
  }
}
