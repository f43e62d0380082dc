import type { KnownBlock, ModalView } from '@slack/types';
import { businessDaysBefore } from '../../handoff/calendar.ts';
import type { Handoff, QuestionState } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { context, input, modal, notice, option, section, textInput } from '../kit/blocks.ts';
import { day, excerpt, mention } from '../kit/text.ts';
import { openQuestions, questionBlocks } from './blocks.ts';
import type { When } from './when.ts';

export const answerCallback = 'question.answer';
export const askCallback = 'question.ask';
export const assignCallback = 'question.assign';

/** A question that nobody can act on any more says so; the words are the domain's. */
const tooLate = (one: QuestionState | undefined): ModalView =>
  one?.answer
    ? notice('Already answered', `${mention(one.answer.by)} already answered this. Nothing was changed.`)
    : notice('No such question', 'I do not know this question.');

/** The question in full, and the flag it came from. */
const subject = (handoff: Handoff, one: QuestionState): KnownBlock[] => {
  const flag = handoff.flags.find((candidate) => candidate.flag.id === one.flag)?.flag;
  const quote = flag?.evidence[0]?.quote;
  return [
    section(`*${mrkdwn(excerpt(one.text, 2_500), 2_900)}*`),
    ...(quote ? [section(`>“${mrkdwn(excerpt(quote, 600), 2_000)}”`)] : []),
    context(
      `${mention(one.owner)} · due ${day(one.due, one.due)} · ${one.blocking ? 'kickoff waits for the answer' : 'kickoff does not wait for it'}`,
    ),
  ];
};

const find = (handoff: Handoff, id: string): QuestionState | undefined =>
  handoff.questions.find((one) => one.id === id);

export const answerQuestionModal = (handoff: Handoff, questionId: string): ModalView => {
  const one = find(handoff, questionId);
  if (!one || one.answer) return tooLate(one);
  return modal({
    callback: answerCallback,
    title: 'Answer',
    submit: 'Save answer',
    metadata: { h: handoff.id, question: questionId },
    blocks: [
      ...subject(handoff, one),
      input('text', 'Answer', textInput({ multiline: true }), { hint: 'It goes into the packet, with your name.' }),
      input('source', 'Where does the answer come from?', textInput({ placeholder: 'Lena Berg, call on 3 December' }), {
        hint: 'A person, a mail, a page.',
      }),
    ],
  });
};

export const assignQuestionModal = (handoff: Handoff, questionId: string): ModalView => {
  const one = find(handoff, questionId);
  if (!one || one.answer) return tooLate(one);
  return modal({
    callback: assignCallback,
    title: 'Reassign',
    submit: 'Reassign',
    metadata: { h: handoff.id, question: questionId },
    blocks: [
      ...subject(handoff, one),
      input(
        'owner',
        'New owner',
        { type: 'users_select' },
        { hint: 'They are invited to this channel and see it among their items.' },
      ),
    ],
  });
};

/** The day by which an answer still helps: three business days before kickoff, or today when that has passed. */
export const defaultDue = ({ deal }: Handoff, { today, calendar, holidays }: When): string => {
  const before = businessDaysBefore(deal.kickoffDate, 3, calendar, holidays);
  return before < today ? today : before;
};

export const askQuestionModal = (handoff: Handoff, when: When): ModalView => {
  const no = option('No', 'no', 'Good to know, also later');
  return modal({
    callback: askCallback,
    title: 'Ask a question',
    submit: 'Ask',
    metadata: { h: handoff.id },
    blocks: [
      input('text', 'Question', textInput({ multiline: true, placeholder: 'Who gives us access to the test system?' })),
      input(
        'owner',
        'Who finds out?',
        { type: 'users_select' },
        { hint: 'They are invited to this channel and see it among their items.' },
      ),
      input('due', 'By when', { type: 'datepicker', initial_date: defaultDue(handoff, when) }),
      input('blocking', 'Does kickoff wait for the answer?', {
        type: 'radio_buttons',
        options: [option('Yes', 'yes', 'Kickoff stays shut until it is answered'), no],
        initial_option: no,
      }),
    ],
  });
};

/** Behind the desk's button: the open questions, each with its own button. */
export const questionsModal = (handoff: Handoff, when: When): ModalView =>
  openQuestions(handoff).length === 0
    ? notice('Open questions', 'No question is open.')
    : modal({
        callback: 'question.list',
        title: 'Open questions',
        metadata: { h: handoff.id },
        blocks: questionBlocks(handoff, when),
      });
