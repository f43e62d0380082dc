import { opposite } from '../conflict.ts';
import { agree, type Quantity } from '../quantities.ts';
import type { Prepared, PreparedClause } from './prepared.ts';
import { cosine, likeness } from './word-vectors.ts';

/** How much of `from`'s meaning stands in `to`: each word by its nearest word there. */
function held(from: Prepared, to: readonly string[], least: number): number {
  let sum = 0;
  let total = 0;
  from.words.forEach((word, i) => {
    const weight = from.weights[i] ?? 0;
    total += weight;
    let best = 0;
    for (const other of to) best = Math.max(best, likeness(word, other));
    if (best > least) sum += weight * best;
  });
  return total > 0 ? sum / total : 0;
}

export const shareOf = (from: Prepared, to: ReadonlySet<string>, weigh: (stem: string) => number): number => {
  let sum = 0;
  let total = 0;
  for (const one of from.stems) {
    const weight = weigh(one);
    total += weight;
    if (to.has(one)) sum += weight;
  }
  return total > 0 ? sum / total : 0;
};

const NOT =
  /\b(?:not|no|never|nor|neither|none|without|cannot|n't|except|unless|excluding|excluded|exclusive of|other than)\b|n't\b/u;
const MAY = /\b(?:may|can|could|entitled|permitted|right to|free to|allowed)\b/u;
const MUST = /\b(?:shall|must|will|agrees? to|undertakes?|is to|are to|required|obliged)\b/u;
const PRICED =
  /\b(?:charged?|payable|fees?|rates?|cost|costs|invoiced|billed|quoted|priced?|per hour|per day)\b|[$£€]|\b(?:usd|eur|gbp|chf)\b/u;
const FREE =
  /\b(?:free|no (?:extra |additional )?(?:charge|cost|fee)|without (?:charge|cost)|nothing|on us|on the house|our (?:cost|expense)|at no|included)\b/u;
const EXTRA =
  /\b(?:additional|extra|separate|separately|optional|change (?:request|order)|surcharge|by agreement|on request)\b/u;
const ONLY = /\b(?:only|solely|limited|maximum|at most|up to|exclusively|capped?|not exceed)\b/u;
const BUYER = /^(?:[\W\d]*)(?:the )?(?:customer|client|buyer|purchaser|company|licensee|receiving party|recipient)\b/u;
const REGARDLESS =
  /\b(?:whether or not|regardless|irrespective|notwithstanding|even if|without (?:the )?(?:need|requirement))\b/u;
const ALL = /\b(?:all|any|every|each|always|whole|entire|unlimited|whenever|anytime)\b/u;
const DIMS = ['date', 'duration', 'percent', 'money', 'rate', 'count'] as const;
/** Cosine of two distributions. */
const alikeness = (a: readonly number[], b: readonly number[]): number => {
  const dot = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
};
const flag = (value: boolean): number => (value ? 1 : 0);

/** Names of `pairFeatures`, in its order: what a tree of `models/coverage-*.json` splits on. */
export const PAIR_FEATURES = [
  'said_share',
  'said_share_heading',
  'context_share',
  'clause_share',
  'said_held',
  'said_held_heading',
  'context_held',
  'clause_held',
  'cosine',
  'cosine_heading',
  'cosine_context',
  'rank',
  'margin',
  'excluded',
  'general',
  'not_said',
  'not_clause',
  'not_differs',
  'may_clause',
  'must_clause',
  'may_said',
  'must_said',
  'priced_clause',
  'free_said',
  'free_clause',
  'free_against_price',
  'extra_clause',
  'only_clause',
  'all_said',
  'buyer_clause',
  'opposite',
  'said_length',
  'clause_length',
  'agreeing',
  'differing',
  'smaller',
  'larger',
  'noun_differs',
  'values_said',
  'values_clause',
  'about_alike',
  'about_alike_asked',
  'permitted_but_forbidden',
  'forbidden_but_permitted',
  'required_but_free',
  'regardless_clause',
  ...DIMS.map((dim) => `differs_${dim}`),
  ...DIMS.map((dim) => `agrees_${dim}`),
] as const;
// … then the first eleven again as shares of the document's highest, and five on how the clause stands among the others.

/** Place of a clause among all by likeness: 0 is the nearest; `margin` is how far behind the nearest. */
export type Standing = { rank: number; margin: number };

export function pairFeatures(
  said: Prepared,
  context: Prepared | undefined,
  clause: PreparedClause,
  standing: Standing,
  weigh: (stem: string) => number,
): number[] {
  const headed = clause.heading ? [...clause.words, ...clause.heading.words] : clause.words;
  const asked = new Set([...said.stems, ...(context?.stems ?? [])]);
  const askedWords = context ? [...said.words, ...context.words] : said.words;
  const [notSaid, notClause] = [NOT.test(said.low), NOT.test(clause.low)];
  const [freeSaid, pricedClause, freeClause] = [FREE.test(said.low), PRICED.test(clause.low), FREE.test(clause.low)];
  const values = compare(said.quantities, clause.quantities);
  return [
    shareOf(said, clause.stems, weigh),
    shareOf(said, clause.headed, weigh),
    context ? shareOf(context, clause.headed, weigh) : 0,
    shareOf(clause, asked, weigh),
    held(said, clause.words, 0.35),
    held(said, headed, 0.35),
    context ? held(context, headed, 0.35) : 0,
    held(clause, askedWords, 0.35),
    cosine(said.vector, clause.vector),
    clause.heading ? cosine(said.vector, clause.heading.vector) : 0,
    context ? cosine(context.vector, clause.vector) : 0,
    standing.rank,
    standing.margin,
    flag(clause.excluded),
    flag(clause.general),
    flag(notSaid),
    flag(notClause),
    flag(notSaid !== notClause),
    flag(MAY.test(clause.low)),
    flag(MUST.test(clause.low)),
    flag(MAY.test(said.low)),
    flag(MUST.test(said.low)),
    flag(pricedClause),
    flag(freeSaid),
    flag(freeClause),
    flag(freeSaid && pricedClause && !freeClause),
    flag(EXTRA.test(clause.low)),
    flag(ONLY.test(clause.low)),
    flag(ALL.test(said.low)),
    flag(BUYER.test(clause.low)),
    flag(opposite(said.low, context?.low ?? '', clause.low) !== undefined),
    Math.min(40, said.words.length),
    Math.min(80, clause.words.length),
    values.agreeing,
    values.differing,
    values.smaller,
    values.larger,
    values.nounDiffers,
    said.quantities.length,
    clause.quantities.length,
    alikeness(said.kinds, clause.kinds),
    context ? alikeness(context.kinds, clause.kinds) : 0,
    flag(MAY.test(said.low) && !notSaid && notClause && MUST.test(clause.low)),
    flag(notSaid && MAY.test(clause.low) && !notClause),
    flag(MUST.test(said.low) && !notSaid && MAY.test(clause.low) && !MUST.test(clause.low)),
    flag(REGARDLESS.test(clause.low)),
    ...DIMS.map((dim) => flag(values.differs.has(dim))),
    ...DIMS.map((dim) => flag(values.agrees.has(dim))),
  ];
}

function compare(said: readonly Quantity[], clause: readonly Quantity[]) {
  const out = {
    agreeing: 0,
    differing: 0,
    smaller: 0,
    larger: 0,
    nounDiffers: 0,
    differs: new Set<string>(),
    agrees: new Set<string>(),
  };
  for (const value of said) {
    if (value.dimension === 'count' && value.value <= 1) continue;
    const rivals = clause.filter(
      ({ dimension, noun }) => dimension === value.dimension && (dimension !== 'count' || noun === value.noun),
    );
    if (rivals.length === 0) {
      if (value.dimension === 'count' && clause.some(({ dimension }) => dimension === 'count')) out.nounDiffers += 1;
      continue;
    }
    if (rivals.some((rival) => agree(value, rival))) {
      out.agreeing += 1;
      out.agrees.add(value.dimension);
      continue;
    }
    out.differing += 1;
    out.differs.add(value.dimension);
    const least = Math.min(...rivals.map(({ value }) => value));
    if (least < value.value) out.smaller += 1;
    else out.larger += 1;
  }
  return out;
}
