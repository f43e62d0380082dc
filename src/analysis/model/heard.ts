import { z } from 'zod';
import { ModelAnswer } from './answer.ts';
import type { Chunk } from './chunks.ts';

/** A model's answer with what its ids stand for; plain data, so that another process can judge it. */
export const Heard = z.object({
  /** Id of the request → source and passage. */
  places: z.record(z.string(), z.object({ source: z.string(), passage: z.string() })),
  /** Id of the request → id of a commitment that the rules found. */
  candidates: z.record(z.string(), z.string()),
  allClauses: z.boolean(),
  answer: ModelAnswer,
});
export type Heard = z.infer<typeof Heard>;

export const heardFrom = ({ parts, clauses, candidates, allClauses }: Chunk, answer: ModelAnswer): Heard => ({
  places: Object.fromEntries(
    [...parts, ...clauses].map(({ id, source, passage }) => [id, { source: source.id, passage: passage.id }]),
  ),
  candidates: Object.fromEntries(candidates.map(({ id, commitment }) => [id, commitment.id])),
  allClauses,
  answer,
});
