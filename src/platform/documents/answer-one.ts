import { createWriteStream } from 'node:fs';
import { deserialize } from 'node:v8';

/** Where the child writes its answer: not standard output, which libraries print to. */
export const ANSWER_FD = 3;

/**
 * The child's side of `runLimited`: reads one job from standard input, writes its answer as JSON, ends the process.
 * What `answer` throws ends it with code 1, which the parent sees as `crashed`.
 */
export async function answerOne(answer: (input: unknown) => Promise<unknown>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const result = JSON.stringify(await answer(deserialize(Buffer.concat(chunks))));
  const out = createWriteStream('', { fd: ANSWER_FD });
  out.end(result, () => process.exit(0));
}
