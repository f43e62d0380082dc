import type { KnownBlock, Overflow } from '@slack/types';
import { businessDaysBetween } from '../../handoff/calendar.ts';
import type { Handoff, QuestionState } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, context, option, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { day, excerpt, mention, moment, plural } from '../kit/text.ts';
import type { When } from './when.ts';

const atOnce = 12;
const answeredShown = 5;

/** `due in 3 business days (Thu 10 Dec)`. */
export const dueWords = (due: string, { today, calendar, holidays }: When): string => {
  const date = day(due, today);
  if (due < today) return `overdue since ${date}`;
  if (due === today) return `due today (${date})`;
  const days = businessDaysBetween(today, due, calendar, holidays);
  return days < 1 ? `due ${date}` : `due in ${plural(days, 'business day')} (${date})`;
};

/** Open questions: what blocks kickoff first, then by due date; equal ones in the order they were asked. */
export const openQuestions = (handoff: Handoff): QuestionState[] =>
  handoff.questions
    .filter((one) => one.answer === null)
    .sort((a, b) => Number(b.blocking) - Number(a.blocking) || a.due.localeCompare(b.due));

const reassign = (handoff: Handoff, { id }: QuestionState): Overflow => ({
  type: 'overflow',
  action_id: 'question.more',
  options: [option('Reassign', JSON.stringify({ h: handoff.id, question: id }))],
});

/** Where a question that nobody typed was found. */
const askedWhere = (handoff: Handoff, one: QuestionState): string[] => {
  const first = one.evidence[0];
  const source = first && handoff.sources.find((candidate) => candidate.id === first.source);
  return source ? [`_${mrkdwn(excerpt(source.name, 60), 120)}, ${mrkdwn(excerpt(first.locator, 40), 80)}_`] : [];
};

const openBlocks = (handoff: Handoff, one: QuestionState, when: When): KnownBlock[] => [
  section(
    [
      `*${mrkdwn(excerpt(one.text, 300), 700)}*`,
      ...askedWhere(handoff, one),
      `${mention(one.owner)} · ${dueWords(one.due, when)} · ${one.blocking ? 'blocks kickoff' : 'does not block kickoff'}`,
    ].join('\n'),
  ),
  ...(handoff.cancelled
    ? []
    : actions(
        button({ text: 'Answer', action: 'question.answer', value: { h: handoff.id, question: one.id } }),
        reassign(handoff, one),
      )),
];

const answeredLine = (one: QuestionState): string =>
  one.answer
    ? `✓ “${mrkdwn(excerpt(one.text, 100), 250)}” → ${mrkdwn(excerpt(one.answer.text, 160), 400)} · ${mention(one.answer.by)}, ${moment(one.answer.at)} · source: ${mrkdwn(excerpt(one.answer.source, 60), 150)}`
    : '';

/** The latest answers, newest last, and how many came before them. */
const answered = (handoff: Handoff): string[] => {
  const all = handoff.questions
    .filter((one) => one.answer !== null)
    .sort((a, b) => (a.answer?.at ?? '').localeCompare(b.answer?.at ?? ''));
  const earlier = all.length - answeredShown;
  return [
    ...(earlier > 0 ? [`✓ ${earlier} answered before these`] : []),
    ...all.slice(-answeredShown).map((one) => answeredLine(one)),
  ];
};

const rest = (open: readonly QuestionState[]): string[] => {
  const left = open.slice(atOnce);
  const blocking = left.filter((one) => one.blocking).length;
  if (left.length === 0) return [];
  const blocks = blocking > 0 ? `, ${blocking} of them ${blocking === 1 ? 'blocks' : 'block'} kickoff` : '';
  return [`and ${left.length} more${blocks}. They come up as these are answered.`];
};

const headline = (handoff: Handoff, open: readonly QuestionState[]): string => {
  const blocking = open.filter((one) => one.blocking).length;
  const done = handoff.questions.length - open.length;
  if (handoff.questions.length === 0) return 'No open questions. Whatever delivery does not know yet belongs here.';
  if (open.length === 0) return done === 1 ? 'The one question is answered.' : `All ${done} questions are answered.`;
  const blocks = blocking === 0 ? 'none blocks kickoff' : `${blocking} ${blocking === 1 ? 'blocks' : 'block'} kickoff`;
  return `${open.length} open · ${blocks}${done > 0 ? `; ${done} answered` : ''}`;
};

/** The questions themselves, without a heading: for the message and for the modal behind the desk's button. */
export const questionBlocks = (handoff: Handoff, when: When): KnownBlock[] => {
  const open = openQuestions(handoff);
  return [
    ...open.slice(0, atOnce).flatMap((one) => openBlocks(handoff, one, when)),
    ...[...rest(open), ...answered(handoff)].map((line) => context(line)),
  ];
};

/** "Open questions": one message, edited in place. */
export const questionsMessage = (handoff: Handoff, when: When): Shown => {
  const open = openQuestions(handoff);
  const line = handoff.cancelled ? 'This handoff was cancelled. Nothing has to be answered.' : headline(handoff, open);
  return {
    text: `Open questions: ${line}`,
    blocks: [
      section(`*Open questions*\n${line}`),
      ...questionBlocks(handoff, when),
      ...(handoff.cancelled
        ? []
        : actions(button({ text: 'Ask a question', action: 'question.ask', value: { h: handoff.id } }))),
    ],
  };
};
