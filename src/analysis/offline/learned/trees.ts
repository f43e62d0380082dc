import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { modelFile } from './model-file.ts';
import { softmax } from './softmax.ts';

/** A tree as flat rows: `[feature, threshold, left, right]`, or `[-1, value]` for a leaf; the root is row 0, children come later. */
const Tree = z
  .array(z.array(z.number()).min(2))
  .min(1)
  .refine((rows) =>
    rows.every(([feature = -1, , ...children], at) => feature < 0 || leadsOn(children, at, rows.length)),
  );
export type Tree = readonly (readonly number[])[];
const leadsOn = (children: readonly number[], at: number, rows: number): boolean =>
  children.length === 2 && children.every((child) => Number.isInteger(child) && child > at && child < rows);

export const Forest = z.object({
  classes: z.array(z.string()),
  bias: z.array(z.number()),
  rounds: z.array(z.array(Tree)),
});
export type Forest = { classes: readonly string[]; bias: readonly number[]; rounds: readonly (readonly Tree[])[] };

/** Probability of each class: sums of trees, one per class and round, through the softmax (Friedman 2001). */
export function probabilities({ bias, rounds }: Forest, features: readonly number[]): number[] {
  const scores = [...bias];
  for (const round of rounds)
    round.forEach((tree, c) => {
      scores[c] = (scores[c] ?? 0) + leaf(tree, features);
    });
  return softmax(scores);
}

/** The value of the leaf that the features lead to. */
export function leaf(tree: Tree, features: readonly number[]): number {
  let at = 0;
  for (;;) {
    const [feature = -1, value = 0, left = 0, right = 0] = tree[at] ?? [];
    if (feature < 0) return value;
    at = (features[feature] ?? 0) <= value ? left : right;
  }
}

/** `models/NAME.json`. Throws a ZodError for a file of another shape. */
export const forest = (name: string): Forest =>
  Forest.parse(JSON.parse(readFileSync(modelFile(`${name}.json`), 'utf8')));
