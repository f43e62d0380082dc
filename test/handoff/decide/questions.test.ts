import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/handoff/command.ts';
import { anna, deep, reader, ruth, zoe } from '../support/deal.ts';
import { given, type Stream } from '../support/given.ts';

const ask = (over: Partial<CommandOf<'ask_question'>> = {}): CommandOf<'ask_question'> => ({
  type: 'ask_question',
  text: 'Who unlocks the park portal?',
  owner: 'U_ZOE',
  due: '2026-11-20',
  blocking: true,
  ...over,
});
const reply = (over: Partial<CommandOf<'answer_question'>> = {}): CommandOf<'answer_question'> => ({
  type: 'answer_question',
  id: 'q1',
  text: 'The former contractor, by Friday.',
  source: 'mail of 17 November',
  ...over,
});
const asked = (): Stream => given([deep, ask()]);
const blocks = (one: Stream): boolean => one.readiness().missing.some((item) => item.code === 'question');

describe('a question', () => {
  it('has an owner, a due date, and who asked it', () => {
    expect(asked().state().questions).toMatchObject([
      {
        id: 'q1',
        owner: 'U_ZOE',
        due: '2026-11-20',
        askedBy: 'U_DEEP',
        blocking: true,
        origin: 'person',
        answer: null,
      },
    ]);
  });

  it('that blocks keeps kickoff shut until it is answered', () => {
    const one = asked();
    expect(blocks(one)).toBe(true);
    one.run(zoe, reply());
    expect(blocks(one)).toBe(false);
  });

  it('that does not block keeps nothing shut', () => {
    expect(blocks(given([deep, ask({ blocking: false })]))).toBe(false);
  });

  it('is answered by its owner without a role, with words and where they come from', () => {
    const one = asked();
    one.run(zoe, reply({ source: ' mail ' }));
    expect(one.state().questions[0]?.answer).toMatchObject({ by: 'U_ZOE', source: 'mail' });
  });

  it('is answered by anyone with a role', () => {
    expect(asked().run(ruth, reply())).toHaveLength(1);
  });

  it('is passed on by its owner; to the same person changes nothing', () => {
    const one = asked();
    one.run(zoe, { type: 'assign_question', id: 'q1', owner: 'U_DEEP' });
    expect(one.state().questions[0]?.owner).toBe('U_DEEP');
    expect(one.run(anna, { type: 'assign_question', id: 'q1', owner: 'U_DEEP' })).toEqual([]);
    expect(one.refused(zoe, reply()).code).toBe('not_allowed');
  });

  it.each([
    ['asked without words', deep, ask({ text: ' ' }), 'text_needed'],
    ['asked for yesterday', deep, ask({ due: '2026-11-15' }), 'past_due'],
    ['asked for a day that does not exist', deep, ask({ due: '2026-19-39' }), 'past_due'],
    ['asked by an outsider', zoe, ask(), 'not_allowed'],
    ['asked by a part of Baton', reader, ask(), 'person_needed'],
    ['answered with junk', zoe, reply({ text: 'tbd' }), 'junk_answer'],
    ['answered without a source', zoe, reply({ source: ' ' }), 'text_needed'],
    ['answered when it is not there', zoe, reply({ id: 'q9' }), 'no_such_question'],
    ['passed on when it is not there', anna, { type: 'assign_question', id: 'q9', owner: 'U_A' }, 'no_such_question'],
  ] as const)('is refused when %s', (_, who, command, code) => {
    expect(asked().refused(who, command).code).toBe(code);
  });

  it('is refused when it was answered already, and says by whom', () => {
    const one = asked();
    one.run(zoe, reply());
    expect(one.refused(anna, reply()).message).toBe('<@U_ZOE> already answered this. Nothing was changed.');
    expect(one.refused(anna, { type: 'assign_question', id: 'q1', owner: 'U_ANNA' }).code).toBe('already_answered');
  });
});
