import { z } from 'zod';
import { DocumentFailure } from '../../platform/documents/document-failure.ts';
import { type Limits, runLimited } from '../../platform/documents/run-limited.ts';
import { ReadRefusal, ReadRefusalCode } from './read-refusal.ts';
import { MOST_BYTES, ReadResult } from './read-result.ts';

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: ReadResult }),
  z.object({ ok: z.literal(false), code: ReadRefusalCode, message: z.string() }),
]);

const LIMITS: Limits = { timeoutMs: 10_000, memoryMb: 512 };

/** `readDocument` in a child process: a hostile file cannot stall or fill this one. `entry` is `child.ts` or its bundle. Throws `ReadRefusal`. */
export async function readSafely(
  bytes: Uint8Array,
  fileName: string,
  { entry, limits = LIMITS }: { entry: string; limits?: Limits },
): Promise<ReadResult> {
  // A file over the limit is refused by the child as well; here it saves the copy.
  const input = { fileName, bytes: bytes.subarray(0, MOST_BYTES + 1) };
  const answer = Answer.parse(
    await runLimited({ entry, input, limits }).catch((error: unknown) => tooHard(error, fileName)),
  );
  if (answer.ok) return answer.result;
  throw ReadRefusal.from(answer.code, answer.message);
}

function tooHard(error: unknown, fileName: string): never {
  if (!(error instanceof DocumentFailure)) throw error;
  const because = {
    timeout: 'it takes longer than a document should',
    out_of_memory: 'it needs more memory than a document should',
    too_large: 'it holds more text than a document should',
    crashed: 'something in it made the reader give up',
  }[error.code];
  throw new ReadRefusal(
    'too_hard',
    fileName,
    because,
    'Save it again as PDF or text and drop that, or paste the part that matters.',
  );
}
