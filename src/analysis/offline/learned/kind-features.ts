import { quantities } from '../quantities.ts';
import type { Row } from './linear.ts';
import { DENSE, pairs } from './said-features.ts';
import { tokensOf } from './tokens.ts';
import { meanVector } from './word-vectors.ts';

/** What tells the kind of a promise or a clause: its words, what it measures, and the words that it answers. */
export function kindFeatures(text: string, context: string): Row {
  const words = tokensOf(text);
  const asked = tokensOf(context);
  return {
    features: [
      ...words,
      ...pairs(words),
      ...quantities(text).map(({ dimension }) => `%${dimension}`),
      ...asked.map((word) => `q:${word}`),
    ],
    dense: [...meanVector(words), ...meanVector(asked)].map((value) => value * DENSE),
  };
}
