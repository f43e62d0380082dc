import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { readDocument } from '../src/analysis/reading/read-document.ts';
import type { Source } from '../src/handoff/source.ts';
import type { SourceKind } from '../src/handoff/vocabulary.ts';
import type { Where } from './task.ts';

/** A path under `evals/data`. */
export const shipped = (path: string): string => fileURLToPath(new URL(`data/${path}`, import.meta.url));

/** The file that a task reads: the one it was told, else the shipped one. */
export const dataFile = ({ data }: Where, name: string): string => data ?? shipped(`public/${name}`);

/** The rows of a JSON Lines file; `FILE.gz` serves for `FILE`. Throws a ZodError that names what does not fit. */
export function rowsOf<T>(file: string, row: z.ZodType<T>): T[] {
  return textOf(file)
    .split('\n')
    .flatMap((line) => (line.trim() ? [row.parse(JSON.parse(line))] : []));
}

/** A file that stands beside the rows, itself or in one of the usual folders. Throws where there is none. */
export function beside(file: string, name: string): string {
  const dir = dirname(file);
  const found = ['', 'contracts', 'sow', 'transcripts']
    .map((folder) => join(dir, folder, name))
    .find((path) => existsSync(path) || existsSync(`${path}.gz`));
  if (!found) throw new Error(`${file} names ${name}, which is not beside it.`);
  return found;
}

/** The files of a folder, without the `.gz` of those that are packed, in the order of their names. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name.replace(/\.gz$/u, '')));

export const textOf = (file: string): string => bytesOf(file).toString('utf8');

function bytesOf(file: string): Buffer {
  const path = existsSync(file) ? file : `${file}.gz`;
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** A file, or a text under a file's name, as the engine gets it. */
export async function sourceOf(file: string, kind: SourceKind, text?: string): Promise<Source> {
  const bytes = text === undefined ? bytesOf(file) : Buffer.from(text);
  const { passages } = await readDocument(bytes, file);
  const signed = ['contract', 'sow', 'order_form', 'change_order'].includes(kind);
  return { id: 's1', name: file, kind, kindGuessed: false, signed, sha256: '', size: bytes.length, passages };
}

/** Items by a key, in the order in which the keys came. */
export function groupedBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
