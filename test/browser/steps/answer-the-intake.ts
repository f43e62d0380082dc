import { actAs, message, submit, type Workplace } from './workplace.ts';

const salesSays: readonly (readonly [title: string, words: string])[] = [
  [
    'Buyer goal and urgency',
    'They must plan the summer timetable in it; last year two sailings were cancelled for lack of crew.',
  ],
  [
    'Sold scope and not-sold boundaries',
    'Sold: rosters for four ferries and two years of history. Not sold: any other system.',
  ],
  ['Stakeholder map', 'Ingrid decides and signs; Odd plans the crews today and leaves in January.'],
];
const deliverySays: typeof salesSays = [
  [
    'Risks, dependencies, open questions',
    'The import depends on spreadsheets that only Odd understands, and he leaves in January.',
  ],
  ['First-30-day success criteria', 'All four ferries are planned in it for one full month without a clash.'],
];
const salesSaysLast: typeof salesSays = [
  [
    'Sold, but a stretch',
    'Two years of history by the end of January holds only if the spreadsheets arrive before Christmas.',
  ],
];

const answer = async ({ page, keep }: Workplace, title: string, words: string): Promise<void> => {
  const step = message(page, `· ${title}`);
  await step.getByRole('button', { name: 'Answer', exact: true }).click();
  const modal = page.getByRole('dialog', { name: 'Answer' });
  await modal.getByText(title, { exact: true }).waitFor();
  await modal.getByRole('textbox', { name: /^In your words/ }).fill(words);
  for (const box of await modal.getByRole('checkbox').all()) await box.check();
  await keep(`intake-${title.split(' ')[0]?.toLowerCase()}`);
  await submit(modal, 'Save');
};

/** What is left after the files, one step at a time, each by its owner. */
export const answerTheIntake = async (work: Workplace): Promise<void> => {
  const { page, keep } = work;
  await keep('intake-asks');
  for (const [title, words] of salesSays) await answer(work, title, words);
  await actAs(page, 'Tomasz Nowak');
  for (const [title, words] of deliverySays) await answer(work, title, words);
  await actAs(page, 'Priya Raman');
  for (const [title, words] of salesSaysLast) await answer(work, title, words);
  await message(page, 'Intake is complete').waitFor();
};
