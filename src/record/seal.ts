import { createHash } from 'node:crypto';

export interface SealedRow {
  ref: string;
  salt: string;
  body: string;
}

const isSealed = (value: object): value is { sealed: unknown } => Object.keys(value).length === 1 && 'sealed' in value;

export const digestOf = (salt: string, body: string): string =>
  createHash('sha256').update(`${salt}\n${body}`).digest('hex');

/** Takes every `{sealed: …}` out of an event: what stays holds only `{ref, digest}`; the rows hold the text. */
export const seal = (
  value: unknown,
  random: () => { ref: string; salt: string },
): { data: unknown; rows: SealedRow[] } => {
  const rows: SealedRow[] = [];
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    if (isSealed(part)) {
      const { ref, salt } = random();
      const body = JSON.stringify(part.sealed);
      rows.push({ ref, salt, body });
      return { ref, digest: digestOf(salt, body) };
    }
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return { data: walk(value), rows };
};

/** Puts the text back. A ref whose row was erased becomes `{sealed: null}`, which the event schema then refuses: the deal is erased. */
export const unseal = (data: unknown, bodies: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(data)) return data.map((part) => unseal(part, bodies));
  if (data === null || typeof data !== 'object') return data;
  if ('ref' in data && 'digest' in data && typeof data.ref === 'string') {
    const body = bodies.get(data.ref);
    return { sealed: body === undefined ? null : JSON.parse(body) };
  }
  return Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, unseal(inner, bodies)]));
};

/** The refs inside stored event data, with the digests that the chain vouches for. */
export const refsOf = (data: unknown): { ref: string; digest: string }[] => {
  if (Array.isArray(data)) return data.flatMap(refsOf);
  if (data === null || typeof data !== 'object') return [];
  if ('ref' in data && 'digest' in data && typeof data.ref === 'string' && typeof data.digest === 'string')
    return [{ ref: data.ref, digest: data.digest }];
  return Object.values(data).flatMap(refsOf);
};
