import { expect, test } from 'vitest';
import { aChannel, somebody, typed } from '../review/channel.ts';
import { readable } from '../review/read.ts';

const date = (selected_date: string) => ({ type: 'datepicker', selected_date });
const radio = (value: string) => ({ type: 'radio_buttons', selected_option: { value } });

const withQuestion = async () => {
  const room = await aChannel({ questions: [] });
  await room.click('U_DEEP', room.slack.saying('*Open questions*'), 'question.ask');
  await room.submit('U_DEEP', room.slack.lastModal(), {
    text: typed('Who owns the meter numbers?'),
    owner: somebody('U_ZOE'),
    due: date('2026-12-09'),
    blocking: radio('yes'),
  });
  return { room, message: room.slack.saying('*Open questions*') };
};

test('a question is asked in a modal and stands in the one message', async () => {
  const { room, message } = await withQuestion();
  expect(room.state().questions).toMatchObject([
    { text: 'Who owns the meter numbers?', owner: 'U_ZOE', due: '2026-12-09', blocking: true, askedBy: 'U_DEEP' },
  ]);
  expect(readable(message.blocks)).toContain('1 open · 1 blocks kickoff');
  expect(room.slack.messages.filter((one) => one.text.startsWith('Open questions'))).toHaveLength(1);
});

test('its owner answers it, who needs no role for that', async () => {
  const { room, message } = await withQuestion();
  await room.click('U_ZOE', message, 'question.answer');
  const modal = room.slack.lastModal();
  expect(await room.submit('U_ZOE', modal, { text: typed('tbd'), source: typed('me') })).toMatchObject({
    errors: { text: expect.stringContaining('does not tell delivery anything') },
  });
  expect(
    await room.submit('U_ZOE', modal, { text: typed('The grid operator owns them.'), source: typed('') }),
  ).toMatchObject({ errors: { source: expect.stringContaining('Say where the answer comes from') } });
  const values = { text: typed('The grid operator owns them.'), source: typed('Mira Oth, call') };
  expect(await room.submit('U_ZOE', modal, values)).toBeUndefined();
  expect(room.state().questions[0]?.answer).toMatchObject({ by: 'U_ZOE', source: 'Mira Oth, call' });
  expect(readable(message.blocks)).toContain('The one question is answered.');
});

test('a second answer is told who was first, before any modal opens', async () => {
  const { room, message } = await withQuestion();
  const old = { ...message };
  await room.click('U_ZOE', message, 'question.answer');
  const values = { text: typed('The grid operator owns them.'), source: typed('Mira Oth, call') };
  await room.submit('U_ZOE', room.slack.lastModal(), values);
  const modals = room.slack.modals.length;
  await room.click('U_DEEP', old, 'question.answer');
  expect(room.slack.modals).toHaveLength(modals);
  expect(room.slack.whispers).toEqual([
    { user: 'U_DEEP', text: '<@U_ZOE> already answered this. Nothing was changed.' },
  ]);
});

test('a question is passed on to somebody who may hold it', async () => {
  const { room, message } = await withQuestion();
  room.slack.guests.add('U_GUEST');
  await room.click('U_DEEP', message, 'question.more', 0);
  expect(await room.submit('U_DEEP', room.slack.lastModal(), { owner: somebody('U_GUEST') })).toMatchObject({
    errors: { owner: 'Guests cannot hold a role in a handoff. Choose a full member.' },
  });
  await room.submit('U_DEEP', room.slack.lastModal(), { owner: somebody('U_ANNA') });
  expect(readable(message.blocks)).toContain('<@U_ANNA> · due');
});

test('who has no part in it may neither answer nor ask', async () => {
  const { room, message } = await withQuestion();
  await room.click('U_STRANGER', message, 'question.answer');
  await room.click('U_STRANGER', message, 'question.ask');
  expect(room.slack.whispers.map((one) => one.text.slice(0, 40))).toEqual([
    'Only the account owner (<@U_ANNA>), the ',
    'Only the account owner (<@U_ANNA>), the ',
  ]);
});

test('a past day is refused at its field', async () => {
  const room = await aChannel({ questions: [] });
  await room.click('U_DEEP', room.slack.saying('*Open questions*'), 'question.ask');
  const values = {
    text: typed('Who owns it?'),
    owner: somebody('U_ZOE'),
    due: date('2026-01-01'),
    blocking: radio('no'),
  };
  expect(await room.submit('U_DEEP', room.slack.lastModal(), values)).toMatchObject({
    errors: { due: 'Choose today or a later day.' },
  });
});

test('the desk’s button lists them, each with its own button', async () => {
  const { room, message } = await withQuestion();
  const desk = {
    ts: message.ts,
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'question.next', value: JSON.stringify({ h: room.h }) }],
      },
    ],
  };
  await room.click('U_DEEP', desk, 'question.next');
  await room.clickInModal('U_DEEP', room.slack.lastModal(), 'question.answer');
  expect(room.slack.modals.at(-1)).toMatchObject({ method: 'views.push', view: { callback_id: 'question.answer' } });
});
