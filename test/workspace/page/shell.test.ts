import { expect, test } from 'vitest';
import { person } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds, openAt, rail } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting(() => {});

test('lists what is open to a person, with what waits and what is being written', async () => {
  const page = desk.page();
  await person(desk.workspace(), 'U0PRIYA').do('open_dm', { users: ['U0MARCUS', 'U0ELENA'] });
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await rail(page).getByRole('region', { name: 'Channels' }).getByRole('button', { name: 'general' }).waitFor();
  await rail(page)
    .getByRole('region', { name: 'Direct messages' })
    .getByRole('button', { name: 'Marcus, Elena' })
    .waitFor();
  await rail(page)
    .getByRole('region', { name: 'Apps' })
    .getByRole('button', { name: /^App Home, connected/ })
    .waitFor();
  await page.getByRole('textbox', { name: 'Message #handoffs' }).fill('Half a thought');
  await rail(page).getByRole('button', { name: 'general' }).click();
  await rail(page).getByRole('button', { name: 'handoffs, draft' }).click();
  expect(await page.getByRole('textbox', { name: 'Message #handoffs' }).inputValue()).toBe('Half a thought');
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`shell-${theme}`);
  }
});

test('finds a channel, joins it, leaves it, and looks into an archived one', async () => {
  const page = desk.page();
  const delivery = desk.workspace().world.channels.get('C0DELIVERY');
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await rail(page).getByRole('button', { name: 'Browse channels' }).click();
  const browser = page.getByRole('dialog', { name: 'Channels' });
  await browser.getByRole('searchbox', { name: 'Find a channel' }).fill('deliv');
  expect(await violations(page, 'dialog')).toEqual([]);
  await desk.shot('channel-browser');
  await browser.getByRole('button', { name: 'Join delivery' }).click();
  await page.getByRole('textbox', { name: 'Message #delivery' }).waitFor();
  await page.getByRole('button', { name: 'Details of #delivery' }).click();
  const details = page.getByRole('dialog', { name: '#delivery' });
  await details.getByRole('button', { name: 'Leave channel' }).click();
  await page.getByRole('button', { name: 'Join channel' }).waitFor();
  expect(delivery?.members.has('U0PRIYA')).toBe(false);
  if (delivery) delivery.is_archived = true;
  await page.reload();
  await rail(page).getByRole('button', { name: 'Browse channels' }).click();
  await browser.getByRole('radio', { name: 'Archived' }).check();
  await browser.getByRole('button', { name: /^delivery/ }).click();
  await page.getByText('This channel is archived.').waitFor();
});

test('makes a channel by Slack’s rules for names, and adds people to it', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await rail(page).getByRole('button', { name: 'Add channels' }).click();
  await page.getByRole('menuitem', { name: 'Create a channel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a channel' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('sales');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await dialog.getByRole('alert').getByText('There is a channel of this name already.').waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('New Deal');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  const members = page.getByRole('dialog', { name: '#new-deal' });
  await members.getByRole('button', { name: 'Add Yuki Tanaka' }).click();
  await members.getByRole('list', { name: 'Members', exact: true }).getByText('Yuki Tanaka').waitFor();
  expect(await violations(page, 'dialog')).toEqual([]);
  await desk.shot('channel-members');
  const made = [...desk.workspace().world.channels.values()].find((one) => one.name === 'new-deal');
  expect([...(made?.members ?? [])]).toEqual(['U0PRIYA', 'U0YUKI']);
});

test('sets a topic, and shows who somebody is and what time it is for them', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page.getByRole('button', { name: 'Details of #handoffs' }).click();
  const details = page.getByRole('dialog', { name: '#handoffs' });
  await details.getByRole('textbox', { name: 'Topic' }).fill('Kickoffs of December');
  await details.getByRole('button', { name: 'Save' }).click();
  await desk.log().getByText('set the channel topic: Kickoffs of December').waitFor();
  await details.getByRole('tab', { name: /Members/ }).click();
  await details.getByRole('button', { name: /Jonah Fields/ }).click();
  const card = page.getByRole('dialog', { name: 'Jonah Fields' });
  await card.getByText('Customer success manager').waitFor();
  await card.getByText(/1:0\d AM/).waitFor();
  await card.getByText('outside working hours').waitFor();
  expect(await violations(page, 'dialog')).toEqual([]);
  await desk.shot('person-card');
  await card.getByRole('button', { name: 'Message' }).click();
  await page.getByRole('textbox', { name: 'Message Jonah Fields' }).waitFor();
});

test('goes back and forward by the browser', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await rail(page).getByRole('button', { name: 'sales' }).click();
  await page.getByRole('heading', { name: '#sales', level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: '#handoffs', level: 1 }).waitFor();
  await page.goForward();
  await page.getByRole('heading', { name: '#sales', level: 1 }).waitFor();
  await holds(page, 'document.title === "#sales · Northwind Systems"');
});

test('keeps the colours that were chosen, and follows the system without', async () => {
  const page = desk.page();
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(await background()).toBe('rgb(26, 28, 30)');
  await rail(page).getByRole('button', { name: 'Colours: as the system' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.reload();
  await rail(page).getByRole('button', { name: 'Colours: light' }).waitFor();
  expect(await background()).toBe('rgb(255, 255, 255)');
});
