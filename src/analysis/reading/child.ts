import { z } from 'zod';
import { answerOne } from '../../platform/documents/answer-one.ts';
import { readDocument } from './read-document.ts';
import { ReadRefusal } from './read-refusal.ts';

const Job = z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) });

/** The entry of the child process: one file in, its passages or a refusal out. */
await answerOne(async (input) => {
  const { fileName, bytes } = Job.parse(input);
  try {
    return { ok: true, result: await readDocument(bytes, fileName) };
  } catch (error) {
    if (error instanceof ReadRefusal) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
});
