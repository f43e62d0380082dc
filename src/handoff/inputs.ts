import { z } from 'zod';
import type { Role } from './roles.ts';
import type { SourceKind } from './vocabulary.ts';

/** The inputs a handoff cannot do without (the eighth, the signoffs, is asked at the end), and one that sales is always asked. */
export const InputKey = z.enum([
  'agreement',
  'sales_notes',
  'buyer_goal',
  'scope',
  'stakeholders',
  'risks',
  'success_criteria',
  'stretch',
]);
export type InputKey = z.infer<typeof InputKey>;

/** Parts of an analysis that the answering person may take over with a tick. */
export const ProposalGroup = z.enum([
  'scope',
  'commitments',
  'stakeholders',
  'dependencies',
  'risks',
  'successMetrics',
  'buyerIntent',
]);
export type ProposalGroup = z.infer<typeof ProposalGroup>;

export interface InputSpec {
  key: InputKey;
  title: string;
  owner: Role;
  ask: string;
  why: string;
  example: string;
  /** Who else could know. */
  alsoKnows: string;
  /** A file of one of these kinds satisfies the input; empty: it is answered in words. */
  files: SourceKind[];
  proposals: ProposalGroup[];
}

export const inputSpecs: readonly InputSpec[] = [
  {
    key: 'agreement',
    title: 'Agreement and proposal',
    owner: 'account_owner',
    ask: 'Drop the signed agreement here: contract, statement of work or order form, with amendments if there are any.',
    why: 'Every promise is compared with it. Without it nothing counts as covered.',
    example: 'contract.pdf, SOW-1.docx, order form',
    alsoKnows: 'the deal desk',
    files: ['contract', 'sow', 'order_form', 'change_order'],
    proposals: [],
  },
  {
    key: 'sales_notes',
    title: 'Sales notes and calls',
    owner: 'account_owner',
    ask: 'Drop what was said on the way: call transcripts, mails, CRM notes, the proposal.',
    why: 'Promises are made in calls and mails long before anybody signs.',
    example: 'discovery-call.vtt, mail-thread.eml, crm-notes.md',
    alsoKnows: 'whoever was on the calls',
    files: ['call', 'email', 'crm_note', 'slack_thread', 'proposal', 'deal_desk', 'kickoff_note', 'cs_requirement'],
    proposals: [],
  },
  {
    key: 'buyer_goal',
    title: 'Buyer goal and urgency',
    owner: 'account_owner',
    ask: 'What does the buyer want to reach, and why now?',
    why: 'Delivery plans towards the goal, not only towards the clauses.',
    example: 'They must leave the old system before its licence ends in July; the board was told so.',
    alsoKnows: 'the champion on the customer’s side',
    files: [],
    proposals: ['buyerIntent'],
  },
  {
    key: 'scope',
    title: 'Sold scope and not-sold boundaries',
    owner: 'account_owner',
    ask: 'What was sold, and what was clearly not sold?',
    why: 'The boundary is where most rework starts.',
    example: 'Sold: migration of three years of records. Not sold: write-back to payroll, on-site training.',
    alsoKnows: 'the delivery lead',
    files: [],
    proposals: ['scope', 'commitments'],
  },
  {
    key: 'stakeholders',
    title: 'Stakeholder map',
    owner: 'account_owner',
    ask: 'Who decides, who uses it, who could stop it, and how do they like to be dealt with?',
    why: 'Delivery meets these people next week.',
    example: 'The finance director decides and wants numbers first; the site manager is against the date.',
    alsoKnows: 'whoever was on the calls',
    files: [],
    proposals: ['stakeholders'],
  },
  {
    key: 'risks',
    title: 'Risks, dependencies, open questions',
    owner: 'delivery_lead',
    ask: 'What could go wrong, and what does the work depend on?',
    why: 'Each needs an owner before kickoff.',
    example: 'The data export depends on a supplier whose contract ends in May; no owner named yet.',
    alsoKnows: 'the solutions engineer',
    files: [],
    proposals: ['risks', 'dependencies'],
  },
  {
    key: 'success_criteria',
    title: 'First-30-day success criteria',
    owner: 'delivery_lead',
    ask: 'How will the customer know after 30 days that it goes well?',
    why: 'It is the first thing the customer will judge.',
    example: 'Single sign-on live for the pilot group and 50 of 200 users trained by day 30.',
    alsoKnows: 'customer success',
    files: [],
    proposals: ['successMetrics'],
  },
  {
    key: 'stretch',
    title: 'Sold, but a stretch',
    owner: 'account_owner',
    ask: 'What was sold but is a stretch for delivery?',
    why: 'Said now it is a plan; found later it is a surprise.',
    example: 'The go-live date holds only if their data arrives by the 10th.',
    alsoKnows: 'the solutions engineer',
    files: [],
    proposals: [],
  },
];

const specs = new Map(inputSpecs.map((spec) => [spec.key, spec]));

export const inputSpec = (key: InputKey): InputSpec => {
  const spec = specs.get(key);
  if (!spec) throw new Error(`no specification for input ${key}`);
  return spec;
};

/** The input that a file of this kind settles. An agreement counts only when it is signed. */
export const inputOfFile = (kind: SourceKind, signed: boolean): InputKey | null =>
  inputSpecs.find((spec) => spec.files.includes(kind) && (spec.key !== 'agreement' || signed))?.key ?? null;

export const settledByFiles = (key: InputKey, sources: readonly { kind: SourceKind; signed: boolean }[]): boolean =>
  sources.some((one) => inputOfFile(one.kind, one.signed) === key);

export const SkipReason = z.enum(['does_not_apply', 'not_available_yet', 'covered_elsewhere', 'confidential']);
export type SkipReason = z.infer<typeof SkipReason>;

export const skipReasonTitle: Record<SkipReason, string> = {
  does_not_apply: 'Does not apply to this deal',
  not_available_yet: 'Not available yet',
  covered_elsewhere: 'Covered by another input',
  confidential: 'Confidential, handed over in person',
};
