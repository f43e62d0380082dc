/** Bytes as they stand in the JSON: inside it, or beside it under a name. */
export interface Bytes {
  write(bytes: Buffer): unknown;
  read(written: unknown): Buffer;
}

/** Base64 within the JSON. */
export const bytesInside: Bytes = {
  write: (bytes) => bytes.toString('base64'),
  read(written) {
    if (typeof written !== 'string') throw new TypeError('the bytes of a file are no text');
    return Buffer.from(written, 'base64');
  },
};

/** Plain data with maps, sets and bytes as JSON: `{"$map": […]}`, `{"$set": […]}`, `{"$bytes": …}`; other keys with a dollar are wrapped in `$object`. */
export function toJson(value: unknown, bytes: Bytes): unknown {
  if (value instanceof Map) return { $map: [...value].map((pair) => toJson(pair, bytes)) };
  if (value instanceof Set) return { $set: [...value].map((one) => toJson(one, bytes)) };
  if (Buffer.isBuffer(value)) return { $bytes: bytes.write(value) };
  if (Array.isArray(value)) return value.map((one) => toJson(one, bytes));
  if (typeof value === 'function') throw new TypeError('a snapshot holds data, not functions');
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const plain = Object.fromEntries(entries.map(([name, one]) => [name, toJson(one, bytes)]));
  return entries.some(([name]) => name.startsWith('$')) ? { $object: plain } : plain;
}

export function fromJson(value: unknown, bytes: Bytes): unknown {
  if (Array.isArray(value)) return value.map((one) => fromJson(one, bytes));
  if (!isObject(value)) return value;
  if ('$map' in value) return new Map(listOf(value.$map).map((pair) => pairOf(fromJson(pair, bytes))));
  if ('$set' in value) return new Set(listOf(value.$set).map((one) => fromJson(one, bytes)));
  if ('$bytes' in value) return bytes.read(value.$bytes);
  const plain = isObject(value.$object) ? value.$object : value;
  return Object.fromEntries(Object.entries(plain).map(([name, one]) => [name, fromJson(one, bytes)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('a list was expected');
  return value;
}

function pairOf(value: unknown): [unknown, unknown] {
  const [key, one, ...rest] = listOf(value);
  if (one === undefined || rest.length > 0) throw new TypeError('a key and its value were expected');
  return [key, one];
}
