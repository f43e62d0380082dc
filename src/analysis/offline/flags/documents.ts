import type { Commitment, Dependency, ScopeItem } from '../../../handoff/analysis.ts';
import type { Clause } from '../clauses.ts';
import { isPassive } from '../dependencies.ts';
import { cite } from '../evidence.ts';
import type { NoteLine } from '../notes.ts';
import { ASSUMES } from '../scope.ts';
import { lowered } from '../words.ts';
import { draft, type FlagDraft } from './draft.ts';

const DATED =
  /\b(?:schedule|dates?|launch|go-?live|timeline|weeks?|transition|milestones?|plan|start|completion|delivery|deadline|handover|commission\w*|install\w*)\b/u;
const HEAVY_LEGAL =
  /\b(?:indemnif\w+|hold harmless|will defend\b.*claims?|not limited\b(?! to)|unlimited(?: liability)?|liquidated damages of|penalt(?:y|ies) of|fitness for|step-in rights?|most favou?red|sole control)\b/u;
/** Work made to order: without a test it ends in an argument. */
const MADE_TO_ORDER =
  /\b(?:custom\w*|bespoke|to be (?:specified|defined|agreed|determined)|development|person-days|redirects?|reports?|integration|interface|dashboard|migration|design|animation|prototype|configuration of)\b/u;
const MOST_UNTESTED = 3;

/** Flags that the signed documents raise by themselves. */
export function documentFlags(clauses: Clause[], scope: ScopeItem[], dependencies: Dependency[]): FlagDraft[] {
  const ambiguous = scope
    .filter(({ status }) => status === 'ambiguous')
    .map(({ text, evidence }) =>
      draft('ambiguous_deliverable', 'medium', 'document.vague_extent', `“${text}” does not say how much.`, evidence),
    );
  const untested = scope
    .filter(({ status, acceptance, text }) => status === 'in' && !acceptance && MADE_TO_ORDER.test(lowered(text)))
    .map((item) => ({
      item,
      weight:
        (/to be (?:specified|defined|agreed)|days|up to/u.test(lowered(item.text)) ? 1 : 0) +
        (/custom|bespoke|develop/u.test(lowered(item.text)) ? 1 : 0),
    }))
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
  const assumed = clauses
    .filter(({ low, general }) => !general && ASSUMES.test(low) && DATED.test(low))
    .map((clause) =>
      draft('timeline_assumption', 'medium', 'document.dates_rest_on', `The dates rest on this: “${clause.text}”`, [
        cite(clause),
      ]),
    );
  const legal = clauses
    .filter(({ low }) => HEAVY_LEGAL.test(low) && !/\bsurviv/u.test(low) && low.split(' ').length >= 6)
    .slice(0, 4)
    .map((clause) =>
      draft('legal_language', 'medium', 'document.heavy_liability', `Heavy legal undertaking: “${clause.text}”`, [
        cite(clause),
      ]),
    );
  const unowned = dependencies
    .filter(
      ({ owner, text }) => owner === 'unclear' && (isPassive(lowered(text)) || /\bhas to|must\b/u.test(lowered(text))),
    )
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
