/** Slack's tokens by their look: bot, user, app-level, refresh and configuration tokens. */
const TOKEN = /\b(xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]+/g;
const SECRET = /("?(?:client_secret|signing_secret|ticket|code_verifier)"?[=:]\s*"?)[^"&\s]+/g;

/** What is shown of a body; the rest is counted. Characters. */
const SHOWN = 16_000;

/** Text without tokens and secrets, cut to what an inspector shows. `secrets` are hidden wherever they stand. */
export function masked(text: string, secrets: readonly string[]): string {
  const [known, rest] = [text.slice(0, SHOWN * 2), text.length - SHOWN];
  const hidden = secrets
    .reduce((left, secret) => left.replaceAll(secret, '…'), known)
    .replace(TOKEN, '$1-…')
    .replace(SECRET, '$1…');
  return rest > 0 ? `${hidden.slice(0, SHOWN)}… (${rest} more)` : hidden;
}

/** Arguments of a form are text; those that carry JSON (blocks, views, metadata) read better as JSON. */
export function readable(args: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, opened(value)]));
}

function opened(value: unknown): unknown {
  if (value instanceof Blob) return `(${value.size} bytes)`;
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
