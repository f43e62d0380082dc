import { z } from 'zod';
import { data, rowsOf } from './jsonl.ts';

const Pair = z.object({
  doc: z.string(),
  hyp: z.string(),
  promise: z.string(),
  label: z.enum(['covered', 'contradicts', 'not_covered']),
  evidence: z.array(z.number().int()),
});
const Doc = z.object({ id: z.string(), spans: z.array(z.string()) });
export type NliPair = z.infer<typeof Pair> & { spans: string[] };

/** ContractNLI's development pairs with the spans of their contracts (CC BY 4.0, see `evals/data/public/LICENCES.md`). */
export function nliPairs(): NliPair[] {
  const docs = new Map(rowsOf(data('public/contractnli_docs.jsonl.gz'), Doc).map(({ id, spans }) => [id, spans]));
  return rowsOf(data('public/contractnli_pairs.jsonl.gz'), Pair).map((pair) => ({
    ...pair,
    spans: docs.get(pair.doc) ?? [],
  }));
}
