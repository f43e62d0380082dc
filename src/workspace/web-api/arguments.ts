import type { IncomingMessage } from 'node:http';
import { SlackError } from '../slack-error.ts';

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/;

/** The arguments of a call, from its query, form, multipart body or JSON (which some methods do not read). Throws Slack's transport errors. */
export async function readArguments(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  takesJson: boolean,
): Promise<Record<string, unknown>> {
  const query = { ...Object.fromEntries(url.searchParams), ...readClient(request) };
  if (body.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return takesJson ? { ...query, ...parseJson(body) } : query;
  if (!FORM.test(type)) throw new SlackError('invalid_post_type');
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return { ...query, ...Object.fromEntries(form) };
  } catch {
    throw new SlackError('invalid_form_data');
  }
}

function parseJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    throw new SlackError('invalid_json');
  }
  throw new SlackError('json_not_object');
}

/** An app names itself by HTTP Basic instead of by arguments (docs.slack.dev/reference/methods/oauth.v2.access). */
function readClient(request: IncomingMessage): Record<string, string> {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const [client_id, client_secret] = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .split(':');
  return client_id && client_secret ? { client_id, client_secret } : {};
}

/** `Authorization: Bearer …`, or `token` in a form. With JSON it comes in the header (docs.slack.dev/apis/web-api). */
export function readToken(request: IncomingMessage, args: Record<string, unknown>): string | null {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const inForm = FORM.test(request.headers['content-type'] ?? '') ? args.token : undefined;
  return bearer ?? (typeof inForm === 'string' && inForm !== '' ? inForm : null);
}

/**
 * docs.slack.dev/changelog/2020-11-no-more-tokens-in-querystrings-for-newly-created-apps. Also beside one in the header, by the account of
 * slack-go. Throws `invalid_auth`.
 */
export function refuseTokenInQuery({ searchParams }: URL): void {
  if (searchParams.has('token')) throw new SlackError('invalid_auth');
}
