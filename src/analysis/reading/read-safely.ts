import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { DocumentFailure } from '../../platform/documents/document-failure.ts';
import { type Limits, runLimitedInParts } from '../../platform/documents/run-limited.ts';
import { MOST_BYTES } from './most-bytes.ts';
import { pdfArguments } from './pdf-arguments.ts';
import { READ_REFUSAL_CODES, ReadRefusal } from './read-refusal.ts';
import { ReadResult } from './read-result.ts';

const Opening = z.discriminatedUnion('ok', [
  ReadResult.omit({ passages: true, attachments: true }).extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.enum(READ_REFUSAL_CODES), message: z.string() }),
]);
const Part = z.union([ReadResult.pick({ passages: true }), z.object({ name: z.string(), base64: z.string() })]);

const LIMITS: Limits = { timeoutMs: 10_000, memoryMb: 512 };

/** `readDocument` in a child process: a hostile file cannot stall or fill this one. `entry` is `child.ts` or its bundle. Throws `ReadRefusal`. */
export async function readSafely(
  bytes: Uint8Array,
  fileName: string,
  {
    entry,
    limits = LIMITS,
    processors = availableParallelism(),
  }: { entry: string; limits?: Limits; processors?: number },
): Promise<ReadResult> {
  // A file over the limit is refused by the child as well; here it saves the copy.
  const input = { fileName, bytes: bytes.subarray(0, MOST_BYTES + 1) };
  const args = pdfArguments(bytes, processors);
  const job = { entry, args, input, limits };
  const parts = await runLimitedInParts(job).catch((error: unknown) => tooHard(error, fileName));
  const opening = Opening.parse(parts[0]);
  if (!opening.ok) throw ReadRefusal.from(opening.code, opening.message);
  const { ok: _ok, ...result } = opening;
  const passages: ReadResult['passages'] = [];
  const attachments: ReadResult['attachments'] = [];
  for (const raw of parts.slice(1)) {
    const part = Part.parse(raw);
    if ('passages' in part) passages.push(...part.passages);
    else attachments.push({ name: part.name, bytes: new Uint8Array(Buffer.from(part.base64, 'base64')) });
    // Whoever waits for an answer meanwhile has it between two parts.
    await setImmediate();
  }
  return { passages, ...result, ...(attachments.length > 0 && { attachments }) };
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
