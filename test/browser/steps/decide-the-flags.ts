import type { Locator, Page } from 'playwright-core';
import { promises } from './deal.ts';
import { actAs, dialog, message, submit, type Workplace } from './workplace.ts';

const flags = (page: Page): Locator => message(page, /Flags · \d+ flags?/);

const openThread = async (page: Page): Promise<Locator> => {
  await flags(page)
    .getByRole('button', { name: /repl(y|ies)/ })
    .click();
  const thread = page.getByRole('log', { name: 'Messages in thread' });
  await thread.waitFor();
  return thread;
};

const card = (thread: Locator, says: string): Locator => thread.getByRole('article').filter({ hasText: says });

const say = async (
  work: Workplace,
  name: string,
  promise: string,
  decision: string,
  reason: string,
): Promise<Locator> => {
  await actAs(work.page, name);
  const thread = await openThread(work.page);
  const one = card(thread, promise);
  await one.getByRole('button', { name: decision, exact: true }).click();
  const modal = dialog(work.page, decision);
  await modal.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await work.keep(`${decision.toLowerCase().replaceAll(' ', '-')}-by-${name.split(' ')[0]?.toLowerCase()}`);
  await submit(modal, 'Confirm');
  return one;
};

/** A promise without a clause is delivered: one side alone does not settle it, both do. */
export const bothDeliverIt = async (work: Workplace): Promise<void> => {
  const reason = 'The payroll export is small, and she was told so plainly.';
  const first = await say(work, 'Priya Raman', promises.notCovered, 'Deliver it', reason);
  await first.getByText('says Deliver it').waitFor();
  await first.getByRole('button', { name: 'Deliver it', exact: true }).waitFor();
  await work.keep('one-side-has-spoken');
  const second = await say(work, 'Tomasz Nowak', promises.notCovered, 'Deliver it', reason);
  await second.getByText('✓ Deliver it').waitFor();
  await second.getByRole('button', { name: 'Deliver it', exact: true }).waitFor({ state: 'detached' });
};

/** A promise against a clause is refused by both. */
export const bothSayNotSold = async (work: Workplace): Promise<void> => {
  const reason = 'Two sessions are priced; Priya tells Ingrid this week.';
  await say(work, 'Tomasz Nowak', promises.contradicted, 'Not sold', reason);
  const second = await say(work, 'Priya Raman', promises.contradicted, 'Not sold', reason);
  await second.getByText('✓ Not sold').waitFor();
  await work.keep('flags-decided');
};

/** What is left: a gap in *Review next*, the low ones together. */
export const decideTheRest = async (work: Workplace): Promise<void> => {
  const { page, keep } = work;
  await actAs(page, 'Tomasz Nowak');
  await flags(page).getByRole('button', { name: 'Review next' }).click();
  const review = dialog(page, 'Decide this flag');
  // Its decisions are described, so the page makes it a list that one types in.
  await review.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: /^Answer/ }).click();
  await review
    .getByRole('textbox', { name: /^Reason/ })
    .fill('All four ferries are planned in it for a month without a clash.');
  await keep('review-next');
  await review.getByRole('button', { name: 'Decide', exact: true }).click();
  await review.getByText('2 of 2, most severe first').waitFor();
  await review.getByRole('button', { name: 'Cancel' }).click();
  await decideLow(work);
  await message(page, 'All of them are decided.').waitFor();
};

const decideLow = async ({ page, keep }: Workplace): Promise<void> => {
  await flags(page).getByRole('button', { name: 'Decide the low ones together' }).click();
  const low = dialog(page, 'Decide the low ones');
  await low.getByRole('combobox', { name: 'Decision' }).selectOption('Accept the risk');
  await low.getByRole('textbox', { name: 'Reason' }).fill('Delivery reviews it in this very channel.');
  await keep('low-ones-together');
  await low.getByRole('button', { name: 'Decide', exact: true }).click();
  await submit(dialog(page, 'Low flags'), 'Close');
};
