import type { Commitment, Dependency, ScopeItem } from '../../../handoff/analysis.ts';
import type { Clause } from '../clauses.ts';
import { cite } from '../evidence.ts';
import { PLANNED } from '../extent.ts';
import type { NoteLine } from '../notes.ts';
import { unmarked } from '../subjects.ts';
import { lowered } from '../words.ts';
import { draft, type FlagDraft } from './draft.ts';

const HEAVY_LEGAL =
  /\b(?:indemnif\w+|(?:hold|holds|held|keep|keeps)\b.{0,60}\bharmless|(?:will|shall) defend\b.{0,80}\bclaims?|(?:waives?|renounces?|releases?|relinquish\w*)\b.{0,80}\b(?:claims?|recourse|liability)|(?:not limited|without (?:\w+ )?(?:cap|limit|limitation))\b(?! to)|uncapped|unlimited(?: liability)?|liquidated damages of|penalt(?:y|ies) of|(?:bears?|pays?|carr(?:y|ies)|assumes?|covers?) (?:all|any|every) (?:the )?(?:costs?|loss\w*|risks?|claims?|damages?|fines?|expenses?)|(?:how|what)soever|of whatever (?:kind|nature)|(?:even (?:if|where|though)|including where|whether or not)\b.{0,60}\bneglig\w+|(?:alone|solely|exclusively) (?:answers?|liable|responsible)|(?:answers?|liable|responsible) alone|fitness for|step-in rights?|most favou?red|sole control)\b/u;
/** Work made to order: without a test it ends in an argument. */
const MADE_TO_ORDER =
  /\b(?:custom\w*|bespoke|tailor\w*|individual|to be (?:specified|defined|agreed|determined)|re-?(?:work|draw|design|build)\w*|develop\w*|person-days|redirects?|reports?|integrat\w*|interfaces?|connect\w*|dashboards?|migrat\w*|designs?|animations?|prototypes?|configur\w*|artwork|modules?|portals?|screens?|guides?|manuals?|playbooks?|software|scripts?|rules|templates?|drawings?|documentation|plans?|models?|films?|videos?|websites?|apps?|layouts?)\b/u;
/** What is had by being there: nobody tests it. */
const ATTENDED =
  /\b(?:training\w*|sessions?|workshops?|meetings?|visits?|licen[cs]es?|subscriptions?|support|hypercare|hotline|retainer|manager|engineer|consultants?|status calls?|class(?:es)?|interviews)\b/u;
/** It carries its own measure. */
const MEASURED = /%|\bper cent\b|\b(?:within|at least|or better|or more)\b/u;
const CUSTOM = /\b(?:custom\w*|bespoke|tailor\w*|develop\w*|to be (?:specified|defined|agreed|determined))\b/u;
const COUNTED =
  /(?<![\p{L}\d])\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b|\b(?:as|in) (?:listed|set out|described|specified)\b/u;
const MOST_UNTESTED = 4;
const MOST_LEGAL = 6;

/** Flags that the signed documents raise by themselves. */
export function documentFlags(clauses: Clause[], scope: ScopeItem[], dependencies: Dependency[]): FlagDraft[] {
  const ambiguous = scope
    .filter(({ status }) => status === 'ambiguous')
    .map(({ text, evidence }) =>
      draft('ambiguous_deliverable', 'medium', 'document.vague_extent', `“${text}” does not say how much.`, evidence),
    );
  const untested = scope
    .filter(({ status, acceptance }) => status === 'in' && !acceptance)
    .map((item) => ({ item, weight: openness(unmarked(lowered(item.text))) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_UNTESTED)
    .map(({ item }) =>
      draft(
        'missing_acceptance_criteria',
        'medium',
        'document.no_acceptance',
        `No acceptance criteria for “${item.text}”`,
        item.evidence,
      ),
    );
  const assumed = scope
    .filter(({ status, text }) => status === 'assumption' && PLANNED.test(lowered(text)))
    .map(({ text, evidence }) =>
      draft(
        'timeline_assumption',
        'medium',
        'document.dates_rest_on',
        `What this says must hold for the dates: “${text}”`,
        evidence,
      ),
    );
  const legal = clauses
    .filter(({ low }) => HEAVY_LEGAL.test(low) && !/\bsurviv/u.test(low) && low.split(' ').length >= 6)
    .slice(0, MOST_LEGAL)
    .map((clause) =>
      draft('legal_language', 'medium', 'document.heavy_liability', `Heavy legal undertaking: “${clause.text}”`, [
        cite(clause),
      ]),
    );
  const unowned = dependencies
    .filter(({ owner }) => owner === 'unclear')
    .map(({ text, evidence }) =>
      draft(
        'unowned_requirement',
        'medium',
        'document.passive_duty',
        `Nobody is named to do this: “${text}”`,
        evidence,
      ),
    );
  return [...ambiguous, ...untested, ...assumed, ...legal, ...unowned];
}

/** How much a line of scope leaves to argue about: made to order, uncounted, and said in few words. At most 2.9; 0 where nobody would test it. */
function openness(low: string): number {
  if (ATTENDED.test(low) || MEASURED.test(low)) return 0;
  const brief = 0.9 / Math.max(1, low.split(' ').length);
  if (COUNTED.test(low)) return CUSTOM.test(low) ? 2 + brief : 0;
  return 1 + (CUSTOM.test(low) || MADE_TO_ORDER.test(low) ? 1 : 0) + brief;
}

const MONEY =
  /\b(?:net \d+|discount|fee\b|fees\b|price|waive\w*|freight|budget|payment|invoice|refund|credit|rebate|skonto)\b/u;
const WORK =
  /\b(?:train\w*|days?\b.*(?:free|consultant|specialist|support)|template|fit-gap|redraw|install\w*|fitted|workshop|visit|help|session|on-site)\b/u;

/** Approved exceptions that no promise found has brought up yet. */
export function exceptionFlags(notes: NoteLine[], commitments: Commitment[]): FlagDraft[] {
  const known = new Set(
    commitments.flatMap(({ coverage }) =>
      coverage.verdict === 'excepted' && coverage.clause ? [`${coverage.clause.source}|${coverage.clause.quote}`] : [],
    ),
  );
  return notes
    .filter(({ approval, source, text }) => approval === 'approved' && !known.has(`${source.id}|${text}`))
    .map((line) => {
      const type = MONEY.test(line.low) && !WORK.test(line.low) ? 'buried_concession' : 'scope_exception';
      return draft(type, 'medium', 'note.approved_exception', `Approved outside the signed documents: “${line.text}”`, [
        cite(line),
      ]);
    });
}
