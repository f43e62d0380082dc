import type { Passage } from '../../handoff/source.ts';
import { letterEnd, type Reduced, reduced, type Writing } from './reduced.ts';

export type Range = { start: number; end: number };

/** A passage that is not found costs a search of the whole file; a file of such passages would never end. */
const MOST_MISSES = 50;

/** The passages with their places in the file's decoded text, where it holds them in one piece. In the order of the file. */
export function withRanges(passages: Passage[], original: string, writing: Writing): Passage[] {
  const whole = reduced(original, writing);
  let from = 0;
  let misses = 0;
  return passages.map((passage) => {
    if (misses > MOST_MISSES) return passage;
    const { letters } = reduced(passage.text);
    let at = whole.letters.indexOf(letters, from);
    if (at < 0 && from > 0) at = whole.letters.indexOf(letters);
    if (at < 0 || letters === '') {
      misses += 1;
      return passage;
    }
    from = at + letters.length;
    return { ...passage, range: rangeOf(whole, at, letters.length, original, writing) };
  });
}

/** Where a quote of a passage stands in the file's decoded text; undefined where the passage has no range or not this quote. */
export function quoteRange(passage: Passage, quote: string, original: string, writing: Writing): Range | undefined {
  if (!passage.range) return undefined;
  const { start, end } = passage.range;
  const piece = original.slice(start, end);
  const whole = reduced(piece, writing);
  const { letters } = reduced(quote);
  const at = letters === '' ? -1 : whole.letters.indexOf(letters);
  if (at < 0) return undefined;
  const found = rangeOf(whole, at, letters.length, piece, writing);
  return { start: start + found.start, end: start + found.end };
}

function rangeOf({ places }: Reduced, at: number, length: number, text: string, writing: Writing): Range {
  return { start: places[at] ?? 0, end: letterEnd(text, places[at + length - 1] ?? 0, writing) };
}
