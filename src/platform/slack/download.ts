export type DownloadErrorCode =
  | 'no_address'
  | 'foreign_host'
  | 'redirected_away'
  | 'login_page'
  | 'too_large'
  | 'http'
  | 'network';

export class DownloadError extends Error {
  readonly code: DownloadErrorCode;
  /** The HTTP status, for `http`. */
  readonly status: number | null;
  constructor(code: DownloadErrorCode, status: number | null = null, cause?: unknown) {
    super(`The file could not be fetched from Slack: ${code}${status === null ? '' : ` ${status}`}.`, { cause });
    this.name = 'DownloadError';
    this.code = code;
    this.status = status;
  }
}

export interface SlackFile {
  url_private_download?: string | undefined;
  url_private?: string | undefined;
  mimetype?: string | undefined;
  /** Bytes, as Slack states them. */
  size?: number | undefined;
}

/** Where Slack keeps files, plus the origin of a Web API that is not Slack's own (the local workspace). */
export function slackFileOrigins(apiUrl: string): string[] {
  const origin = new URL(apiUrl).origin;
  return ['https://files.slack.com', ...(origin === 'https://slack.com' ? [] : [origin])];
}

/**
 * A Slack file's bytes. The token goes to `allowedOrigins` only, redirects included; a login page in place of the file
 * (Slack's answer to a missing `files:read`, status 200) and anything above `maxBytes` is refused. Throws `DownloadError`.
 */
export async function downloadSlackFile(
  file: SlackFile,
  token: string,
  options: { maxBytes: number; allowedOrigins: string[]; timeoutMs?: number; fetch?: typeof fetch },
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const address = file.url_private_download ?? file.url_private;
  if (!address || !URL.canParse(address)) throw new DownloadError('no_address');
  if ((file.size ?? 0) > options.maxBytes) throw new DownloadError('too_large');
  const signal = AbortSignal.timeout(options.timeoutMs ?? 60_000);
  const response = await follow(new URL(address), token, signal, options);
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (contentType === 'text/html' && file.mimetype !== 'text/html') {
    await response.body?.cancel();
    throw new DownloadError('login_page');
  }
  return { bytes: await readCapped(response, options.maxBytes), contentType };
}

async function follow(
  start: URL,
  token: string,
  signal: AbortSignal,
  options: { allowedOrigins: string[]; fetch?: typeof fetch },
): Promise<Response> {
  let url = start;
  for (let hop = 0; hop < 4; hop += 1) {
    // `user:password@` in an address has the same origin and would replace nothing, but has no business here.
    if (!options.allowedOrigins.includes(url.origin) || url.username || url.password)
      throw new DownloadError(hop === 0 ? 'foreign_host' : 'redirected_away');
    const response = await (options.fetch ?? fetch)(url.href, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal,
    }).catch((cause: unknown) => {
      throw new DownloadError('network', null, cause);
    });
    if (response.ok) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !location || !URL.canParse(location, url.href))
      throw new DownloadError('http', response.status);
    url = new URL(location, url.href);
  }
  throw new DownloadError('redirected_away');
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const part of response.body ?? []) {
      total += part.byteLength;
      if (total > maxBytes) throw new DownloadError('too_large');
      parts.push(part);
    }
  } catch (cause) {
    throw cause instanceof DownloadError ? cause : new DownloadError('network', null, cause);
  }
  return Buffer.concat(parts);
}
