import { rarity } from './word-vectors.ts';

const TOKEN = /\p{L}+(?:['’ʼ]\p{L}+)*|\d[\d.,:/]*\d|\d|[?!$£€%]/gu;
const SHORT = /^(.+?)(n't|'(?:ll|re|ve|m|d|s))$/u;
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half'.split(
    ' ',
  ),
);
const MONTHS = new Set(
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const SPANS = new Set(
  'minute hour day week month quarter year fortnight'.split(' ').flatMap((word) => [word, `${word}s`]),
);

/** What a word names, by its lower-case form: `#vendor`, `#customer` for the people and firms of a deal. */
export type Names = (word: string) => string | undefined;

/**
 * The words of a text for a learned model: lower case, `we'll` in two, figures and number words as `#`, months, weekdays and
 * spans of time each as one, and names as what they stand for: nothing is left that belongs to one deal alone.
 */
export function tokensOf(text: string, names?: Names): string[] {
  const out: string[] = [];
  for (const [raw] of text.matchAll(TOKEN)) {
    const word = raw.toLowerCase().replace(/[’ʼ]/gu, "'");
    const [, stem, ending] = SHORT.exec(word) ?? [];
    out.push(plain(stem ?? word, raw, out.length > 0, names));
    if (ending) out.push(ending);
  }
  return out;
}

function plain(word: string, raw: string, inside: boolean, names: Names | undefined): string {
  if (/^\d/u.test(word) || NUMBERS.has(word)) return '#';
  if (MONTHS.has(word)) return '#month';
  if (DAYS.has(word)) return '#weekday';
  if (SPANS.has(word)) return '#span';
  const named = names?.(word);
  if (named) return named;
  return inside && /^\p{Lu}\p{Ll}/u.test(raw) && rarity(word) > 0.4 ? '#name' : word;
}
