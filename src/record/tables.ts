import { bool, int, table, text } from '#cols';

/** Migration 0002 creates these; a test compares the two column by column. JSON that is hashed is kept as its exact text. */
export const events = table('events', {
  position: int('position').primaryKey(),
  handoffId: text('handoff_id').notNull(),
  seq: int('seq').notNull(),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  type: text('type').notNull(),
  data: text('data').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
});

export const sealed = table('sealed', {
  ref: text('ref').primaryKey(),
  handoffId: text('handoff_id').notNull(),
  salt: text('salt').notNull(),
  body: text('body').notNull(),
});

export const handoffs = table('handoffs', {
  id: text('id').primaryKey(),
  dealId: text('deal_id').notNull(),
  dealKey: text('deal_key').notNull(),
  name: text('name').notNull(),
  customer: text('customer').notNull(),
  dealType: text('deal_type').notNull(),
  stage: text('stage').notNull(),
  score: int('score').notNull(),
  ready: bool('ready').notNull(),
  kickoffDate: text('kickoff_date').notNull(),
  kickoffScheduled: bool('kickoff_scheduled').notNull(),
  accountOwner: text('account_owner').notNull(),
  deliveryLead: text('delivery_lead').notNull(),
  approver: text('approver'),
  revision: int('revision').notNull(),
  packetVersion: int('packet_version').notNull(),
  openedAt: text('opened_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const channels = table('channels', {
  channel: text('channel').primaryKey(),
  handoffId: text('handoff_id').notNull(),
});

export const flags = table('flags', {
  id: text('id').notNull(),
  handoffId: text('handoff_id').notNull(),
  type: text('type').notNull(),
  severity: text('severity').notNull(),
  rule: text('rule').notNull(),
  commitmentId: text('commitment_id'),
  status: text('status').notNull(),
  decision: text('decision'),
  text: text('text').notNull(),
});

export const commitments = table('commitments', {
  id: text('id').notNull(),
  handoffId: text('handoff_id').notNull(),
  kind: text('kind').notNull(),
  strength: text('strength').notNull(),
  verdict: text('verdict').notNull(),
  standing: text('standing').notNull(),
  speaker: text('speaker').notNull(),
  text: text('text').notNull(),
});

export const openQuestions = table('open_questions', {
  id: text('id').notNull(),
  handoffId: text('handoff_id').notNull(),
  owner: text('owner').notNull(),
  due: text('due').notNull(),
  blocking: bool('blocking').notNull(),
  answered: bool('answered').notNull(),
  text: text('text').notNull(),
  answer: text('answer'),
  answerSource: text('answer_source'),
});

export const signoffs = table('signoffs', {
  handoffId: text('handoff_id').notNull(),
  party: text('party').notNull(),
  version: int('version').notNull(),
  signedBy: text('signed_by').notNull(),
  at: text('at').notNull(),
  voidedBecause: text('voided_because'),
});

export const openItems = table('open_items', {
  id: text('id').primaryKey(),
  handoffId: text('handoff_id').notNull(),
  user: text('user').notNull(),
  code: text('code').notNull(),
  about: text('about').notNull(),
  text: text('text').notNull(),
  due: text('due').notNull(),
});

export const sources = table('sources', {
  id: text('id').notNull(),
  handoffId: text('handoff_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  kindGuessed: bool('kind_guessed').notNull(),
  signed: bool('signed').notNull(),
  sha256: text('sha256').notNull(),
  size: int('size').notNull(),
  addedBy: text('added_by').notNull(),
  link: text('link'),
});

export const passages = table('passages', {
  handoffId: text('handoff_id').notNull(),
  sourceId: text('source_id').notNull(),
  position: int('position').notNull(),
  id: text('id').notNull(),
  body: text('body').notNull(),
});

export const nudges = table('nudges', {
  handoffId: text('handoff_id').notNull(),
  user: text('user').notNull(),
  kickoffDate: text('kickoff_date').notNull(),
  days: int('days').notNull(),
  at: text('at').notNull(),
});

export const digests = table('digests', {
  slot: text('slot').notNull(),
  handoffId: text('handoff_id').notNull(),
  score: int('score').notNull(),
});

/** What people made of flags, by the rule that raised them and by the kind of source they were read in. No word of a customer's. */
export const detectorOutcomes = table('detector_outcomes', {
  handoffId: text('handoff_id').notNull(),
  about: text('about').notNull(),
  name: text('name').notNull(),
  accepted: int('accepted').notNull(),
  rejected: int('rejected').notNull(),
});

/** Which deal a thread of a direct conversation is about; migration 0004. */
export const askedThreads = table('asked_threads', {
  channel: text('channel').notNull(),
  thread: text('thread').notNull(),
  handoffId: text('handoff_id').notNull(),
  at: text('at').notNull(),
});
