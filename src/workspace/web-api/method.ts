import { z } from 'zod';
import type { SocketTransport } from '../deliveries/socket.ts';
import { argumentError, SlackError } from '../slack-error.ts';
import { visibleChannel, writableChannel } from '../state/channels.ts';
import type { Channel, ChannelKind, Json } from '../state/model.ts';
import { scopesOf, type Token } from '../state/tokens.ts';
import type { World } from '../state/world.ts';

/** Who calls: the app's bot, or the person whose user token it is. */
export interface Call {
  world: World;
  bot: string;
  /** Null where a method needs none. */
  token: Token | null;
  socket: SocketTransport | null;
}

export interface Method {
  /** Any one of these is enough; none means a token is enough. */
  scopes: readonly string[];
  /** `bot`: a bot token or a user token. */
  token: 'bot' | 'app' | 'none';
  run(call: Call, input: Json): Json | Promise<Json>;
}

export type Methods = Record<string, Method>;

/** A Web API method: its arguments as a schema, the scopes of which one is needed, and what it does. */
export function method<S extends z.ZodType>(
  args: S,
  scopes: readonly string[],
  handle: (call: Call, args: z.output<S>) => Json | Promise<Json>,
  token: Method['token'] = 'bot',
): Method {
  const optional = optionalKeys(args);
  return {
    scopes,
    token,
    run(call, input) {
      const given = Object.entries(input).filter(([key, value]) => !(isBlank(value) && optional.has(key)));
      const parsed = args.safeParse(Object.fromEntries(given));
      if (!parsed.success) throw argumentError('invalid_arguments', parsed.error.issues.map(wording));
      return handle(call, parsed.data);
    },
  };
}

/** JSON `null` and an empty string say of an optional argument that it is not given. */
const isBlank = (value: unknown): boolean => value === null || value === '';

function optionalKeys(args: z.ZodType): Set<string> {
  if (!(args instanceof z.ZodObject)) return new Set();
  const missed = new Set(args.safeParse({}).error?.issues.map(({ path }) => path[0]));
  return new Set(Object.keys(args.shape).filter((key) => !missed.has(key)));
}

/** Arguments come as strings from forms and typed from JSON. */
export const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1));
/** A channel that is named, if only by an empty text: that one is not found, while none at all is a wrong call. */
export const id = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string());
export const flag = z.preprocess((value) => FLAGS.get(value) ?? value, z.boolean());
export const count = z.preprocess((value) => (typeof value === 'string' ? Number(value) : value), z.number().int());
/** A list as JSON or separated by commas. */
export const commaList = z.preprocess(
  (value) => (typeof value === 'string' ? splitList(value) : value),
  z.array(z.string()),
);
export const json = <S extends z.ZodType>(schema: S) => z.preprocess(readJson, schema);
/** JSON whose own checks come later, with their own errors. */
export const loose = z.preprocess(readJson, z.unknown());
export const page = { limit: count.optional(), cursor: z.string().optional() };

const FLAGS = new Map<unknown, boolean>([
  ['true', true],
  ['1', true],
  [1, true],
  ['false', false],
  ['0', false],
  ['', false],
  [0, false],
]);

const KIND_PREFIX: Record<ChannelKind, string> = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' };

export const ofKinds = (right: string, ...kinds: ChannelKind[]): string[] =>
  (kinds.length > 0 ? kinds : (['public', 'private', 'im', 'mpim'] as const)).map(
    (kind) => `${KIND_PREFIX[kind]}:${right}`,
  );

export function requireScope(call: Call, scopes: readonly string[]): void {
  const held = scopesOf(call.token);
  if (scopes.length === 0 || scopes.some((scope) => held.includes(scope))) return;
  throw new SlackError('missing_scope', { needed: scopes.join(','), provided: (call.token?.scopes ?? []).join(',') });
}

/** Reading conversations needs the scope of that kind of conversation. */
export function requireKind(call: Call, channel: Channel, right: string): void {
  requireScope(call, ofKinds(right, channel.kind));
}

export const seen = (call: Call, id: string): Channel => visibleChannel(call.world, id, call.bot);
export const joined = (call: Call, id: string): Channel => writableChannel(call.world, id, call.bot);

/** The largest page of most lists. */
export const MOST_LISTED = 1000;

/** One page of a list under an opaque cursor. */
export function paged<T>(
  items: T[],
  args: { limit?: number | undefined; cursor?: string | undefined },
  most = MOST_LISTED,
) {
  const from = args.cursor ? Buffer.from(args.cursor, 'base64url').toString() : '0';
  if (!/^\d+$/.test(from)) throw new SlackError('invalid_cursor');
  const limit = args.limit ?? 100;
  if (limit < 1 || limit > most) throw new SlackError('invalid_limit');
  const until = Number(from) + limit;
  const next_cursor = until < items.length ? Buffer.from(String(until)).toString('base64url') : '';
  return { items: items.slice(Number(from), until), response_metadata: { next_cursor } };
}

function splitList(value: string): unknown {
  if (value.startsWith('[')) return readJson(value);
  return value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function wording(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '');
  const missing =
    issue.path.length === 1 && issue.code === 'invalid_type' && issue.message.includes('received undefined');
  if (missing) return `missing required field: ${name}`;
  return `${issue.message} [json-pointer:/${issue.path.map(String).join('/')}]`;
}
