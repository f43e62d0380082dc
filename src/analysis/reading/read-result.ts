import { z } from 'zod';
import { Passage } from '../../handoff/source.ts';

/** What reading one file gives. It crosses the border of a process, so it has a schema. */
export const ReadResult = z.object({
  passages: z.array(Passage),
  title: z.string().optional(),
  format: z.enum(['md', 'txt', 'eml', 'mbox', 'vtt', 'srt', 'slack', 'pdf', 'docx']),
  /** Sentences for a person: what was left out and why. */
  warnings: z.array(z.string()),
  /** The language of most of the text (ISO 639-1), where there is enough of it to tell. */
  language: z.string().optional(),
  /** The files within a mail, not read yet. */
  attachments: z
    .array(z.object({ name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }))
    .optional(),
});
export type ReadResult = z.infer<typeof ReadResult>;
