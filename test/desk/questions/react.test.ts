import { expect, test } from 'vitest';
import { questionReaction } from '../../../src/desk/questions/react.ts';
import type { Actor } from '../../../src/handoff/actor.ts';
import type { Command } from '../../../src/handoff/command.ts';
import { reading } from '../../handoff/support/analysis.ts';
import { anna, call, contract, deep, reader } from '../../handoff/support/deal.ts';
import { given, givenFlags, type Stream } from '../../handoff/support/given.ts';

const wants = (one: Stream, who: Actor, command: Command): string[] => {
  const before = one.state();
  const events = one.run(who, command);
  const recorded = events.length === 0 ? [] : one.recorded.slice(-events.length);
  return questionReaction({ before, after: one.state(), recorded }).map((each) => each.key);
};
const question: Command = {
  type: 'ask_question',
  text: 'Who owns the meter numbers?',
  owner: 'U_ZOE',
  due: '2026-12-09',
  blocking: true,
};

test('the message comes with the first analysis or the first question', () => {
  expect(wants(given([anna, contract], [anna, call]), reader, reading({ questions: [] }))).toEqual(['questions:h1']);
  expect(wants(given(), anna, question)).toEqual(['questions:h1']);
});

test('it is shown again when a question is asked, passed on, answered, or comes from a flag', () => {
  const one = givenFlags();
  expect(wants(one, anna, question)).toEqual(['questions:h1']);
  const id = one.state().questions.at(-1)?.id ?? '';
  expect(wants(one, anna, { type: 'assign_question', id, owner: 'U_DEEP' })).toEqual(['questions:h1']);
  const words = { text: 'The grid operator owns them.', source: 'Mira Oth' };
  expect(wants(one, deep, { type: 'answer_question', id, ...words })).toEqual(['questions:h1']);
  const flag = one.flag('contradiction').flag.id;
  const asked: Command = { type: 'decide_flag', flag, decision: 'ask_customer', reason: 'they must know', owner: null };
  expect(wants(one, anna, asked)).toEqual(['questions:h1']);
});

test('nothing else shows it again, but a cancelled handoff does', () => {
  const one = givenFlags();
  expect(wants(one, reader, reading())).toEqual([]);
  expect(wants(one, anna, { type: 'assign_input', input: 'scope', to: 'U_ZOE' })).toEqual([]);
  expect(wants(one, anna, { type: 'cancel', reason: 'the customer stepped back' })).toEqual(['questions:h1']);
});
