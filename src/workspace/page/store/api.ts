import type { PeopleBody, PeopleVerb } from '../../people/protocol.ts';
import type { PeopleFile } from '../../people/shapes.ts';
import { notice } from './own-views.ts';

/** The server said no; `message` is a sentence for the person. */
export class PeopleError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: { ok?: boolean; error?: string; message?: string } = await response
    .json()
    .catch(() => ({ ok: false, error: `http_${response.status}` }));
  if (body.ok === false || !response.ok) {
    throw new PeopleError(
      body.error ?? `http_${response.status}`,
      body.message ?? 'The workspace did not accept this.',
    );
  }
  // The page is served by the same server that speaks protocol.ts; it is not an outside edge.
  return body as T;
}

/** POST /people/<verb>. Throws PeopleError. */
export async function people<V extends PeopleVerb>(verb: V, body: PeopleBody<V>): Promise<Record<string, unknown>> {
  notice(verb);
  return answerOf(
    await fetch(`/people/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** GET /people/<what>. Throws PeopleError. */
export async function read<T>(what: string, query: Record<string, string | undefined> = {}): Promise<T> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return answerOf(await fetch(`/people/${what}?${new URLSearchParams(given)}`));
}

/** Moves the workspace's clock. */
export async function moveClock(body: { now?: string; advance_ms?: number; real?: true }): Promise<{ now: string }> {
  return answerOf(
    await fetch('/people/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** The control interface, which only developers use: `control('GET', 'faults')`, `control('POST', 'drop', {})`. Throws PeopleError. */
export async function control<T>(verb: 'GET' | 'POST' | 'DELETE', name: string, body?: object): Promise<T> {
  const init = body ? { method: verb, body: JSON.stringify(body) } : { method: verb };
  return answerOf(await fetch(`/control/${name}`, init));
}

/** Sends a file; `progress` is told 0–1. XMLHttpRequest because fetch does not report how much went out. */
export function upload(
  query: Record<string, string>,
  file: File,
  progress: (share: number) => void,
): Promise<{ file?: PeopleFile }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/people/upload?${new URLSearchParams({ ...query, filename: file.name })}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(new PeopleError('network', 'The file did not reach the workspace.'));
    request.onload = () => resolve(answerOf(new Response(request.responseText, { status: request.status || 500 })));
    request.send(file);
  });
}
