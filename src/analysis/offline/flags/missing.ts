import type { SuccessMetric } from '../../../handoff/analysis.ts';
import type { Source } from '../../../handoff/source.ts';
import { openings } from '../evidence.ts';
import { isSigned } from '../utterances.ts';
import { lowered } from '../words.ts';
import { draft, type FlagDraft } from './draft.ts';

const FIRST_MONTH =
  /\b(?:30|thirty) days\b[^.]*\b(?:success|criteri\w*|goal|target|milestone)|\bsuccess[^.]{0,40}\b(?:30|thirty) days\b|\bsuccess (?:criteria|metrics?)\b|\bfirst milestone\b/u;
const SIGNER =
  /\b(?:signs? off|sign-?off\b.{0,20}\b(?:person|by|is)\b|gives? (?:\w+ )?(?:sign-?off|approval)|approver|acceptance is given by|signatory)\b/u;
const REVIEWED =
  /\b(?:delivery (?:review|sign-?off|acknowledg\w*)(?: (?:done|complete|given))|reviewed by delivery|implementation (?:sign-?off|review)(?: (?:done|given)))\b/u;

/** What every handoff needs and no source gives. Cites the opening of each source that was searched. */
export function missingFlags(sources: Source[], metrics: SuccessMetric[]): FlagDraft[] {
  const signed = sources.filter(isSigned);
  const all = sources.flatMap(({ passages }) => passages.map(({ text }) => lowered(text)));
  const has = (pattern: RegExp) => all.some((low) => pattern.test(low));
  const out: FlagDraft[] = [];
  const cited = openings(signed);
  const searched = cited.length ? cited : openings(sources);
  // Nothing was read: there is nothing to cite, and the empty deal shows by itself.
  if (searched.length === 0) return out;
  if (signed.length === 0)
    out.push(
      draft(
        'missing_input',
        'high',
        'missing.signed_document',
        'No signed contract, statement of work or order form is among the sources.',
        openings(sources),
      ),
    );
  if (!has(FIRST_MONTH))
    out.push(
      draft(
        'missing_input',
        'medium',
        'missing.first_month_success',
        metrics.length
          ? 'Goals are named, but no success criteria for the first 30 days.'
          : 'No source gives success criteria for the first 30 days.',
        searched,
      ),
    );
  if (!has(SIGNER))
    out.push(
      draft(
        'missing_input',
        'medium',
        'missing.signoff_person',
        'No source names the person who signs off for the customer.',
        searched,
      ),
    );
  if (!has(REVIEWED))
    out.push(
      draft(
        'missing_input',
        'low',
        'missing.delivery_review',
        'No source records that delivery has reviewed what was sold.',
        searched,
      ),
    );
  return out;
}
