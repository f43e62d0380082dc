import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Lower-case words that occur twice or more in the text files below a folder, gzipped or not. */
export function wordsOf(folder: string): Set<string> {
  const counts = new Map<string, number>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(?:jsonl|txt|md|vtt|srt|eml|mbox)(?:\.gz)?$/u.test(name) || name.startsWith('kept-aside')) continue;
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').toLowerCase();
    for (const [word] of text.matchAll(/[a-z]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([word, count]) => (count > 1 ? [word] : [])));
}
