import { isDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { junkReason } from '../junk.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../sealed.ts';
import type { Handoff, QuestionState } from '../state.ts';
import { type Context, personOf, requireMember, requireText, today } from './context.ts';

const questionOf = (handoff: Handoff, id: string): QuestionState => {
  const found = handoff.questions.find((one) => one.id === id);
  if (!found) throw new Refusal('no_such_question', 'I do not know this question.');
  return found;
};

const mayTouch = (handoff: Handoff, context: Context, question: QuestionState, what: string): void => {
  if (personOf(context) !== question.owner) requireMember(handoff, context, what);
};

export const askQuestion = (handoff: Handoff, command: CommandOf<'ask_question'>, context: Context): HandoffEvent[] => {
  requireMember(handoff, context, 'ask a question here');
  const text = requireText(command.text, 'text', 'Write the question.');
  if (!isDate(command.due) || command.due < today(context))
    throw new Refusal('past_due', 'Choose today or a later day.', { due: 'Choose today or a later day.' });
  return [
    {
      type: 'question.opened',
      id: context.newId('q'),
      text: words(text),
      owner: command.owner,
      due: command.due,
      blocking: command.blocking,
      origin: 'person',
      flag: null,
      evidence: { sealed: [] },
    },
  ];
};

export const answerQuestion = (
  handoff: Handoff,
  command: CommandOf<'answer_question'>,
  context: Context,
): HandoffEvent[] => {
  const question = questionOf(handoff, command.id);
  mayTouch(handoff, context, question, 'answer this question');
  if (question.answer)
    throw new Refusal('already_answered', `<@${question.answer.by}> already answered this. Nothing was changed.`);
  const junk = junkReason(command.text);
  if (junk !== null) throw new Refusal('junk_answer', junk, { text: junk });
  const source = requireText(command.source, 'source', 'Say where the answer comes from: a person, a mail, a page.');
  const answered: HandoffEvent = {
    type: 'question.answered',
    id: command.id,
    text: words(command.text.trim()),
    source: words(source),
  };
  // what the customer says is not yet a decision: the flag that asked stands open again
  const asked = handoff.flags.find((one) => one.flag.id === question.flag && one.decided?.decision === 'ask_customer');
  return asked
    ? [{ type: 'flag.reopened', flag: asked.flag.id, because: 'customer_answered', reason: words('') }, answered]
    : [answered];
};

export const assignQuestion = (
  handoff: Handoff,
  command: CommandOf<'assign_question'>,
  context: Context,
): HandoffEvent[] => {
  const question = questionOf(handoff, command.id);
  mayTouch(handoff, context, question, 'pass this question on');
  if (question.answer) throw new Refusal('already_answered', 'This question is answered already.');
  return question.owner === command.owner ? [] : [{ type: 'question.assigned', id: command.id, owner: command.owner }];
};
