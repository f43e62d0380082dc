import { expect } from 'vitest';
import { deal } from './deal.ts';
import { desk, dialog, message, submit, type Workplace } from './workplace.ts';

const press = async ({ page }: Workplace): Promise<void> => {
  await desk(page).getByRole('button', { name: 'Schedule kickoff' }).click();
};

/** Before everything is in place, the button opens the list of what is missing and no way to schedule. */
export const kickoffIsShut = async (work: Workplace): Promise<void> => {
  await press(work);
  const modal = dialog(work.page, 'Kickoff is shut');
  await modal.getByText(/things are missing/).waitFor();
  expect(await modal.getByRole('button', { name: 'Open', exact: true }).count()).toBeGreaterThan(0);
  expect(await modal.getByLabel('Kickoff date').count()).toBe(0);
  await work.keep('kickoff-is-shut');
  await submit(modal, 'Close');
};

export const scheduleKickoff = async (work: Workplace): Promise<void> => {
  const { page, keep } = work;
  await desk(page).getByText('everything is in place').waitFor();
  await desk(page).getByText('100 %').waitFor();
  await press(work);
  const modal = dialog(page, 'Schedule kickoff');
  expect(await modal.getByLabel('Kickoff date').inputValue()).toBe(deal.kickoff);
  await keep('schedule-kickoff');
  await submit(modal, 'Schedule kickoff');
  await message(page, `Kickoff is scheduled: ${deal.kickoffInWords}`).waitFor();
  await keep('kickoff-scheduled');
  await desk(page).getByText(`Kickoff ${deal.kickoffInWords} · scheduled`).waitFor();
  await desk(page).scrollIntoViewIfNeeded();
  await keep('desk-scheduled');
};
