import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { call, facts, note, signed, source } from './deal.ts';

const analyse = (...sources: Source[]) => offlineEngine.analyse(sources, facts) as Analysis;
test('scope has four places', () => {
  const { scope } = analyse(
    signed(
      'sow',
      'In-scope work > Migration of the payroll history of three entities.',
      'In-scope work > Help with the tax forms as appropriate.',
      'Out of scope > Pension reports.',
      'Schedule > The dates hold only if the history arrives by March.',
      'Acceptance > The migration of payroll history is accepted when two parallel runs agree to the cent.',
    ),
    call("O: Expense claims aren't part of this one, sorry."),
  );
  expect(scope.map(({ status, text }) => [status, text])).toEqual([
    ['in', 'Migration of the payroll history of three entities.'],
    ['ambiguous', 'Help with the tax forms as appropriate.'],
    ['out', 'Pension reports.'],
    ['assumption', 'The dates hold only if the history arrives by March.'],
    ['out', "Expense claims aren't part of this one, sorry."],
  ]);
  expect(scope[0]?.acceptance).toMatch(/agree to the cent/u);
});

test('the rows of an order form are sold, its total is not an item', () => {
  const rows = ['| Item | Qty | Price |', '| Shelf robot, leased | 12 | 9,000 |', '| Total | | 108,000 |'];
  const form = {
    ...source(
      'order_form',
      rows.map((text) => ({ text, heading: 'Item | Qty | Price' })),
    ),
    signed: true,
  };
  expect(analyse(form).scope.map(({ status, text }) => [status, text])).toEqual([
    ['in', 'Shelf robot, leased · 12 · 9,000'],
  ]);
});

test('a question that is put off stays open, one that is answered does not', () => {
  const { questions } = analyse(
    call(
      'H: How many of the barns have a lightning rod?',
      "P: I'd have to go and look.",
      'H: Do the panels need washing in winter?',
      'T: No, the rain does that between October and March.',
    ),
  );
  expect(questions.map(({ text }) => text)).toEqual(['How many of the barns have a lightning rod?']);
});

test('a question at the end of a mail is open', () => {
  const mail = source('email', [{ speaker: 'Piet Aalto', text: 'Do we get the display in this project or later?' }]);
  expect(analyse(mail).questions).toHaveLength(1);
});

describe('stakeholders', () => {
  test.each([
    ['H: I sign this one, so convince me.', 'Harriet Moss', 'decision_maker'],
    ["P: I've been pushing for this for two years.", 'Piet Aalto', 'champion'],
    ['P: Rosa Quint is our shift lead, she will live in this every day.', 'Rosa Quint', 'user'],
    ["P: Anything above that goes to Ivo Marsh, he's the CFO.", 'Ivo Marsh', 'finance'],
    ['P: Dario Fenn in facilities will want a say, he killed the last project.', 'Dario Fenn', 'blocker'],
  ])('%s shows %s as %s', (line, name, influence) => {
    expect(analyse(call(line)).stakeholders.find((one) => one.name === name)?.influence).toBe(influence);
  });

  test('the seller’s people are none', () => {
    expect(analyse(call('O: Hello Harriet.', 'H: Hello Olga.')).stakeholders.map(({ name }) => name)).toEqual([
      'Harriet Moss',
    ]);
  });
});

test('dependencies have an owner, a kind and a due date', () => {
  const { dependencies } = analyse(
    signed(
      'sow',
      'Customer responsibilities > The Customer provides roof access for six fitters by 1 April.',
      'Customer responsibilities > Meter readings will be made available before the start.',
    ),
    call('T: The cable drawings have to come from the old installer, they keep them.'),
  );
  expect(dependencies.map(({ kind, owner, due }) => [kind, owner, due])).toEqual([
    ['access', 'customer', 'by 1 april'],
    ['data', 'unclear', 'before the start'],
    ['third_party', 'third', ''],
  ]);
});

test('goals have a target and the reasons are the buyer’s own words', () => {
  const { successMetrics, buyerIntent } = analyse(
    call(
      "H: I want to stop paying peak rates, we're losing money every evening.",
      'P: The error rate is at nine percent today. I want it under four by end of year.',
    ),
  );
  expect(successMetrics).toMatchObject([
    {
      target: 'four',
      date: 'by end of year',
      owner: 'Piet Aalto',
      baseline: 'The error rate is at nine percent today.',
    },
  ]);
  expect(buyerIntent[0]?.text).toMatch(/peak rates/u);
});

test('risks are scored and come from the flags, heaviest first', () => {
  const { risks } = analyse(
    call('O: The array will be live by the tenth of May.'),
    note('Site lead still to be named.'),
  );
  expect(risks.map(({ category }) => category)).toEqual(['schedule', 'dependency']);
  expect(
    risks.every(
      ({ likelihood, impact, mitigation, contingency, owner }) =>
        likelihood * impact <= 25 && [mitigation, contingency, owner].every(Boolean),
    ),
  ).toBe(true);
});
