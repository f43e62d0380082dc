import { maskCredentials } from '../log/index.ts';

const secretFields = new Set([
  'token',
  'bot_access_token',
  'user_access_token',
  'access_token',
  'refresh_token',
  'client_secret',
]);

/** Addresses and names of files: a masked one is not found any more. The address opens nothing without our token. */
const kept = /^(?:url_private|permalink)|^(?:name|title)$/;

/**
 * A delivery's body without credentials: Slack's `token` fields and whatever looks like a token elsewhere. `response_url` and
 * `trigger_id` stay; they are needed, and go when the body is blanked.
 */
export function maskBody(value: unknown): unknown {
  if (typeof value === 'string') return maskTokens(value);
  if (Array.isArray(value)) return value.map(maskBody);
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines fields, where assignment would set the prototype for a key `__proto__`.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskField(key, inner)]));
}

const maskField = (key: string, value: unknown): unknown => {
  if (secretFields.has(key)) return '[masked]';
  return typeof value === 'string' && kept.test(key) ? value : maskBody(value);
};

const responseUrl = /^https:\/\/hooks\.slack\.com\/(?:actions|commands|app)\/\S+$/;
const maskTokens = (text: string): string => (responseUrl.test(text) ? text : maskCredentials(text));
