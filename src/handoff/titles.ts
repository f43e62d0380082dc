import type { CommitmentKind, FlagType, SourceKind } from './vocabulary.ts';

/** What a flag is, as a person would say it. */
export const typeTitle: Record<FlagType, string> = {
  implied_promise: 'Promise not in the contract',
  contradiction: 'Promise against the contract',
  missing_acceptance_criteria: 'No acceptance criteria',
  unowned_requirement: 'Requirement without an owner',
  scope_exception: 'Exception to the scope',
  ambiguous_deliverable: 'Deliverable left open',
  timeline_assumption: 'Date that rests on an assumption',
  buried_concession: 'Discount or concession',
  unusual_support: 'Unusual support expectation',
  unsupported_guarantee: 'Guarantee without backing',
  legal_language: 'Legal or regulated wording',
  access_risk: 'Access risk',
  missing_input: 'Something is missing',
  unclear_owner: 'Owner unclear',
  customer_politics: 'Customer politics',
  feasibility: 'Doubt that it can be built',
};

export const kindTitle: Record<CommitmentKind, string> = {
  timeline: 'timeline',
  deliverable: 'deliverable',
  customization: 'customisation',
  integration: 'integration',
  service_level: 'service level',
  performance_guarantee: 'performance guarantee',
  price_payment: 'price and payment',
  training: 'training',
  support: 'support',
  transition_change: 'transition and change',
  staffing: 'staffing',
  data_migration: 'data migration',
  legal_warranty: 'legal and warranty',
};

export const sourceTitle: Record<SourceKind, string> = {
  contract: 'contract',
  sow: 'statement of work',
  order_form: 'order form',
  change_order: 'change order',
  proposal: 'proposal',
  call: 'call transcript',
  email: 'mail',
  crm_note: 'CRM note',
  deal_desk: 'deal-desk note',
  slack_thread: 'Slack thread',
  kickoff_note: 'kickoff note',
  cs_requirement: 'customer-success requirement',
  answer: 'answer',
};
