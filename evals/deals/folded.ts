/** White space and word characters as Unicode defines them; JavaScript's `\w` knows ASCII only. */
const SPACES = /(?:(?!\ufeff)\s|\u0085)+/gu;
const WORDS = /[\p{L}\p{N}_]+/gu;

/** White space folded to one space and trimmed. */
export const fold = (text: string): string => text.replace(SPACES, ' ').replace(/^ | $/gu, '');

/** Where each word of a text starts, ascending. */
export const wordStarts = (text: string): number[] => Array.from(text.matchAll(WORDS), ({ index }) => index);

/** How many words white space parts. */
export const countWords = (text: string): number => fold(text).split(' ').filter(Boolean).length;

/** Index of the first value that is not below `wanted` in an ascending list. */
export function firstFrom(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
