import type { Clause } from './clauses.ts';
import { cite, plain } from './evidence.ts';
import { draft, type FlagDraft } from './flags/draft.ts';
import { precedenceOf } from './precedence.ts';
import { agree, type Quantity } from './quantities.ts';
import { namesDiffer, otherKind, sameEnd, toldApart } from './told-apart.ts';

/** Two clauses of different documents on one subject, and the values in which they differ. */
type Disagreement = { a: Clause; b: Clause; said: Quantity; other: Quantity };

/** Says itself that it changes what another document says: no disagreement, but the newer word. */
const AMENDING =
  /\b(?:amend\w*|supersed\w*|replac(?:es|ed|ing)\b|in place of|instead of|notwithstanding|(?:changed|moved|postponed|extended|increased|reduced) (?:from|to)\b|in deviation from|deviating from|unless (?:otherwise|the order form|the statement of work)|change order)\b/u;
/** Concepts that name a subject by themselves, with the dimension in which a contract settles it. */
const SUBJECTS: Partial<Record<string, Quantity['dimension']>> = {
  '@terms': 'duration',
  '@availability': 'percent',
  '@golive': 'date',
  '@fulltime': 'percent',
};
/** Of the rarer clause's words, weighted by how rare they are, so much must stand in the other one. */
const SAME_SUBJECT = 0.62;
const SAME_WITH_CONCEPT = 0.34;
const WHOLLY = 0.9;
/** Somebody must settle each: more than these are one quarrel about two drafts. */
const MOST = 6;

/**
 * Flags for signed clauses of different documents that give one thing two values. Clauses that say that they amend, and documents
 * that do, are no disagreement; an order-of-precedence clause is named with the document that prevails by it.
 */
export function contractConflicts(clauses: Clause[]): FlagDraft[] {
  const amending = new Set(
    clauses
      .filter((clause) => clause.source.kind === 'change_order' || declaresAmendment(clause))
      .map((one) => one.source),
  );
  const usable = clauses
    .map(uniform)
    .filter(
      ({ source, general, excluded, low, quantities }) =>
        !amending.has(source) && !general && !excluded && quantities.length > 0 && !AMENDING.test(low),
    );
  if (new Set(usable.map(({ source }) => source)).size < 2) return [];
  const weight = weights(usable);
  return disagreements(usable, weight)
    .slice(0, MOST)
    .map((found) => flagOf(found, clauses));
}

const declaresAmendment = ({ low }: Clause): boolean =>
  /\bthis (?:amendment|addendum|change order|variation)\b|\b(?:amends|is (?:hereby )?amended|are (?:hereby )?amended)\b/u.test(
    low,
  );

/** So many clauses at least, and a fifth of all, may share a word before it says nothing of their subject. */
const COMMON = 60;

/** How rare a term is among the signed clauses: 1 where it stands in one or two of them, 0 where it is everywhere. */
function weights(clauses: Clause[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of clauses) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const top = Math.log(1 + clauses.length / 2);
  const common = Math.max(COMMON, clauses.length / 5);
  return (term) => {
    const count = counts.get(term) ?? 1;
    return count > common ? 0 : Math.min(1, Math.log(1 + clauses.length / Math.max(2, count)) / top);
  };
}

/** Verbs whose forms no stem brings together. */
const FORMS: Partial<Record<string, string>> = {
  kept: 'keep',
  held: 'hold',
  paid: 'pay',
  sent: 'send',
  built: 'build',
  given: 'giv',
  made: 'mak',
};
const uniform = (clause: Clause): Clause => ({
  ...clause,
  terms: new Set([...clause.terms].map((term) => FORMS[term] ?? term)),
});

const isWord = (term: string): boolean => !term.startsWith('@');

const wordsOf = ({ terms }: Clause): string[] => [...terms].filter(isWord);

const sharedWords = (a: Clause, b: Clause): number => wordsOf(a).filter((term) => b.terms.has(term)).length;

