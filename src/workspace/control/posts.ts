import { z } from 'zod';
import { checkSsl, verifyUrl } from '../deliveries/request-url.ts';
import { restoreSnapshot, takeSnapshot } from '../state/snapshot.ts';
import { Chaos, Fault } from './faults.ts';
import type { ControlParts } from './parts.ts';

type Post = (parts: ControlParts, input: unknown) => object | Promise<object>;

const Deliver = z.object({ type: z.string() });
const Quirk = z.object({ name: z.literal('canvas_replace_leaves_sibling'), on: z.boolean() });
/** An administrator deactivates somebody, or takes them back. */
const UserChange = z.object({ id: z.string(), deleted: z.boolean() });
const Refresh = z.object({
  reason: z.enum(['warning', 'refresh_requested', 'link_disabled']).default('refresh_requested'),
});
/** `within`: in the middle of a message. */
const Drop = z.object({ within: z.boolean().default(false) });
const Subscriptions = z.object({ enabled: z.boolean() });
/** A token ends (`revoked`), or lives again. Without `token`: the bot's. */
const TokenChange = z.object({ token: z.string().optional(), revoked: z.boolean() });
/** The scopes that the bot's token holds from now on. */
const Scopes = z.object({ scopes: z.array(z.string()) });

/** Back to a snapshot, or without one to how the workspace stood when this process began. */
const Reset = z.object({ snapshot: z.unknown().optional() });

/** POST /control/<name>: each answers what joins `{ok: true}`; `{ok: false}` says that there was nothing to do it to. */
export const posts: Record<string, Post> = {
  faults: ({ faults }, input) => {
    faults.add(Fault.parse(input));
    return {};
  },
  chaos: ({ faults }, input) => {
    faults.chaos(Chaos.parse(input));
    return {};
  },
  deliver: async ({ courier }, input) => {
    const answer = await courier.repeat(Deliver.parse(input).type);
    return { ok: answer !== null, answer };
  },
  quirks: ({ world }, input) => {
    const { name, on } = Quirk.parse(input);
    world.quirks[on ? 'add' : 'delete'](name);
    return {};
  },
  user: ({ world }, input) => {
    const { id, deleted } = UserChange.parse(input);
    const user = world.users.get(id);
    if (!user) return { ok: false, error: 'user_not_found' };
    user.deleted = deleted;
    world.changes.tell({ type: 'user', user });
    return {};
  },
  refresh: ({ socket }, input) => {
    socket?.refresh(Refresh.parse(input).reason);
    return { ok: socket !== null };
  },
  drop: ({ socket }, input) => {
    const { within } = Drop.parse(input);
    return { ok: socket?.breakOff({}, within) ?? false };
  },
  subscriptions: ({ courier }, input) => {
    courier.subscription.enable(Subscriptions.parse(input).enabled);
    return courier.subscription.state();
  },
  /** Sends the challenge to the request URL, as when somebody enters it in the app's settings. */
  verify_url: ({ world, traffic }) => {
    const { delivery } = world.app;
    return delivery === 'socket' ? { ok: false, error: 'no_request_url' } : verifyUrl({ world, traffic }, delivery);
  },
  ssl_check: ({ world, traffic }) => {
    const { delivery } = world.app;
    return delivery === 'socket' ? { ok: false, error: 'no_request_url' } : checkSsl({ world, traffic }, delivery);
  },
  token: ({ world }, input) => {
    const { token: value = world.app.bot_token, revoked } = TokenChange.parse(input);
    const token = world.tokens.get(value);
    if (!token) return { ok: false, error: 'token_not_found' };
    token.ended = revoked ? 'revoked' : null;
    return {};
  },
  scopes: ({ world }, input) => {
    const { scopes } = Scopes.parse(input);
    const token = world.tokens.get(world.app.bot_token);
    world.app.scopes = scopes;
    if (token) token.scopes = scopes;
    return {};
  },
  snapshot: ({ world }) => ({ snapshot: takeSnapshot(world) }),
  reset: ({ world, courier, faults, epoch, limits, unknown, beginning }, input) => {
    const { snapshot = beginning() } = Reset.parse(input);
    try {
      restoreSnapshot(world, snapshot);
    } catch (error) {
      return { ok: false, error: 'invalid_snapshot', message: error instanceof Error ? error.message : String(error) };
    }
    epoch.renew();
    courier.forget();
    faults.clear();
    limits.clear();
    unknown.clear();
    return {};
  },
};
