import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { ANSWER_END } from './answer-one.ts';

/**
 * The values of a stream of lines of JSON, parsed as they come, so that a long answer never holds the process up at once.
 * `done` is called with all of them when the line `ANSWER_END` comes; without it there is no answer. `fail` is called at most once with `too_large` past `most` bytes and with `crashed` for a line that is no JSON.
 */
export function parsedLines(
  stream: Readable,
  most: number,
  fail: (code: 'too_large' | 'crashed') => void,
  done: (values: unknown[]) => void,
): void {
  const values: unknown[] = [];
  const decoder = new StringDecoder('utf8');
  let open = '';
  let size = 0;
  let failed = false;
  const failOnce = (code: 'too_large' | 'crashed') => {
    if (!failed) fail(code);
    failed = true;
  };
  const take = (line: string) => {
    if (failed || line === '') return;
    if (line === ANSWER_END) return done(values);
    try {
      values.push(JSON.parse(line));
    } catch {
      failOnce('crashed');
    }
  };
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) return failOnce('too_large');
    const lines = decoder.write(chunk).split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      take(open + line);
      open = '';
    }
    open += last;
  });
  stream.on('error', () => {});
}
