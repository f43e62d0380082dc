import { inflateRawSync } from 'node:zlib';
import { ReadRefusal } from './read-refusal.ts';

const MOST_BYTES = 50 * 1024 * 1024;
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;
const MOST_ENTRIES = 5000;

type Entry = { name: string; method: number; packed: number; size: number; offset: number };

/** The files of a checked archive by name. */
export type Zip = Map<string, Uint8Array>;

/**
 * The files in a zip, after its sizes are found harmless: declared ones first, then each entry is inflated up to what
 * it declared, because a bomb may lie. At most 50 MB in all and 200 times its packed size once over 1 MB.
 * Throws `too_large` and `malformed`.
 */
export function checkedZip(bytes: Uint8Array, fileName: string): Zip {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(zip);
  if (!entries) throw broken(fileName);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = entries.some(
    (entry) => entry.size > RATIO_COUNTS_FROM && entry.size > MOST_RATIO * Math.max(1, entry.packed),
  );
  if (bomb || size > MOST_BYTES) throw tooLarge(fileName);
  const files = entries.map((entry) => {
    const content = unpacked(zip, entry);
    if (!content) throw broken(fileName);
    return [entry.name, content] as const;
  });
  return new Map(files);
}

/** The central directory, or undefined where it is cut, has ZIP64 sizes or more entries than a document has. */
function directoryOf(zip: Buffer): Entry[] | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > zip.length) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = zip.readUInt16LE(at + 28);
    const entry = {
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    };
    if (entry.size === 0xffffffff || entry.packed === 0xffffffff) return undefined;
    entries.push({ ...entry, name: zip.toString('utf8', at + 46, at + 46 + nameLength) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** What an entry holds, or undefined where it is not what the directory declares. */
function unpacked(zip: Buffer, entry: Entry): Uint8Array | undefined {
  if (entry.offset + 30 > zip.length || zip.readUInt32LE(entry.offset) !== 0x04034b50) return undefined;
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed.length === entry.size ? packed : undefined;
  if (entry.method !== 8) return undefined;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    return content.length === entry.size ? content : undefined;
  } catch {
    return undefined;
  }
}

const tooLarge = (fileName: string) =>
  new ReadRefusal(
    'too_large',
    fileName,
    'unpacked it would be far larger than a document is',
    'Save the text as a new document and drop that.',
  );
const broken = (fileName: string) =>
  new ReadRefusal('malformed', fileName, 'the file is damaged or was cut off', 'Save it again and drop the new file.');
