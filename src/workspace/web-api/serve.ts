import type { Fault, Faults } from '../control/faults.ts';
import { type Exchange, type Route, send, sendJson } from '../http/exchange.ts';
import { SlackError } from '../slack-error.ts';
import type { Traffic } from '../traffic.ts';
import { readArguments, readToken } from './arguments.ts';
import { type Call, type Method, type Methods, requireScope } from './method.ts';

export interface ApiParts {
  call: Call;
  methods: Methods;
  faults: Faults;
  traffic: Traffic;
  /** Told about errors that are nobody's input: a defect of the workspace. */
  onDefect: (error: unknown) => void;
}

/** Answers `/api/<method>` as Slack does. */
export function serveApi(parts: ApiParts): Route {
  return async (exchange) => {
    const name = exchange.url.pathname.slice('/api/'.length);
    const started = parts.call.world.clock.real();
    const note = (ok: boolean, error?: string) => {
      const ms = parts.call.world.clock.real() - started;
      parts.traffic.add({ direction: 'api_call', what: name, ok, ms, ...(error ? { error } : {}) });
    };
    const body = await exchange.body();
    const fault = parts.faults.take(name);
    if (fault && fault.fault !== 'lost_response') {
      note(false, fault.fault);
      return misbehave(exchange, fault);
    }
    const answer = await run(parts, name, exchange, body);
    if (fault) {
      note(false, 'lost_response');
      return void exchange.request.socket.destroy();
    }
    note(answer.ok === true, typeof answer.error === 'string' ? answer.error : undefined);
    const { scopes } = parts.call.world.app;
    const accepted = Object.hasOwn(parts.methods, name) ? (parts.methods[name]?.scopes ?? []) : [];
    sendJson(exchange.response, answer, 200, {
      'x-oauth-scopes': scopes.join(','),
      ...(accepted.length > 0 ? { 'x-accepted-oauth-scopes': accepted.join(',') } : {}),
    });
  };
}

async function run(parts: ApiParts, name: string, exchange: Exchange, body: Buffer): Promise<Record<string, unknown>> {
  try {
    const args = await readArguments(exchange.request, exchange.url, body);
    const method = Object.hasOwn(parts.methods, name) ? parts.methods[name] : undefined;
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    authorize(parts.call, method, readToken(exchange.request, args));
    return { ok: true, ...(await method.run(parts.call, args)) };
  } catch (error) {
    if (error instanceof SlackError) return { ok: false, error: error.code, ...error.extra };
    parts.onDefect(error);
    return { ok: false, error: 'internal_error' };
  }
}

function authorize(call: Call, method: Method, token: string | null): void {
  if (method.token === 'none') return;
  if (token === null) throw new SlackError('not_authed');
  const { bot_token, app_token } = call.world.app;
  if (token !== bot_token && token !== app_token) throw new SlackError('invalid_auth');
  if (token !== (method.token === 'app' ? app_token : bot_token)) throw new SlackError('not_allowed_token_type');
  requireScope(call, method.scopes);
}

/** The trouble a test asked for, before anything happened. Also used for uploads and downloads. */
export function misbehave({ response }: Exchange, { fault, retry_after }: Fault): void {
  // The caller's own timeout must end this.
  if (fault === 'hang' || fault === 'lost_response') return;
  if (fault === 'http_500') send(response, 'Internal Server Error', 'text/plain', 500);
  else if (fault === 'html') send(response, '<!doctype html><title>Slack</title><p>Something is wrong.', 'text/html');
  else if (fault === 'ratelimited') {
    sendJson(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(retry_after) });
  } else sendJson(response, { ok: false, error: fault.slice('error:'.length) });
}
