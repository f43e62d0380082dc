import { z } from 'zod';

const Quoted = z.object({ file: z.string(), quote: z.string(), alt_quotes: z.array(z.string()).optional() });
export type Quoted = z.infer<typeof Quoted>;
const grouped = { group: z.string().nullish() };

/** What careful people said is in a deal's files (`gold.json`; LABELS.md beside the deals says what each label means). */
export const Gold = z.object({
  commitments: z.array(
    Quoted.extend({
      ...grouped,
      speaker: z.string(),
      kind: z.string(),
      strength: z.string(),
      coverage: z.string(),
      clause: Quoted.nullable(),
      alt_clauses: z.array(Quoted).optional(),
    }),
  ),
  hard_negatives: z.array(Quoted.extend({ why: z.string() })),
  unsure: z.array(Quoted).default([]),
  flags: z.array(Quoted.extend({ ...grouped, type: z.string(), alt: z.array(z.string()).optional() })),
  scope: z.array(Quoted.extend({ status: z.string(), acceptance: z.unknown() })),
  questions: z.array(Quoted),
  stakeholders: z.array(Quoted.extend({ name: z.string(), influence: z.string() })),
  dependencies: z.array(Quoted.extend({ kind: z.string(), owner: z.string() })),
  success_metrics: z.array(Quoted),
  buyer_goal: z.array(Quoted),
  prompt_injections: z.array(Quoted),
  signed_clauses: z.array(Quoted).default([]),
  neutral_names: z.array(z.string()).default([]),
});
export type Gold = z.infer<typeof Gold>;

export const DealFile = z.object({
  files: z.array(z.object({ path: z.string(), kind: z.string(), signed: z.boolean() })),
  people: z.array(z.object({ name: z.string(), side: z.string() })),
});
