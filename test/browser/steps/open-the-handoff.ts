import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { deal } from './deal.ts';
import { channelLog, choosePerson, desk, dialog, type Workplace } from './workplace.ts';

const fillIn = async (modal: Locator): Promise<void> => {
  await modal.getByRole('textbox', { name: 'Deal', exact: true }).fill(deal.name);
  await modal.getByRole('textbox', { name: 'Customer', exact: true }).fill(deal.customer);
  await modal.getByRole('textbox', { name: 'Deal id in your CRM' }).fill(deal.crmId);
  await modal.getByRole('textbox', { name: /^Value/ }).fill(deal.value);
  await modal.getByLabel('Target kickoff').fill(deal.past);
  await choosePerson(modal, /^Delivery lead/, 'Tomasz Nowak');
  await choosePerson(modal, /^Approver/, 'Marcus Webb');
  await modal.getByRole('textbox', { name: /^Who was on the calls/ }).fill(deal.onTheCalls);
};

/** `/handoff new` with a date that has passed: the error stands at its field, and what was typed is still there. */
const refusePastDate = async (modal: Locator): Promise<void> => {
  await modal.getByRole('button', { name: 'Open handoff' }).click();
  await modal.getByText('This date has passed. Choose today or later.').waitFor();
  const date = modal.getByLabel('Target kickoff');
  expect(await date.getAttribute('aria-invalid')).toBe('true');
  expect(await date.inputValue()).toBe(deal.past);
  expect(await modal.getByRole('textbox', { name: 'Deal', exact: true }).inputValue()).toBe(deal.name);
  expect(await modal.getByRole('combobox', { name: /^Delivery lead/ }).inputValue()).toBe('Tomasz Nowak');
};

export const openTheHandoff = async ({ page, keep }: Workplace): Promise<void> => {
  const composer = page.getByRole('textbox', { name: /^Message #/ });
  await composer.fill('/handoff new');
  await composer.press('Enter');
  const modal = dialog(page, 'New handoff');
  await fillIn(modal);
  await keep('new-handoff');
  await refusePastDate(modal);
  await keep('new-handoff-refused');
  await modal.getByLabel('Target kickoff').fill(deal.kickoff);
  await modal.getByRole('button', { name: 'Open handoff' }).click();
  const opened = dialog(page, 'Handoff opened');
  await opened.getByText('inviting the owners').waitFor();
  await opened.getByRole('button', { name: 'Close', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Workspace' })
    .getByRole('button', { name: new RegExp(deal.channel) })
    .click();
  await channelLog(page).waitFor();
  await desk(page).getByText('Missing for kickoff').waitFor();
  await desk(page).getByText('stage: intake').waitFor();
  await keep('desk-at-intake');
};
