import type { Row } from './linear.ts';
import { DENSE, pairs } from './said-features.ts';
import { tokensOf } from './tokens.ts';
import { meanVector } from './word-vectors.ts';

/** What a learned model sees of a line that stands alone: its words, pairs, beginning, end and length. */
export function textFeatures(text: string): Row {
  const words = tokensOf(text);
  const end = text
    .trim()
    .slice(-1)
    .replace(/[\p{L}\d]/u, 'a');
  return {
    features: [
      ...words,
      ...pairs(words),
      `^${words[0] ?? ''}`,
      `^${words[0] ?? ''}_${words[1] ?? ''}`,
      `$${end}`,
      `length:${Math.min(9, Math.floor(2 * Math.log2(words.length + 1)))}`,
    ],
    dense: Array.from(meanVector(words), (value) => value * DENSE),
  };
}
