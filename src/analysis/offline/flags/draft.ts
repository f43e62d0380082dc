import type { Evidence, Flag } from '../../../handoff/analysis.ts';
import type { FlagType, Severity } from '../../../handoff/vocabulary.ts';

/** A flag before it has its number. */
export type FlagDraft = Omit<Flag, 'id'>;

/** Why a flag of this type matters to the people who deliver. */
const WHY: Record<FlagType, string> = {
  implied_promise: 'The buyer may rely on it, and nobody has planned or priced it.',
  contradiction: 'The buyer was told one thing and signed another; delivery would be held to both.',
  missing_acceptance_criteria: 'Without a test that both sides know, nobody can say when this is done.',
  unowned_requirement: 'Work waits for this, and nobody is named to do it.',
  scope_exception: 'It was approved outside the contract, so delivery will not find it in the scope it plans from.',
  ambiguous_deliverable: 'The wording leaves the extent open, and the buyer will read it widely.',
  timeline_assumption: 'The date holds only on a condition that delivery has not agreed to or cannot steer.',
  buried_concession: 'Money or terms were given away outside the signed price.',
  unusual_support: 'It asks for people at times or places that the signed service does not staff.',
  unsupported_guarantee: 'A result was promised that the signed documents do not carry.',
  legal_language: 'It binds the company legally and needs somebody who may decide that.',
  access_risk: 'Access that is shared or unowned is a security risk and delays the start.',
  missing_input: 'Kickoff cannot be prepared without it.',
  unclear_owner: 'Each side thinks that the other does it.',
  customer_politics: 'People on the buyer’s side want different things, and delivery walks into it.',
  feasibility: 'Somebody who must build it doubts that it can be done as said.',
};

export function draft(
  type: FlagType,
  severity: Severity,
  rule: string,
  text: string,
  evidence: Evidence[],
  commitment: string | null = null,
): FlagDraft {
  return { type, severity, text, why: WHY[type], rule, commitment, evidence };
}
