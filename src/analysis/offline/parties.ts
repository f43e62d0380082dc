import type { Clause } from './clauses.ts';
import type { People } from './people.ts';

/** Who is meant in the signed documents, as alternatives of a pattern tried on lower case: `customer|buyer|shire`. */
export type Parties = { buyer: string; seller: string };

const BUYER = ['your', 'customer', 'client', 'buyer', 'purchaser', 'employer', 'licensee', 'lessee', 'you'];
const SELLER = [
  'seller',
  'supplier',
  'vendor',
  'provider',
  'contractor',
  'consultant',
  'licensor',
  'lessor',
  'we',
  'our',
];
/** A name with the words that stand for it from then on: `Birch Dairy ("the Dairy")`, `Sunfield Ltd (Sunfield)`. */
const DEFINED = /\(([^()]{3,80})\)/gu;
/** How far before the bracket the name may begin. */
const REACH = 160;
const QUOTED = /["“”]([^"“”]{2,40})["“”]/gu;
const BARE = /^(?:(?:hereinafter|hereafter),? )?(?:the )?['‘*]*(\p{Lu}[\p{L}&-]*(?: \p{Lu}[\p{L}&-]*)?)['’*]*$/u;
/** A text of nothing but definitions must not make every later search slow. */
const MOST_NAMES = 40;
const LEGAL_FORM = /^(?:the|ltd|inc|llc|gmbh|plc|group|company|limited|corporation)$/u;

/** The words for both sides: roles, the first word of each name, and what the contract says it calls them. */
export function partiesOf(clauses: Clause[], people?: People): Parties {
  const buyer = first(people?.customer);
  const seller = first(people?.vendor);
  const sides = {
    buyer: [...BUYER, ...buyer, ...kinds(people?.customer)],
    seller: [...SELLER, ...seller, ...kinds(people?.vendor)],
  };
  const defined: { side: 'buyer' | 'seller'; word: string }[] = [];
  for (const { text } of clauses) {
    if (!text.includes('(')) continue;
    for (const match of text.matchAll(DEFINED)) {
      const [all, inside = ''] = match;
      const before = text.slice(Math.max(0, match.index - REACH), match.index);
      const low = `${before.slice(Math.max(before.lastIndexOf('('), before.lastIndexOf(')')) + 1)}${all}`.toLowerCase();
      const theirs = buyer.some((one) => low.includes(one));
      const ours = seller.some((one) => low.includes(one));
      if (theirs === ours) continue;
      const bare = BARE.exec(inside)?.[1];
      const words = bare ? [bare] : [...inside.matchAll(QUOTED)].map(([, word = '']) => word);
      for (const word of words)
        defined.push({ side: theirs ? 'buyer' : 'seller', word: word.toLowerCase().replace(/^the /u, '') });
    }
  }
  for (const { side, word } of defined) {
    const against = side === 'buyer' ? sides.seller : sides.buyer;
    if (sides[side].length < MOST_NAMES && !against.includes(word) && !sides[side].includes(word))
      sides[side].push(word);
  }
  return {
    buyer: [...fullName(people?.customer), ...sides.buyer.map(escaped)].join('|'),
    seller: [...fullName(people?.vendor), ...sides.seller.map(escaped)].join('|'),
  };
}

/** `birch dairy` before `birch` alone: what follows the name must not be part of it. */
function fullName(name = ''): string[] {
  const [head, ...more] = wordsOf(name);
  return head && more.length > 0 ? [`${escaped(head)}(?:[ ,.&]+(?:${more.map(escaped).join('|')}))+`] : [];
}

/** `the Museum` for Thornbury Museum: only with its article, since the word alone may mean any. */
const kinds = (name = ''): string[] =>
  wordsOf(name)
    .slice(1)
    .filter((word) => word.length > 3 && !LEGAL_FORM.test(word))
    .map((word) => `the ${word}`);

const first = (name = ''): string[] =>
  wordsOf(name)
    .filter((word) => word.length > 2 && !LEGAL_FORM.test(word))
    .slice(0, 1);

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .filter(Boolean);

const escaped = (word: string): string => word.replace(/[-[\]{}()*+?.\\^$|]/gu, '\\$&');
