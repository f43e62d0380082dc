import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { call, facts, note, source } from './deal.ts';

const analyse = (...sources: Source[]) => offlineEngine.analyse(sources, facts) as Analysis;
const quotes = (type: string, ...sources: Source[]): string[] =>
  analyse(...sources)
    .flags.filter((flag) => flag.type === type)
    .flatMap(({ evidence }) => evidence.map(({ quote }) => quote));

describe('whatever the trade and the tone', () => {
  test.each([
    ["P: Oh, the milking robot's login is on the fridge, everybody uses the same one.", 'access_risk'],
    ['H: We all go in with my password, the whole of the night shift.', 'access_risk'],
    ['P: Our chairman wanted his cousin to build it and he has not forgiven us.', 'customer_politics'],
    ['H: The head of finance is dead set against this and he has the ear of the board.', 'customer_politics'],
    ['P: Purchasing says the landlord does it, and the landlord says purchasing.', 'unclear_owner'],
    ['T: Somebody has to ask the fire brigade.', 'unclear_owner'],
  ])('%s raises %s', (line, type) => {
    expect(quotes(type, call(line))).toEqual([line.slice(3)]);
  });

  test.each([
    'P: Users log in with their own card.',
    'H: My brother is a farmer as well.',
    'P: Purchasing says hello.',
    'H: The board meets in May.',
    'T: I ask the fire brigade on Monday.',
    'P: Shall we look at the second page?',
  ])('%s raises nothing', (line) => {
    const { flags, questions } = analyse(call(line));
    expect(flags.filter(({ type }) => type !== 'missing_input')).toEqual([]);
    expect(questions).toEqual([]);
  });

  test.each([
    'I want to stop driving out at midnight because nobody can see which barn is cold.',
    'We would like our members to be paid in a week and not in three months.',
  ])('“%s” is why they buy', (text) => {
    expect(analyse(call(`H: ${text}`)).buyerIntent.map((one) => one.text)).toEqual([text]);
  });

  test.each([
    "If we're under six breakdowns a month by Christmas, I'm happy.",
    'Our goal is that waste falls from nine percent to four by next summer.',
  ])('“%s” is how they will measure it', (text) => {
    expect(analyse(call(`H: ${text}`)).successMetrics.map((one) => one.text)).toEqual([text]);
  });
});

test('one open point is one flag, with the question and those who point at each other', () => {
  const { flags } = analyse(
    call('T: Who orders the crane, you or us?', 'P: The builder says us, we say the builder.', 'O: We will see.'),
  );
  expect(flags.filter(({ type }) => type === 'unclear_owner').map(({ evidence }) => evidence.length)).toEqual([2]);
});

test('a line of a note that names nobody is quoted alone', () => {
  expect(quotes('unclear_owner', note('Kickoff on 3 May. Approver for the customer: to be named.'))).toEqual([
    'Approver for the customer: to be named.',
  ]);
});

test('at most five questions of a short deal are raised, those most surely open', () => {
  const asked = Array.from({ length: 9 }, (_, index) => `Who checks the wiring of barn ${index + 1}, you or us?`);
  const mail = source(
    'email',
    asked.map((text) => ({ speaker: 'Piet Aalto', text })),
  );
  expect(analyse(mail).questions).toHaveLength(5);
});

test('a speaker who is not in the deal record is a stakeholder when their influence shows', () => {
  const { stakeholders } = analyse(
    source('call', [
      { speaker: 'Harriet Moss', text: 'Hello.' },
      { speaker: 'Ines Valdez', text: 'I hold the budget and I sign the order.' },
    ]),
  );
  expect(stakeholders.find(({ name }) => name === 'Ines Valdez')?.influence).toBe('decision_maker');
});
