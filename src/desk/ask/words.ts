import type { Answer } from '../../analysis/answering/index.ts';
import { longestQuestion } from '../../analysis/answering/index.ts';
import type { Commitment } from '../../handoff/analysis.ts';
import type { Standing } from '../../handoff/state.ts';

/** Said to who may not ask, and to who names a deal that is not there: the two cannot be told apart. */
export const unknownDeal =
  'I know no handoff of yours to look in. Ask in a handoff’s channel, or name a deal in which you have a role.';

/** Where others read along, nothing is said of a deal. */
export const elsewhere =
  'I answer about a deal in its own channel, or privately: `/handoff ask` and your question, or a direct message to me.';

export const unclear: Record<Extract<Answer, { kind: 'unclear' }>['why'], string> = {
  empty: 'Ask me something about the deal, for example “What was said about training?”',
  too_long: `That is more than I can look up at once. Ask one thing, in up to ${longestQuestion} characters.`,
  no_subject:
    'I need a word to look for: a thing, a person, a date. For example “When does the training start?” or “Who signs for the customer?”',
  not_english:
    'I understand questions in English only, so far. Ask me again in English; what I find I quote in its own language.',
};

export const standingWords: Record<Standing, string> = {
  covered: 'confirmed: it is in the contract',
  deliver: 'decided: we deliver it',
  not_sold: 'decided: not sold',
  change_order: 'decided: by change order',
  asked: 'the customer was asked',
  not_a_promise: 'decided: not a promise',
  proposed: 'nobody has decided this yet',
};

const coverageWords = ({ coverage }: Commitment): string | null => {
  switch (coverage.verdict) {
    case 'covered':
      return null;
    case 'contradicted':
      return 'a signed document says otherwise';
    case 'not_covered':
      return 'no signed document carries it';
    case 'excepted':
      return 'an exception was made for it';
  }
};

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Where a promise stands, for the line below its quote. */
export const standsAs = (commitment: Commitment, standing: Standing): string => {
  const parts = [coverageWords(commitment), standingWords[standing]].filter((one) => one !== null).join('; ');
  return `${capital(parts)}.`;
};
