import type { Source } from '../../handoff/source.ts';
import type { SourceKind } from '../../handoff/vocabulary.ts';
import type { Clause } from './clauses.ts';

const CONFLICT =
  /\b(?:conflict\w*|inconsisten\w+|discrepanc\w+|contradict\w*|order of (?:precedence|priority|prevalence))\b/u;
const PREVAILS =
  /\b(?:prevails?|takes? precedence|shall (?:govern|control)|governs|controls|order of (?:precedence|priority))\b/u;

/** How a precedence clause names a document of each kind. */
const UNSURE = /\b(?:no|not|never|nothing|neither|unless|except)\b/u;
const NAMES: Partial<Record<SourceKind, RegExp>> = {
  contract:
    /\b(?:(?:master|framework|services?|main|supply|purchase) (?:\w+ )?(?:agreement|contract|terms)|(?:this|the) (?:agreement|contract)|msa|general terms|terms and conditions)\b/gu,
  sow: /\b(?:statements? of work|sows?|work orders?|work descriptions?|scope of work)\b/gu,
  order_form: /\b(?:order forms?|purchase orders?|orders?|schedules?|annex(?:es)?)\b/gu,
  change_order: /\b(?:change orders?|amendments?|addend(?:um|a)|variations?)\b/gu,
};

/** Where the text first speaks of a document; undefined when it does not. */
const placeOf = ({ kind }: Source, text: string): number | undefined => {
  const pattern = NAMES[kind];
  return pattern && [...text.matchAll(pattern)][0]?.index;
};

/** Which of two documents prevails, and the clause that says so. `the SOW prevails over the agreement`, or a list in order. */
export function precedenceOf(
  clauses: Clause[],
  a: Source,
  b: Source,
): { prevails: Source; clause: Clause } | undefined {
  for (const clause of clauses) {
    // who never prevails, or only unless, is not told by the order of the words
    if (!CONFLICT.test(clause.low) || !PREVAILS.test(clause.low) || UNSURE.test(clause.low)) continue;
    const prevails = winner(clause, a, b);
    if (prevails) return { prevails, clause };
  }
  return undefined;
}

function winner({ low }: Clause, a: Source, b: Source): Source | undefined {
  if (a.kind === b.kind) return undefined;
  // the words before the verb name who prevails, those after it over whom: `between A and B, B prevails` is decided by the nearest
  const verb = /\b(?:prevails?|takes? precedence|shall (?:govern|control)|governs|controls)\b/u.exec(low);
  if (verb) {
    const before = low.slice(0, verb.index);
    const subject = before.slice(
      Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1,
    );
    const [first, second] = [placeOf(a, subject), placeOf(b, subject)];
    if (first !== undefined && second === undefined) return a;
    if (second !== undefined && first === undefined) return b;
  }
  const list = low.slice(Math.max(0, low.search(/\b(?:order of|following order|in this order)\b/u)));
  if (list === low) return undefined;
  const [first, second] = [placeOf(a, list), placeOf(b, list)];
  if (first === undefined || second === undefined) return undefined;
  return first < second ? a : b;
}
