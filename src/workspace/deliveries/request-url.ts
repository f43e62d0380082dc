import type { World } from '../state/world.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { deliver, type HttpDelivery } from './http.ts';

/** What Slack says when somebody enters a request URL in the app's settings. */
export interface UrlCheck {
  ok: boolean;
  error?: string;
}

interface Parts {
  world: World;
  traffic: Traffic;
}

/** `url_verification`: the app must give the challenge back, as text, form or JSON (docs.slack.dev/reference/events/url_verification). */
export async function verifyUrl({ world, traffic }: Parts, delivery: HttpDelivery): Promise<UrlCheck> {
  const challenge = world.ids.secret(24);
  const payload = { token: 'local-verification-token', challenge, type: 'url_verification' };
  const entry = traffic.begin({ direction: 'delivery', what: 'url_verification' }, payload);
  const letter = { type: 'application/json', body: JSON.stringify(payload) };
  const answer = await deliver(optionsOf(world, delivery), delivery.http, letter, entry);
  const ok = answer.status === 'acked' && challengeIn(answer.body) === challenge;
  const error = answer.status === 'failed' ? (answer.detail ?? answer.reason) : 'challenge_failed';
  entry.end(ok ? { ok } : { ok, error });
  return ok ? { ok } : { ok, error };
}

/** Slack looks now and then whether a command's address is there: an unsigned form with `ssl_check=1` (docs.slack.dev/interactivity/implementing-slash-commands). */
export async function checkSsl({ world, traffic }: Parts, delivery: HttpDelivery): Promise<UrlCheck> {
  const body = 'ssl_check=1&token=local-verification-token';
  const entry = traffic.begin({ direction: 'delivery', what: 'ssl_check' }, {});
  const [address = delivery.http] = Object.values(delivery.commands);
  const letter = { type: 'application/x-www-form-urlencoded', body, unsigned: true as const };
  const answer = await deliver(optionsOf(world, delivery), address, letter, entry);
  const ok = answer.status === 'acked';
  const error = answer.status === 'failed' ? { error: answer.detail ?? answer.reason } : {};
  entry.end({ ok, ...error });
  return { ok, ...error };
}

const optionsOf = (world: World, delivery: HttpDelivery) => ({
  delivery,
  secret: world.app.signing_secret,
  now: world.clock.real,
});

function challengeIn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if ('challenge' in body) return body.challenge;
  // A text answer that is no JSON comes as `{text}`.
  const text = 'text' in body ? String(body.text) : '';
  return new URLSearchParams(text).get('challenge') ?? text.trim();
}
