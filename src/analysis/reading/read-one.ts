import type { Worker } from 'node:worker_threads';
import { answerInParts } from '../../platform/documents/answer-one.ts';
import { readDocument } from './read-document.ts';
import { ReadRefusal } from './read-refusal.ts';

/** How many passages the parent takes in at once, which it cannot interrupt: well under a millisecond. */
const AT_ONCE = 100;

/** The child process's work: reads the file it is sent and answers with its passages, a hundred at a time, or with a refusal. */
export async function readOne(helper: Worker | undefined): Promise<void> {
  await answerInParts(async (input) => {
    // What `readSafely` sent: the pipe between parent and child is no outside edge.
    const { fileName, bytes } = input as { fileName: string; bytes: Uint8Array };
    try {
      const { passages, attachments = [], ...rest } = await readDocument(bytes, fileName, { helper });
      const parts = Array.from({ length: Math.ceil(passages.length / AT_ONCE) }, (_, index) => ({
        passages: passages.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
      }));
      const files = attachments.map(({ name, bytes: held }) => ({
        name,
        base64: Buffer.from(held).toString('base64'),
      }));
      return [{ ok: true, ...rest }, ...parts, ...files];
    } catch (error) {
      if (error instanceof ReadRefusal) return [{ ok: false, code: error.code, message: error.message }];
      throw error;
    }
  });
}
