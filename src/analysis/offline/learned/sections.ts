import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { linearModel } from './linear.ts';
import { modelFile } from './model-file.ts';
import { textFeatures } from './text-features.ts';

export const SECTIONS = ['acceptance', 'in_scope', 'risk', 'out_of_scope', 'open_question'] as const;
export type Section = (typeof SECTIONS)[number];

/** How sections follow one another, as logarithms: `start` and `prior` per section, `next[a][b]` from one to the other. */
export const Order = z.object({
  start: z.array(z.number()),
  prior: z.array(z.number()),
  next: z.array(z.array(z.number())),
});
export type Order = z.infer<typeof Order>;

/** How loud a line's own words are beside the order of its document. */
const OWN = 0.7;
let order: Order | undefined;

/** The section that each line of one document belongs to, read in order and without headings (Viterbi over a learned order). */
export function sectionsOf(lines: readonly string[]): Section[] {
  order ??= Order.parse(JSON.parse(readFileSync(modelFile('sections-order.json'), 'utf8')));
  const model = linearModel('sections');
  return inOrder(
    lines.map((line) => model.of(textFeatures(line))),
    order,
  );
}

/** The likeliest sequence for the lines' own probabilities. */
export function inOrder(shares: readonly (readonly number[])[], { start, prior, next }: Order): Section[] {
  const own = shares.map((line) => SECTIONS.map((_, c) => OWN * (Math.log((line[c] ?? 0) + 1e-3) - (prior[c] ?? 0))));
  const back: number[][] = [];
  let best = SECTIONS.map((_, c) => (start[c] ?? 0) + (own[0]?.[c] ?? 0));
  for (const line of own.slice(1)) {
    const from: number[] = [];
    const earlier = best;
    best = SECTIONS.map((_, c) => {
      let top = Number.NEGATIVE_INFINITY;
      earlier.forEach((score, p) => {
        const sum = score + (next[p]?.[c] ?? 0);
        if (sum > top) {
          top = sum;
          from[c] = p;
        }
      });
      return top + (line[c] ?? 0);
    });
    back.push(from);
  }
  const path: number[] = own.length > 0 ? [best.indexOf(Math.max(...best))] : [];
  for (const from of back.reverse()) path.unshift(from[path[0] ?? 0] ?? 0);
  return path.flatMap((c) => SECTIONS[c] ?? []);
}
