import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/** A path under `evals/data`. */
export const data = (path: string): string => fileURLToPath(new URL(`../../../evals/data/${path}`, import.meta.url));

/** The rows of a JSON Lines file, gzipped or not. Throws a ZodError that names what does not fit. */
export function rowsOf<T>(file: string, row: z.ZodType<T>): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line.trim() ? [row.parse(JSON.parse(line))] : []));
}

/** The JSON Lines files of a folder, in the order of their names. */
export const filesIn = (folder: string): string[] =>
  readdirSync(data(folder))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => data(`${folder}/${name}`));
