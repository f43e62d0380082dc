import type { IncomingMessage } from 'node:http';
import { type Epoch, pause } from '../control/epoch.ts';
import { type Faults, seenFault, type Trouble } from '../control/faults.ts';
import { type Exchange, type Route, sendJson } from '../http/exchange.ts';
import { SlackError } from '../slack-error.ts';
import { because } from '../traffic/cause.ts';
import { readable } from '../traffic/mask.ts';
import type { Traffic, Underway } from '../traffic/traffic.ts';
import { readArguments, readToken, refuseTokenInQuery } from './arguments.ts';
import { authorize, scopeHeaders } from './authorize.ts';
import { takesJson, withCharsetWarning } from './content-types.ts';
import type { Call, Method, Methods } from './method.ts';
import { cutOff, misbehave, tooMany } from './misbehave.ts';
import { placeOf } from './posting.ts';
import type { Limited, RateLimits } from './rate-limits.ts';

export interface ApiParts {
  call: Call;
  methods: Methods;
  faults: Faults;
  limits: RateLimits;
  epoch: Epoch;
  traffic: Traffic;
  /** Methods that were asked for and are not there, with how often. */
  unknown: Map<string, number>;
  /** Told about errors that are nobody's input: a defect of the workspace. */
  onDefect: (error: unknown) => void;
}

/** Faults after which the method still runs. */
const RUNS = new Set<string>(['lost_response', 'truncated', 'slow', 'clock_jump']);

/** Answers `/api/<method>` as Slack does. */
export function serveApi(parts: ApiParts): Route {
  return async (exchange) => {
    const name = exchange.url.pathname.slice('/api/'.length);
    const signal = parts.epoch.signal();
    const read = await readInput(exchange, takesJson(name));
    const entry = parts.traffic.begin({ direction: 'api_call', what: name }, read.args);
    entry.request({ headers: shownHeaders(exchange.request), body: JSON.stringify(readable(read.args)) });
    const trouble = parts.faults.take(name);
    if (trouble) entry.tell({ fault: seenFault(trouble) });
    if (trouble?.fault === 'slow') await pause(trouble.after_ms, signal);
    if (signal.aborted) {
      entry.end({ ok: false, error: 'reset' });
      return void exchange.request.socket.destroy();
    }
    if (trouble?.fault === 'clock_jump') parts.call.world.clock.jump(trouble.by_ms);
    if (trouble && !RUNS.has(trouble.fault) && trouble.fault !== 'missing_scope') {
      entry.end({ ok: false, error: trouble.fault.replace(/^error:/, '') });
      return misbehave(exchange, trouble);
    }
    const { answer: plain, headers, limited } = await run(parts, name, exchange, read, entry, trouble);
    const answer = withCharsetWarning(exchange.request, plain);
    const text = JSON.stringify(answer);
    entry.answer({ headers, body: text });
    const error = typeof answer.error === 'string' ? { error: answer.error } : {};
    if (trouble?.fault === 'lost_response') {
      entry.end({ ok: false, error: 'lost_response' });
      return void exchange.request.socket.destroy();
    }
    entry.end({ ok: answer.ok === true, ...error, status: limited ? 429 : 200, ...(limited ? { limited } : {}) });
    if (limited) return tooMany(exchange.response, limited.retry_after);
    if (trouble?.fault === 'truncated') return cutOff(exchange.response, text);
    sendJson(exchange.response, answer, 200, headers);
  };
}

interface Input {
  args: Record<string, unknown>;
  /** What was wrong with the request itself. */
  refusal: SlackError | null;
}

async function readInput(exchange: Exchange, json: boolean): Promise<Input> {
  const body = await exchange.body();
  try {
    return { args: await readArguments(exchange.request, exchange.url, body, json), refusal: null };
  } catch (error) {
    if (error instanceof SlackError) return { args: {}, refusal: error };
    throw error;
  }
}

interface Answered {
  answer: Record<string, unknown>;
  headers: Record<string, string>;
  limited?: Limited;
}

async function run(
  parts: ApiParts,
  name: string,
  exchange: Exchange,
  { args, refusal }: Input,
  entry: Underway,
  trouble: Trouble | undefined,
): Promise<Answered> {
  let headers = {};
  try {
    if (refusal) throw refusal;
    const method = knownMethod(parts, name);
    const token = readToken(exchange.request, args);
    headers = scopeHeaders(parts.call.world, method, token);
    if (method.token !== 'none') refuseTokenInQuery(exchange.url);
    const caller = authorize(parts.call, method, token);
    if (trouble?.fault === 'missing_scope') throw withoutScopes(method, caller);
    const limited = parts.limits.call(name, placeOf(caller, args.channel));
    if (limited) return { answer: { ok: false, error: 'ratelimited' }, headers, limited };
    const result = await because({ n: entry.n, by: entry.by }, () => method.run(caller, args));
    return { answer: { ok: true, ...result }, headers };
  } catch (error) {
    if (error instanceof SlackError) return { answer: { ok: false, error: error.code, ...error.extra }, headers };
    parts.onDefect(error);
    return { answer: { ok: false, error: 'internal_error' }, headers };
  }
}

function knownMethod({ methods, unknown }: ApiParts, name: string): Method {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method) return method;
  unknown.set(name, (unknown.get(name) ?? 0) + 1);
  throw new SlackError('unknown_method', { req_method: name });
}

function withoutScopes(method: Method, { token }: Call): SlackError {
  const provided = (token?.scopes ?? []).filter((scope) => !method.scopes.includes(scope));
  return new SlackError('missing_scope', { needed: method.scopes.join(','), provided: provided.join(',') });
}

function shownHeaders({ headers }: IncomingMessage): Record<string, string> {
  const shown = ['authorization', 'content-type', 'user-agent'] as const;
  return Object.fromEntries(shown.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}
