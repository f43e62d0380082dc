import { z } from 'zod';
import type { ModelAnswer } from '../../src/analysis/model/answer.ts';

const Part = z.object({ id: z.string(), locator: z.string(), text: z.string(), speaker: z.string().optional() });
const Clause = z.object({ id: z.string(), document: z.string(), text: z.string() });
const Candidate = z.object({ id: z.string(), quote: z.string().optional(), kind: z.string(), verdict: z.string() });

/** The material of one question, as the model reads it. */
export const Material = z.object({
  deal: z.object({
    vendor: z.string(),
    customer: z.string(),
    people: z.array(z.object({ name: z.string(), side: z.string() })),
  }),
  source: z.object({ name: z.string(), kind: z.string(), signed: z.boolean() }),
  passages: z.array(Part),
  clauses: z.array(Clause),
  candidates: z.array(Candidate),
});
export type Material = z.infer<typeof Material>;

export const nothing: ModelAnswer = {
  candidates: [],
  commitments: [],
  flags: [],
  scope: [],
  questions: [],
  stakeholders: [],
  dependencies: [],
  successMetrics: [],
  buyerIntent: [],
};
