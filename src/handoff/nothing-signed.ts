import type { Analysis, Flag } from './analysis.ts';
import { isPromise } from './decisions.ts';
import { type Policy, votesNeeded } from './policy.ts';
import type { Handoff } from './state.ts';

export const isNothingSigned = (handoff: Handoff): boolean => !handoff.sources.some((one) => one.signed);

/** Whom *Deliver it* takes must not change because a paper is missing. */
const takesTheSame = (handoff: Handoff, flag: Flag, policy: Policy): boolean => {
  const deal = { value: handoff.deal.value, team: handoff.team };
  const needed = (severity: Flag['severity']) =>
    JSON.stringify(votesNeeded({ ...flag, severity }, 'deliver', deal, policy));
  return needed('high') === needed('medium');
};

/**
 * Where nothing is signed nothing can be covered, and that is one finding, not thirty: the missing document stays a high flag,
 * the promises that only lack a clause become medium ones.
 */
export const withNothingSigned = (handoff: Handoff, analysis: Analysis, policy: Policy): Analysis => {
  if (!isNothingSigned(handoff)) return analysis;
  return {
    ...analysis,
    commitments: analysis.commitments.map((one) =>
      one.coverage.verdict === 'not_covered'
        ? { ...one, coverage: { ...one.coverage, why: 'Not covered: nothing signed.' } }
        : one,
    ),
    flags: analysis.flags.map((flag) =>
      flag.severity === 'high' && isPromise(flag) && takesTheSame(handoff, flag, policy)
        ? { ...flag, severity: 'medium' }
        : flag,
    ),
  };
};