function isSameSubject(a: Clause, b: Clause, { dimension }: Quantity, alike: number): boolean {
  const named = [...a.terms].some((term) => b.terms.has(term) && SUBJECTS[term] === dimension);
  if (named) return alike >= SAME_WITH_CONCEPT && sharedWords(a, b) >= 1;
  const words = sharedWords(a, b);
  // one word is a subject where it is all that the shorter clause speaks of, and the field has a name for it
  if (words === 1) return alike >= WHOLLY && [...a.terms].some((term) => !isWord(term) && b.terms.has(term));
  return alike >= SAME_SUBJECT && words >= 2;
}

type Near = { clause: Clause; alike: number };

/**
 * For each clause the one of another document that shares most with it: the weight of the shared words as a part of that of the
 * clause that has fewer. Goes by the words, so that clauses without a common one are never held against each other.
 */
function nearest(clauses: Clause[], weight: (term: string) => number): Map<Clause, Near> {
  const sums = clauses.map((clause) =>
    Math.max(
      0.001,
      wordsOf(clause).reduce((all, term) => all + weight(term), 0),
    ),
  );
  const holders = new Map<string, number[]>();
  clauses.forEach((clause, at) => {
    for (const term of wordsOf(clause)) {
      const list = holders.get(term);
      if (list) list.push(at);
      else holders.set(term, [at]);
    }
  });
  const best = new Map<Clause, Near>();
  clauses.forEach((clause, at) => {
    const shared = new Map<number, number>();
    for (const term of wordsOf(clause)) {
      const value = weight(term);
      if (value > 0) for (const other of holders.get(term) ?? []) shared.set(other, (shared.get(other) ?? 0) + value);
    }
    for (const [other, sum] of [...shared].sort(([a], [b]) => a - b)) {
      const rival = clauses[other];
      if (!rival || rival.source === clause.source) continue;
      const alike = sum / Math.min(sums[at] ?? 1, sums[other] ?? 1);
      if (alike > (best.get(clause)?.alike ?? 0)) best.set(clause, { clause: rival, alike });
    }
  });
  return best;
}

function disagreements(clauses: Clause[], weight: (term: string) => number): Disagreement[] {
  const best = nearest(clauses, weight);
  const out: Disagreement[] = [];
  for (const a of clauses) {
    const near = best.get(a);
    const b = near?.clause;
    // each is the other's nearest: a clause that merely shares words with many is nobody's rival
    if (!near || !b || best.get(b)?.clause !== a || out.some((one) => one.a === b)) continue;
    const pair = rivals(a, b);
    if (pair && isSameSubject(a, b, pair.said, near.alike)) out.push({ a, b, ...pair });
  }
  return out;
}

/** The one value of a dimension in each clause, where they differ; nothing where a clause names several or they are told apart. */
function rivals(a: Clause, b: Clause): { said: Quantity; other: Quantity } | undefined {
  if (toldApart(a, b) || namesDiffer(a, b)) return undefined;
  for (const said of a.quantities) {
    const mine = a.quantities.filter((one) => comparable(said, one));
    const others = b.quantities.filter((one) => comparable(said, one));
    const [other] = others;
    if (
      mine.length === 1 &&
      others.length === 1 &&
      other &&
      !agree(said, other) &&
      !otherKind(said, other) &&
      (said.dimension !== 'date' || sameEnd(a, b))
    )
      return { said, other };
  }
  return undefined;
}

const comparable = (a: Quantity, b: Quantity): boolean =>
  a.dimension === b.dimension && (a.dimension !== 'count' || (a.noun !== '' && a.noun === b.noun));

function flagOf({ a, b, said, other }: Disagreement, clauses: Clause[]): FlagDraft {
  const rule = precedenceOf(clauses, a.source, b.source);
  const prevails = rule ? (rule.prevails === a.source ? said : other) : undefined;
  const ends = rule
    ? ` ${rule.prevails.name} prevails by the order of precedence, so ${prevails?.text ?? 'its value'} holds.`
    : ' No clause says which document prevails.';
  return draft(
    'contradiction',
    rule ? 'medium' : 'high',
    'document.contracts_disagree',
    `${a.source.name} says ${said.text}, ${b.source.name} says ${other.text}: “${plain(a.text)}” against “${plain(b.text)}”.${ends}`,
    [cite(a), cite(b), ...(rule ? [cite(rule.clause)] : [])],
  );
}
