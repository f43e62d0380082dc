import { basename } from 'node:path';
import { z } from 'zod';
import { CommitmentKind, CoverageVerdict } from '../../../src/handoff/vocabulary.ts';
import { filesIn, rowsOf } from './jsonl.ts';

const Case = z.object({
  trade: z.string(),
  signed: z.array(z.tuple([z.string(), z.string()])),
  notes: z.array(z.string()),
  promises: z.array(
    z.object({
      text: z.string(),
      context: z.string(),
      kind: CommitmentKind,
      verdict: CoverageVerdict,
      clause: z.number().int().nullable(),
      note: z.number().int().nullable(),
    }),
  ),
});
export type CoverageCase = z.infer<typeof Case> & { group: string };

/** The mini-deals of `evals/data/pairs`: signed clauses with their headings, notes, and promises with their verdicts. */
export const coverageCases = (): CoverageCase[] =>
  filesIn('pairs').flatMap((file) =>
    rowsOf(file, Case).map((one, at) => ({ ...one, group: `${basename(file, '.jsonl')}-${at}` })),
  );
