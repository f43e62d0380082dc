import { describe, expect, test } from 'vitest';
import { dueWords, openQuestions, questionsMessage } from '../../../src/desk/questions/blocks.ts';
import {
  answerQuestionModal,
  askQuestionModal,
  assignQuestionModal,
  defaultDue,
  questionsModal,
} from '../../../src/desk/questions/views.ts';
import { calendar } from '../../../src/platform/calendar/index.ts';
import { anna, opening } from '../../handoff/support/deal.ts';
import { given, type Stream } from '../../handoff/support/given.ts';
import { actionIds, every, expectSound, expectSoundModal, live, readable } from '../review/read.ts';

const when = { today: '2026-11-16', calendar, holidays: undefined };

const ask = (one: Stream, text: string, due = '2026-12-09', blocking = false, owner = 'U_ZOE'): string => {
  one.run(anna, { type: 'ask_question', text, owner, due, blocking });
  return one.state().questions.at(-1)?.id ?? '';
};
const answer = (one: Stream, id: string, text = 'They are fine with two years.') =>
  one.run(anna, { type: 'answer_question', id, text, source: 'Mira Oth, mail' });
const message = (one: Stream) => questionsMessage(one.state(), when);

describe('when an answer is due', () => {
  test.each([
    ['2026-11-13', 'overdue since Fri 13 Nov'],
    ['2026-11-16', 'due today (Mon 16 Nov)'],
    ['2026-11-17', 'due in 1 business day (Tue 17 Nov)'],
    ['2026-11-19', 'due in 3 business days (Thu 19 Nov)'],
    ['2027-01-04', 'due in 35 business days (Mon 4 Jan 2027)'],
  ])('%s is said as “%s”', (due, words) => expect(dueWords(due, when)).toBe(words));

  test('a day without a business day in between is named', () => {
    expect(dueWords('2026-11-15', { ...when, today: '2026-11-14' })).toBe('due Sun 15 Nov');
  });
});

describe('the message', () => {
  test('invites the first question when there is none', () => {
    const shown = message(given());
    expect(shown.text).toBe('Open questions: No open questions. Whatever delivery does not know yet belongs here.');
    expect(actionIds(shown.blocks)).toEqual(['question.ask']);
    expectSound(shown);
  });

  test('shows each with its owner, when it is due, and whether kickoff waits; blocking ones first, then by date', () => {
    const one = given();
    ask(one, 'Who owns the meter numbers?', '2026-12-09');
    ask(one, 'Which parks are in scope?', '2026-11-20');
    ask(one, 'Who gives us access?', '2026-12-01', true, 'U_DEEP');
    expect(openQuestions(one.state()).map((each) => each.text)).toEqual([
      'Who gives us access?',
      'Which parks are in scope?',
      'Who owns the meter numbers?',
    ]);
    const shown = message(one);
    const text = readable(shown.blocks);
    expect(text).toContain('*Open questions*\n3 open · 1 blocks kickoff');
    expect(text).toContain(
      '*Who gives us access?*\n<@U_DEEP> · due in 11 business days (Tue 1 Dec) · blocks kickoff\nAnswer\nReassign',
    );
    expect(text).toContain('does not block kickoff');
    expectSound(shown);
  });

  test('folds the answered ones and keeps the last five', () => {
    const one = given();
    for (let number = 1; number <= 7; number += 1) answer(one, ask(one, `Question number ${number}?`));
    const text = readable(message(one).blocks);
    expect(text).toContain('All 7 questions are answered.');
    expect(text).toContain('✓ 2 answered before these');
    expect(text).not.toContain('number 2?');
    expect(text).toMatch(
      /✓ “Question number 7\?” → They are fine with two years\. · <@U_ANNA>, .* · source: Mira Oth, mail/,
    );
    expect(actionIds(message(one).blocks)).toEqual(['question.ask']);
  });

  test('shows twelve of 200 and counts the rest, and Slack takes it', () => {
    const one = given();
    for (let number = 1; number <= 200; number += 1)
      ask(one, `${number} ${'& long '.repeat(700)}`, '2026-12-09', number > 180);
    const shown = message(one);
    expect(readable(shown.blocks)).toContain('200 open · 20 block kickoff');
    expect(readable(shown.blocks)).toContain(
      'and 188 more, 8 of them block kickoff. They come up as these are answered.',
    );
    expect(every(shown.blocks, 'action_id').filter((id) => id === 'question.answer')).toHaveLength(12);
    expectSound(shown);
    expectSoundModal(questionsModal(one.state(), when));
    expectSoundModal(answerQuestionModal(one.state(), one.state().questions[0]?.id ?? ''));
  });

  test('keeps hostile text inert', () => {
    const one = given();
    const hostile = '<!channel> <@U123> https://evil.example *bold*';
    ask(one, hostile, '2026-12-09', true);
    answer(one, ask(one, hostile), hostile);
    const text = readable(message(one).blocks);
    expect(live(text).filter((each) => !/^<(@U_(ANNA|ZOE)|!date\^)/.test(each))).toEqual([]);
    expect(text).not.toContain('https://');
  });

  test('has no buttons when the handoff was cancelled', () => {
    const one = given();
    ask(one, 'Who owns the meter numbers?');
    one.run(anna, { type: 'cancel', reason: 'the customer stepped back' });
    expect(actionIds(message(one).blocks)).toEqual([]);
    expectSound(message(one));
  });
});

describe('the modals', () => {
  test('ask for the answer and where it comes from', () => {
    const one = given();
    const id = ask(one, 'Who owns the meter numbers?', '2026-12-09', true);
    const view = answerQuestionModal(one.state(), id);
    expect(every(view.blocks, 'block_id')).toEqual(['text', 'source']);
    expect(readable(view.blocks)).toContain('*Who owns the meter numbers?*');
    expect(readable(view.blocks)).toContain('<@U_ZOE> · due Wed 9 Dec · kickoff waits for the answer');
    expectSoundModal(view);
    expectSoundModal(assignQuestionModal(one.state(), id));
  });

  test('say so when the question is answered or unknown', () => {
    const one = given();
    const id = ask(one, 'Who owns the meter numbers?');
    answer(one, id);
    for (const view of [answerQuestionModal(one.state(), id), assignQuestionModal(one.state(), id)])
      expect(readable(view.blocks)).toBe('<@U_ANNA> already answered this. Nothing was changed.');
    expect(answerQuestionModal(one.state(), 'q_gone').title.text).toBe('No such question');
    expect(readable(questionsModal(one.state(), when).blocks)).toBe('No question is open.');
  });

  test('propose three business days before kickoff, or today when that has passed', () => {
    const one = given();
    expect(defaultDue(one.state(), when)).toBe('2026-12-09');
    expect(defaultDue(one.state(), { ...when, today: '2026-12-12' })).toBe('2026-12-12');
    const view = askQuestionModal(one.state(), when);
    expect(every(view.blocks, 'initial_date')).toEqual(['2026-12-09']);
    expect(every(view.blocks, 'block_id')).toEqual(['text', 'owner', 'due', 'blocking']);
    expectSoundModal(view);
    expect(opening().kickoffDate).toBe('2026-12-14');
  });
});
