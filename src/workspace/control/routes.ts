import { type Exchange, type Route, sendJson } from '../http/exchange.ts';
import { SlackError } from '../slack-error.ts';
import { dump } from './dump.ts';
import type { ControlParts } from './parts.ts';
import { posts } from './posts.ts';

/** What only tests and the page's developer tools do: faults, duplicates, reconnects, snapshots, a look at everything. */
export function serveControl(parts: ControlParts): Route {
  return async (exchange) => {
    const { request, response, url } = exchange;
    const name = url.pathname.slice('/control/'.length);
    const answer = await answerTo(parts, `${request.method}`, name, exchange).catch(refused);
    if (answer) sendJson(response, { ok: true, ...answer });
    else sendJson(response, { ok: false, error: 'unknown_control' }, 404);
  };
}

async function answerTo(
  parts: ControlParts,
  verb: string,
  name: string,
  exchange: Exchange,
): Promise<object | undefined> {
  const { world, courier, faults, unknown } = parts;
  if (verb === 'GET' && name === 'faults') return faults.list();
  if (verb === 'GET' && name === 'state') {
    const { seed, rate } = faults.list().chaos ?? {};
    return {
      pending: courier.pending(),
      subscription: courier.subscription.state(),
      chaos: seed === undefined ? null : { seed, rate },
      unknown_methods: Object.fromEntries(unknown),
      ...dump(world),
    };
  }
  if (verb === 'DELETE' && name === 'faults') {
    faults.clear();
    return {};
  }
  if (verb === 'DELETE' && name === 'chaos') {
    faults.chaos(null);
    return {};
  }
  const post = verb === 'POST' && Object.hasOwn(posts, name) ? posts[name] : undefined;
  return post?.(parts, JSON.parse((await exchange.body()).toString() || '{}'));
}

/** What could be understood and cannot be done. */
function refused(error: unknown): object {
  if (error instanceof SlackError) return { ok: false, error: error.code, ...error.extra };
  throw error;
}
