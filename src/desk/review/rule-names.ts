import { rulesIn } from '../../handoff/learning.ts';

/** What a rule looks for, in words that fit after “Found by:”. */
const names: Record<string, string> = {
  'promise.future': 'words about what will be done',
  'promise.receives': 'words about what the buyer gets',
  'promise.included': 'something called included',
  'promise.free': 'offer of free work',
  'promise.offer': 'offer to do something',
  'promise.assent': 'yes to what the customer asked',
  'promise.habit': 'habit stated as promise',
  'promise.reassurance': 'reassurance that it is no trouble',
  'promise.staff': 'somebody assigned to it',
  'promise.measured': 'a result named in numbers',
  'promise.reported': 'note that reports a promise',
  'promise.offered_item': 'item of an offer',
  'promise.other': 'wording of a promise',
  'promise.contradicted': 'comparison with the contract',
  'promise.excepted': 'approved exception',
  'document.contracts_disagree': 'comparison of the signed documents',
  'document.vague_extent': 'deliverable without an extent',
  'document.no_acceptance': 'deliverable without a test',
  'document.dates_rest_on': 'condition behind the dates',
  'document.heavy_liability': 'heavy legal undertaking',
  'document.passive_duty': 'duty without a name',
  'note.approved_exception': 'exception approved in a note',
  'note.nobody_named': 'note that names nobody',
  'talk.colleague_doubts': 'a colleague who doubts it',
  'talk.pointing': 'each side pointing at the other',
  'talk.nobody_takes_it': 'work that nobody takes',
  'talk.who_unanswered': 'question of who that stayed open',
  'talk.politics': 'signs of politics',
  'talk.shared_credentials': 'talk of shared credentials',
  'missing.signed_document': 'search for a signed document',
  'missing.first_month_success': 'search for the first month’s goals',
  'missing.signoff_person': 'search for who signs off',
  'missing.delivery_review': 'search for delivery’s review',
  'model.commitment': 'the language model',
  model: 'the language model',
};

/** An id that has no words yet reads as its last part: `promise.waives_fee` is “waives fee”. */
const spelled = (rule: string): string => (rule.split('.').at(-1) ?? rule).replace(/[_-]+/g, ' ').trim() || rule;

const nameOf = (rule: string): string => {
  const known = names[rule];
  if (known !== undefined) return known;
  // what only the model found is named by the model's word for it
  if (rule.startsWith('model.')) return `the language model (${names[rule.slice(6)] ?? spelled(rule)})`;
  return spelled(rule);
};

/** The rules behind a finding in words, each once: “offer of free work and the language model”. */
export const ruleName = (rule: string): string => [...new Set(rulesIn(rule).map(nameOf))].join(' and ');

/** `confidence` is 0–1. */
export const sureness = (confidence: number): string => {
  if (confidence >= 0.85) return 'quite sure';
  if (confidence >= 0.65) return 'fairly sure';
  return confidence >= 0.45 ? 'not so sure' : 'only a guess';
};
