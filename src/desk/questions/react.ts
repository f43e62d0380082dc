import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';

/** The message "Open questions" comes with the first analysis or the first question, and follows what happens to them. */
export const questionReaction: Reaction = ({ before, after, recorded }) => {
  const stands = after.analysis !== null || after.questions.length > 0;
  const stood = before !== null && (before.analysis !== null || before.questions.length > 0);
  const touched = recorded.some(
    ({ event }) => event.type.startsWith('question.') || event.type === 'handoff.cancelled',
  );
  return stands && (touched || !stood) ? [wanted.questions(after.id)] : [];
};
