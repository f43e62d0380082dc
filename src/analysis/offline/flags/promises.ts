import type { Commitment } from '../../../handoff/analysis.ts';
import type { FlagType, Severity } from '../../../handoff/vocabulary.ts';
import { lowered } from '../words.ts';
import { draft, type FlagDraft } from './draft.ts';

/** Which flag an uncovered promise raises, by its kind. */
const UNCOVERED: Partial<Record<Commitment['kind'], { type: FlagType; severity: Severity }>> = {
  timeline: { type: 'timeline_assumption', severity: 'high' },
  price_payment: { type: 'buried_concession', severity: 'high' },
  support: { type: 'unusual_support', severity: 'medium' },
  service_level: { type: 'unusual_support', severity: 'high' },
  performance_guarantee: { type: 'unsupported_guarantee', severity: 'high' },
  legal_warranty: { type: 'legal_language', severity: 'high' },
};
const GIVES_MONEY =
  /\b(?:net \d+|discount|fee\b|fees\b|price|waive\w*|freight|budget|passes|skonto|payment|invoice|refund|credit|rebate|bill)\b/u;
const GIVES_WORK = /\b(?:day|training|fit|template|visit)\b/u;

/** One flag for each promise that the signed documents do not carry as it was said. */
export function promiseFlags(commitments: Commitment[]): FlagDraft[] {
  return commitments.flatMap((commitment) => flagOf(commitment) ?? []);
}

function flagOf(commitment: Commitment): FlagDraft | undefined {
  const { coverage, kind, strength, id } = commitment;
  const evidence = [...commitment.evidence, ...(coverage.clause ? [coverage.clause] : [])];
  // the words alone: what the contract says of them stands in the coverage, beside it
  const said = `${commitment.speaker || 'The seller'}: “${commitment.text}”`;
  switch (coverage.verdict) {
    case 'covered':
      return undefined;
    case 'contradicted': {
      const severity = strength === 'explicit' ? 'high' : 'medium';
      return draft('contradiction', severity, 'promise.contradicted', said, evidence, id);
    }
    case 'excepted': {
      const note = lowered(coverage.clause?.quote ?? '');
      const type =
        GIVES_MONEY.test(note) && (kind === 'price_payment' || !GIVES_WORK.test(note))
          ? 'buried_concession'
          : 'scope_exception';
      return draft(type, 'medium', 'promise.excepted', said, evidence, id);
    }
    case 'not_covered': {
      const { type, severity } = UNCOVERED[kind] ?? {
        type: 'implied_promise' as const,
        severity: strength === 'explicit' ? ('high' as const) : ('medium' as const),
      };
      return draft(type, severity, commitment.rule, said, evidence, id);
    }
  }
}
