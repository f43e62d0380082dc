import type { ScopeItem } from '../../handoff/analysis.ts';
import { BLOCKERS } from './blockers.ts';
import { type Clause, EXCLUDING, EXCLUDING_HEADING } from './clauses.ts';
import { cite, plain } from './evidence.ts';
import type { Utterance } from './utterances.ts';

const SCOPE_HEADING =
  /\b(?:scope|in-scope|deliverables?|will deliver|services?|statement of work|what (?:we|you|the \w+) (?:will )?(?:deliver|get|receive|provide)|work packages?|included|schedule 1|order form|specification)\b/u;
const OTHER_HEADING =
  /\b(?:levels?|accept\w*|responsib\w*|cooperation|terms|fees?|payment|dates|schedule of|timeline|staffing|people|organi[sz]ation|reporting|background|general|warrant\w*|compliance|change procedure|annex|transition|ownership|master|liabilit\w*|exhibit)\b/u;
export const ASSUMES =
  /\b(?:assum\w+|presuppos\w+|holds? only if|provided that|on (?:the )?condition|conditional (?:up)?on|subject to (?:timely|the customer|receipt|availability)|depends? on|prerequisites?|relies on|if and when the)\b/u;
const VAGUE =
  /\b(?:reasonable (?:assistance|efforts?|support|help)|as (?:needed|appropriate|required|necessary|agreed|applicable)|to the (?:usual|customary|necessary) extent|usual extent|etc\b|and so on|and similar|best efforts?|where (?:possible|appropriate|feasible)|if (?:possible|feasible)|appropriate (?:support|help|assistance)|some (?:support|help)|general (?:support|assistance)|ongoing (?:help|advice))/u;
const ADDS =
  /\b(?:is|are) (?:hereby )?(?:added|included|extended)\b|\bhands over\b|\bwill (?:deliver|provide|install|supply|build|configure|migrate)\b/u;
const DUTY_OF_BUYER = /^(?:the )?(?:customer|client|buyer|purchaser)\b/u;

/** Where acceptance is spoken of. */
const ACCEPTANCE =
  /\b(?:accept(?:ed|ance)|acceptance criteria|is (?:deemed )?complete when|sign(?:ed)?[- ]off when|passes? (?:the )?(?:checklist|test))\b/u;

/** What the signed documents say is in, out, assumed or left open, and what was refused in talk. Four places, never one. */
export function findScope(clauses: Clause[], said: Utterance[]): ScopeItem[] {
  const accepting = clauses.filter(({ low, heading }) => ACCEPTANCE.test(low) || ACCEPTANCE.test(heading));
  const signed = clauses.flatMap((clause): ScopeItem[] => {
    const status = statusOf(clause);
    if (!status) return [];
    const acceptance = status === 'in' ? acceptanceOf(clause, accepting) : undefined;
    return [
      {
        status,
        text: plain(clause.text),
        acceptance: plain(acceptance?.text ?? ''),
        evidence: [cite(clause), ...(acceptance ? [cite(acceptance)] : [])],
      },
    ];
  });
  const refused = said
    .filter(refuses)
    .map(
      (utterance): ScopeItem => ({ status: 'out', text: utterance.text, acceptance: '', evidence: [cite(utterance)] }),
    );
  return [...signed, ...refused];
}

function statusOf(clause: Clause): ScopeItem['status'] | undefined {
  const { low, heading, source } = clause;
  if (clause.general || low.endsWith(':')) return undefined;
  const listed = low.split(' ').length >= 2;
  if (EXCLUDING_HEADING.test(heading)) return listed ? 'out' : undefined;
  if (ASSUMES.test(low)) return 'assumption';
  const changes =
    source.kind === 'change_order' || /change order|amendment/u.test(source.name.toLowerCase().replace(/[-_]/gu, ' '));
  const priced = source.kind === 'order_form' && PRICED.test(heading);
  const inScope =
    priced ||
    (SCOPE_HEADING.test(heading) && !OTHER_HEADING.test(heading)) ||
    (ADDS.test(low) && (changes || /transition|deliver/u.test(heading)) && !DUTY_OF_BUYER.test(low));
  if (!inScope || !listed || TOTAL.test(low)) return undefined;
  if (EXCLUDING.test(low)) return 'out';
  return VAGUE.test(low) ? 'ambiguous' : 'in';
}

/** The head of a table of what was ordered. */
const PRICED = /\b(?:item|product|description|service)\b.*\b(?:qty|quantity|price|amount)\b/u;
const TOTAL =
  /^[^\p{L}]*(?:sub)?total\b|^\W*(?:customer|provider|client|supplier|effective date|initial term|reference|currency|parties):|^fixed price|^signed/u;

/** The acceptance clause that shares most with the item, when one speaks of it. */
function acceptanceOf(item: Clause, accepting: Clause[]): Clause | undefined {
  let best: { clause: Clause; score: number } | undefined;
  for (const clause of accepting) {
    if (clause === item) continue;
    const shared = [...item.terms].filter((term) => clause.terms.has(term));
    const score =
      shared.filter((term) => !term.startsWith('@')).length +
      0.6 * shared.filter((term) => term.startsWith('@')).length;
    if (score >= Math.max(1.5, 0.25 * item.terms.size) && score > (best?.score ?? 0)) best = { clause, score };
  }
  return best?.clause;
}

/** A seller's plain refusal: `that isn't in this one`, `we don't do X`. */
function refuses({ side, low }: Utterance): boolean {
  if (side !== 'vendor' || low.split(' ').length < 5) return false;
  if (/\?$/u.test(low)) return false;
  return (
    /\b(?:isn't|is not|aren't|are not|not) (?:in (?:this|the) (?:one|scope|price|contract|package)|part of (?:this|the)|included)\b|\bwe don't (?:do|author|offer|support|go near|touch|cover|write|include)\b|\bout of scope\b/u.test(
      low,
    ) && !BLOCKERS.some(({ id, pattern }) => id === 'hypothetical' && pattern.test(low))
  );
}
