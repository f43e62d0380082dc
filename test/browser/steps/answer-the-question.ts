import type { Locator, Page } from 'playwright-core';
import { deal } from './deal.ts';
import { actAs, choosePerson, desk, dialog, message, submit, type Workplace } from './workplace.ts';

const questions = (page: Page): Locator => message(page, /Open questions/);

/** Delivery asks sales something that kickoff has to wait for. */
export const askWhatBlocks = async ({ page, keep }: Workplace): Promise<void> => {
  await actAs(page, 'Tomasz Nowak');
  await questions(page).getByRole('button', { name: 'Ask a question' }).click();
  const modal = dialog(page, 'Ask a question');
  await modal.getByRole('textbox', { name: 'Question' }).fill(deal.question);
  await choosePerson(modal, 'Who finds out?', 'Priya Raman');
  await modal.getByRole('radio', { name: /^Yes/ }).check();
  await keep('ask-a-question');
  await submit(modal, 'Ask');
  await questions(page).getByText('1 blocks kickoff').waitFor();
  await desk(page).getByText(deal.question).first().waitFor();
};

/** It is answered by whom it was asked of, with where the answer comes from. */
export const answerWhatBlocks = async ({ page, keep }: Workplace): Promise<void> => {
  await actAs(page, 'Priya Raman');
  await keep('questions');
  await desk(page).getByRole('button', { name: 'Open my next item' }).click();
  const modal = dialog(page, 'Answer');
  await modal.getByText(deal.question).waitFor();
  await modal
    .getByRole('textbox', { name: 'Answer', exact: true })
    .fill('Ingrid wants him on board for the test month.');
  await modal.getByRole('textbox', { name: /^Where does/ }).fill('Ingrid Solberg, mail of 3 December');
  await keep('answer-a-question');
  await submit(modal, 'Save answer');
  await questions(page).getByText('none blocks kickoff').waitFor();
};
