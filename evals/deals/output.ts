import { z } from 'zod';

const Cited = z.object({ source: z.string().nullish(), quote: z.string().nullish() });
const Item = z.object({ evidence: z.array(Cited).default([]), text: z.string().optional() });
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

/** An analysis as far as it is scored; sections may be missing. */
export const Output = z.object({
  sources: list(z.object({ id: z.string(), name: z.string().nullish(), sha256: z.string().nullish() })),
  commitments: list(
    Item.extend({
      kind: z.string().optional(),
      speaker: z.string().nullish(),
      side: z.string().optional(),
      strength: z.string().optional(),
      coverage: z.object({ verdict: z.string().optional(), clause: Cited.nullish() }).optional(),
    }),
  ),
  flags: list(Item.extend({ type: z.string() })),
  scope: list(Item.extend({ status: z.string() })),
  questions: list(Item),
  stakeholders: list(Item.extend({ name: z.string().default(''), influence: z.string().optional() })),
  dependencies: list(Item.extend({ kind: z.string().optional(), owner: z.string().optional() })),
  successMetrics: list(Item),
  buyerIntent: list(Item),
});
export type Output = z.infer<typeof Output>;
/** An item with the quotes of its evidence that stand in the files they name. */
export type Grounded<T> = T & { found: Place[] };
export type Place = { file: string; quote: string };
