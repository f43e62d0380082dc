/** What a person typed into the search field, taken apart. Names are as typed, in lower case, without `@` and `#`. */
export interface SearchQuery {
  terms: string[];
  from: string[];
  in: string[];
  has: string[];
  /** Days, `YYYY-MM-DD`, in the zone of the person who asks. */
  before: string | null;
  after: string | null;
  on: string | null;
}

const PART = /(?:(from|in|has|before|after|on):)?(?:"([^"]*)"|(\S+))/gi;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Letters without case and accents, so that `resume` finds `Résumé`. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Reads `"a phrase" from:@priya in:#sales after:2026-11-01 has:file`. A filter that cannot be read counts as a word. */
export function readQuery(typed: string): SearchQuery {
  const query: SearchQuery = { terms: [], from: [], in: [], has: [], before: null, after: null, on: null };
  for (const [whole, key = '', quoted, bare = ''] of typed.matchAll(PART)) {
    const name = key.toLowerCase();
    const value = folded(quoted ?? bare).trim();
    if (name === 'from' || name === 'in' || name === 'has') query[name].push(value.replace(/^[@#:]|:$/g, ''));
    else if ((name === 'before' || name === 'after' || name === 'on') && DAY.test(value)) query[name] = value;
    else if (value) query.terms.push(name ? folded(whole) : value);
  }
  return query;
}
