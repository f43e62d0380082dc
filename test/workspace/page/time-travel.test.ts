import { expect, test } from 'vitest';
import { control, person, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { openAt } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting((app) => {
  app.message('fail', async () => {});
});

const sit = async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page.getByRole('region', { name: 'Developer' }).getByRole('button', { name: /2026/ }).click();
  const panel = page.getByRole('dialog', { name: 'Workspace time' });
  await panel.waitFor();
  return { page, panel };
};
const now = () => new Date(desk.workspace().world.clock.now()).toISOString();

test('goes an hour and a day ahead, to Monday nine, and to the next working morning of somebody', async () => {
  const { page, panel } = await sit();
  await panel.getByRole('button', { name: '+1 hour' }).click();
  await panel.getByText(/^Mon, Nov 30, 2026, 10:0\d AM$/).waitFor();
  await panel.getByRole('button', { name: '+1 day' }).click();
  await panel.getByText(/^Tue, Dec 1, 2026, 10:0\d AM$/).waitFor();
  await panel.getByRole('button', { name: 'Next Monday 9:00' }).click();
  await panel.getByText(/^Mon, Dec 7, 2026, 9:0\d AM$/).waitFor();
  await panel.getByRole('combobox').selectOption('Yuki Tanaka');
  await panel.getByRole('button', { name: 'Go to the working day of Yuki Tanaka' }).click();
  // Nine in Tokyo on Tuesday is midnight in London.
  await panel.getByText(/^Tue, Dec 8, 2026, 12:0\d AM$/).waitFor();
  expect(now()).toMatch(/^2026-12-08T00:0/);
  await page.getByRole('status').filter({ hasText: 'The workspace and the app have moved to Tue, Dec 8' }).waitFor();
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`time-${theme}`);
  }
});

test('says what is due on the way, and it happens', async () => {
  await control(desk.workspace(), 'faults', { method: 'delivery:message', fault: 'http_500', times: 2 });
  await person(desk.workspace(), 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'Hear me' });
  await until(() =>
    desk
      .workspace()
      .world.clock.due()
      .some((one) => one.what === 'Retry 2 of message'),
  );
  const { panel } = await sit();
  await panel.getByRole('region', { name: 'Waiting for their time' }).getByText('Retry 2 of message').waitFor();
  const hour = panel.getByRole('button', { name: '+1 hour' });
  expect(await hour.textContent()).toContain('1 thing happens');
  await hour.click();
  await until(async () => (await control(desk.workspace(), 'state')).pending === 0);
  await panel.getByText(/^Nothing is waiting/).waitFor();
});

test('a date in the past is asked for twice, and real time is one step away', async () => {
  const { page, panel } = await sit();
  await panel.getByLabel('Date and time').fill('2026-11-16T08:30');
  await panel.getByText('goes back').waitFor();
  await panel.getByRole('button', { name: 'Jump', exact: true }).click();
  const sure = page.getByRole('dialog', { name: 'Go back in time?' });
  await sure.getByRole('button', { name: 'Stay' }).click();
  expect(now()).toMatch(/^2026-11-30/);
  await panel.getByRole('button', { name: 'Jump', exact: true }).click();
  await sure.getByRole('button', { name: 'Go back' }).click();
  await panel.getByText(/^Mon, Nov 16, 2026, 8:3\d AM$/).waitFor();
  await panel.getByRole('button', { name: 'Back to real time' }).click();
  if (Date.parse(now()) > Date.now() + 60_000) await sure.getByRole('button', { name: 'Go back' }).click();
  await until(() => desk.workspace().world.clock.offset() === 0);
  await panel
    .getByText(/real time/)
    .first()
    .waitFor();
});
