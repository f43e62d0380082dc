import type { People } from '../people.ts';
import type { Names } from './tokens.ts';

const SIDES = ['vendor', 'customer', 'third'] as const;

/** The people and firms of a deal as what they are: `#vendor` for one of the seller's people, `#seller` for the firm. */
export function nameTokens(people: People): Names {
  const tokens = new Map<string, string>();
  for (const side of SIDES) for (const name of people.names(side)) tokens.set(name, `#${side}`);
  for (const [firm, token] of [
    [people.vendor, '#seller'],
    [people.customer, '#buyer'],
  ] as const)
    for (const word of firm.toLowerCase().split(/[^\p{L}]+/u))
      if (word.length > 3 && !tokens.has(word)) tokens.set(word, token);
  return (word) => tokens.get(word);
}
