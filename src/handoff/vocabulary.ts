import { z } from 'zod';

/** The field's standard words as closed sets. A zod schema and its type share a name. */

export const CommitmentKind = z.enum([
  'timeline',
  'deliverable',
  'customization',
  'integration',
  'service_level',
  'performance_guarantee',
  'price_payment',
  'training',
  'support',
  'transition_change',
  'staffing',
  'data_migration',
  'legal_warranty',
]);
export type CommitmentKind = z.infer<typeof CommitmentKind>;

export const FlagType = z.enum([
  'implied_promise',
  'contradiction',
  'missing_acceptance_criteria',
  'unowned_requirement',
  'scope_exception',
  'ambiguous_deliverable',
  'timeline_assumption',
  'buried_concession',
  'unusual_support',
  'unsupported_guarantee',
  'legal_language',
  'access_risk',
  'missing_input',
  'unclear_owner',
  'customer_politics',
  'feasibility',
]);
export type FlagType = z.infer<typeof FlagType>;

export const Severity = z.enum(['low', 'medium', 'high']);
export type Severity = z.infer<typeof Severity>;

export const CoverageVerdict = z.enum(['covered', 'contradicted', 'not_covered', 'excepted']);
export type CoverageVerdict = z.infer<typeof CoverageVerdict>;

export const SourceKind = z.enum([
  'contract',
  'sow',
  'order_form',
  'change_order',
  'proposal',
  'call',
  'email',
  'crm_note',
  'deal_desk',
  'slack_thread',
  'kickoff_note',
  'cs_requirement',
  'answer',
]);
export type SourceKind = z.infer<typeof SourceKind>;

export const Side = z.enum(['vendor', 'customer', 'third']);
export type Side = z.infer<typeof Side>;

export const Strength = z.enum(['explicit', 'implied']);
export type Strength = z.infer<typeof Strength>;

export const Influence = z.enum(['decision_maker', 'champion', 'blocker', 'user', 'technical', 'finance', 'unknown']);
export type Influence = z.infer<typeof Influence>;
