import { z } from 'zod';
import { type Exchange, type Route, send, sendJson } from '../http/exchange.ts';
import { SlackError } from '../slack-error.ts';
import { writableChannel } from '../state/channels.ts';
import { storeFile, visibleFile } from '../state/files.ts';
import { postMessage } from '../state/messages.ts';
import { because } from '../traffic/cause.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { peopleFile } from './describe.ts';
import { PeopleVerb } from './protocol.ts';
import { type ReadParts, reads } from './reads.ts';
import { verbs } from './verbs.ts';
import { sentenceFor } from './words.ts';

export interface PeopleParts extends ReadParts {
  traffic: Traffic;
}

const ClockMove = z.object({
  now: z.iso.datetime({ offset: true }).optional(),
  advance_ms: z.number().int().optional(),
  real: z.literal(true).optional(),
});

/** `/people/…`: what people do (POST) and see (GET). */
export function servePeople(parts: PeopleParts): Route {
  return async (exchange) => {
    const { request, response, url } = exchange;
    try {
      const name = url.pathname.slice('/people/'.length);
      const answer = request.method === 'POST' ? await doIt(parts, name, exchange) : await show(parts, name, exchange);
      if (answer) sendJson(response, { ok: true, ...answer });
    } catch (error) {
      if (error instanceof SlackError) return refuse(response, 200, error.code, error.extra);
      if (error instanceof z.ZodError)
        return refuse(response, 400, 'invalid_request', { message: z.prettifyError(error) });
      throw error;
    }
  };
}

async function doIt(parts: PeopleParts, name: string, exchange: Exchange): Promise<object> {
  if (name === 'upload') return upload(parts, exchange);
  const body: unknown = readJson(await exchange.body());
  if (name === 'clock') return moveClock(parts, ClockMove.parse(body));
  if (!isVerb(name)) throw new SlackError('unknown_verb');
  return perform(parts, name, body);
}

async function perform<V extends PeopleVerb>(parts: PeopleParts, verb: V, input: unknown): Promise<object> {
  const body = PeopleVerb[verb].parse(input);
  person(parts, body.as);
  // The table pairs each verb's schema with its handler; TypeScript cannot follow that pairing through a generic key.
  const handle = verbs[verb] as (scene: ReadParts, body: unknown) => Promise<object> | object;
  return because({ by: body.as }, () => handle(parts, body));
}

async function show(parts: PeopleParts, name: string, { url, response }: Exchange): Promise<object | null> {
  if (name.startsWith('traffic')) return showTraffic(parts.traffic, name, url.searchParams);
  const asked = url.searchParams.get('as') ?? '';
  // Whoever opens the page for the first time, or remembers somebody from another workspace, sits down as the first person.
  const as = name === 'workspace' ? personOrFirst(parts, asked) : person(parts, asked);
  if (name === 'file') {
    const file = visibleFile(parts.world, url.searchParams.get('file') ?? '', as);
    send(response, file.bytes, file.mimetype, 200, {
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    return null;
  }
  const read = Object.hasOwn(reads, name) ? reads[name] : undefined;
  if (!read) throw new SlackError('unknown_read');
  return read(parts, as, url.searchParams);
}

function showTraffic(traffic: Traffic, name: string, query: URLSearchParams): object {
  const [, number] = /^traffic\/(\d+)$/.exec(name) ?? [];
  if (number === undefined) return traffic.after(Number(query.get('after') ?? 0), Number(query.get('limit') ?? 5000));
  const entry = traffic.detail(Number(number));
  if (!entry) throw new SlackError('unknown_entry');
  return { entry };
}

/** Raw bytes. Without a channel the file stays private, for a file input of a modal. */
async function upload(parts: PeopleParts, exchange: Exchange): Promise<object> {
  const { world } = parts;
  const query = exchange.url.searchParams;
  const as = person(parts, query.get('as') ?? '');
  const id = query.get('channel');
  const channel = id ? writableChannel(world, id, as) : null;
  const bytes = await exchange.body();
  const file = storeFile(world, { name: query.get('filename') ?? 'untitled', user: as, bytes });
  const thread = query.get('thread_ts');
  const text = query.get('comment') ?? '';
  const message = channel
    ? postMessage(world, channel, {
        user: as,
        text,
        subtype: 'file_share',
        files: [file.id],
        ...(thread ? { thread_ts: thread } : {}),
      })
    : null;
  return { file: peopleFile(world, file, as), ...(message ? { ts: message.ts } : {}) };
}

function moveClock({ world }: PeopleParts, move: z.output<typeof ClockMove>): object {
  if (move.real) world.clock.toReal();
  if (move.now) world.clock.moveTo(Date.parse(move.now));
  if (move.advance_ms) world.clock.advance(move.advance_ms);
  return { now: new Date(world.clock.now()).toISOString() };
}

function person({ world }: PeopleParts, id: string): string {
  const user = world.users.get(id);
  if (!user || user.is_bot) throw new SlackError('user_not_found');
  if (user.deleted) throw new SlackError('account_inactive', { message: `${user.real_name} has been deactivated.` });
  return id;
}

function personOrFirst(parts: PeopleParts, id: string): string {
  const people = [...parts.world.users.values()].filter((user) => !user.is_bot && !user.deleted);
  return person(parts, people.find((user) => user.id === id)?.id ?? people[0]?.id ?? '');
}

function isVerb(name: string): name is PeopleVerb {
  return Object.hasOwn(PeopleVerb, name);
}

function refuse(response: Exchange['response'], status: number, error: string, extra: Record<string, unknown>): void {
  const lines = Array.isArray(extra.errors) ? extra.errors.map(String).join('; ') : undefined;
  sendJson(response, { ok: false, error, message: lines ?? sentenceFor(error), ...extra }, status);
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new SlackError('invalid_json');
  }
}
