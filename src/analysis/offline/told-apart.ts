import type { Clause } from './clauses.ts';
import type { Quantity } from './quantities.ts';

/** What tells two clauses of one kind apart: phase 1 and phase 2 do not contradict each other. */
const LABEL =
  /\b(level|phase|tier|grade|category|class|stage|version|priority|severity|site|lot|item|year|annex|schedule|milestone|instal?ment|batch|building|floor|option|p|sev) ?#?(\d+|[a-f]|one|two|three|four|first|second|third)\b/gu;
/** The beginning and the end of one thing have dates of their own. */
const BEGINS = /\b(?:start\w*|begin\w*|commenc\w*|opens?|opened|put up|installed|issued|received|kick-?off)\b/u;
const ENDS =
  /\b(?:ends?|ended|taken down|removed|clos(?:es|ed)|finish\w*|complet\w+|expir\w+|returned|handed over|until)\b/u;

const endsOf = ({ low }: Clause): string => `${BEGINS.test(low) ? 'begins' : ''}${ENDS.test(low) ? 'ends' : ''}`;

/** Only one of them, or neither, says whether it begins or ends. */
export const sameEnd = (a: Clause, b: Clause): boolean =>
  endsOf(a) === endsOf(b) || endsOf(a) === '' || endsOf(b) === '';

/** Names of places, people and products: capitalised within a sentence. */
const namesIn = ({ text }: Clause): string[] =>
  [...text.matchAll(/(?<=[\p{Ll},\d)] )\p{Lu}\p{L}+/gu)].map((m) => m[0].toLowerCase());

/** Each names what the other does not: two depots, two sites. */
export function namesDiffer(a: Clause, b: Clause): boolean {
  const [mine, others] = [namesIn(a), namesIn(b)];
  const only = (names: string[], { low }: Clause): boolean =>
    names.some((name) => !low.includes(name) && !MONTH.test(name));
  return only(mine, b) && only(others, a);
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|eur|usd|gbp|chf)$/u;

/** `4 test users` and `2 key users` are users of two kinds. */
export const otherKind = (a: Quantity, b: Quantity): boolean => {
  const between = ({ text }: Quantity): string => text.split(' ').slice(1, -1).join(' ');
  return a.dimension === 'count' && between(a) !== '' && between(b) !== '' && between(a) !== between(b);
};

/** `priority 1` in the one, `priority 3` in the other. */
export function toldApart(a: Clause, b: Clause): boolean {
  const labels = ({ low }: Clause): [string, string][] => [...low.matchAll(LABEL)].map((m) => [m[1] ?? '', m[2] ?? '']);
  const others = labels(b);
  return labels(a).some(([kind, value]) => {
    const same = others.filter(([other]) => other === kind);
    return same.length > 0 && !same.some(([, other]) => other === value);
  });
}
