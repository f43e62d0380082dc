import { z } from 'zod';
import { Passage } from '../../handoff/source.ts';

/** Larger files are refused. Bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** What reading one file gives. It crosses the border of a process, so it has a schema. */
export const ReadResult = z.object({
  passages: z.array(Passage),
  title: z.string().optional(),
  format: z.enum(['md', 'txt', 'eml', 'mbox', 'vtt', 'srt', 'slack', 'pdf', 'docx']),
  /** Sentences for a person: what was left out and why. */
  warnings: z.array(z.string()),
});
export type ReadResult = z.infer<typeof ReadResult>;
