import { readFileSync, writeSync } from 'node:fs';
import { deserialize } from 'node:v8';

const STDIN_FD = 0;

/** Where the child writes its answer: not standard output, which libraries print to. */
export const ANSWER_FD = 3;

/** The line behind the last part: whoever reads it need not wait until the process has put away its memory. */
export const ANSWER_END = 'end';

/**
 * The child's side of `runLimited`: reads one job from standard input, writes its answer as JSON, ends the process.
 * What `answer` throws ends it with code 1, which the parent sees as `crashed`.
 */
export async function answerOne(answer: (input: unknown) => Promise<unknown>): Promise<void> {
  await answerInParts(async (input) => [await answer(input)]);
}

/**
 * The child's side of `runLimitedInParts`: the same with an answer in parts, one line of JSON each. It has nothing else to
 * do while it reads or writes, so it waits for the pipes: streams take longer to load than a small file to read.
 */
export async function answerInParts(answer: (input: unknown) => Promise<unknown[]>): Promise<void> {
  const parts = await answer(deserialize(readFileSync(STDIN_FD)));
  // Piece by piece: the whole answer in one string would double what a long document takes.
  for (const part of parts) writeWhole(`${JSON.stringify(part)}\n`);
  writeWhole(`${ANSWER_END}\n`);
  process.exit(0);
}

function writeWhole(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(ANSWER_FD, bytes, written);
}
