import { expect, test } from 'vitest';
import { person, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds, openAt, rail } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting(() => {});

test('Ctrl+K leads to channels, people and deeds', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  const field = page.getByRole('combobox', { name: 'Channel, person, or words to search for' });
  await page.keyboard.press('Control+k');
  await field.fill('sal');
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page, 'dialog')).toEqual([]);
    await desk.shot(`switcher-${theme}`);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '#sales', level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await field.fill('yuki');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Message Yuki Tanaka' }).waitFor();
  await page.keyboard.press('Control+k');
  await field.fill('act as elena');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Acting as Elena Petrova' }).waitFor();
});

test('Alt and an arrow go from channel to channel, with Shift to the unread ones', async () => {
  const page = desk.page();
  await person(desk.workspace(), 'U0ELENA').do('post', { channel: 'C0SALES', text: 'News' });
  await openAt(page, desk.workspace(), 'channel=C0GENERAL');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('heading', { name: '#handoffs', level: 1 }).waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { name: '#general', level: 1 }).waitFor();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.getByRole('heading', { name: '#sales', level: 1 }).waitFor();
});

test('F6 goes through the parts of the page, arrows through the list of channels', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  const inside = (part: string) =>
    holds(page, `document.querySelector(${JSON.stringify(part)}).contains(document.activeElement)`);
  await page.keyboard.press('F6');
  await inside('.rail');
  await holds(page, 'document.activeElement.textContent.trim() === "handoffs"');
  await page.keyboard.press('ArrowDown');
  await holds(page, 'document.activeElement.textContent.trim() === "sales"');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '#sales', level: 1 }).waitFor();
  await page.keyboard.press('F6');
  await inside('.main');
  await page.keyboard.press('F6');
  await inside('.strip');
});

test('the list of shortcuts opens by ? where nobody types, and by Ctrl+/ anywhere', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await help.waitFor();
  expect(await violations(page, 'dialog')).toEqual([]);
  await desk.shot('shortcuts');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  const composer = page.getByRole('textbox', { name: 'Message #handoffs' });
  await composer.focus();
  await page.keyboard.type('Really?');
  expect(await composer.inputValue()).toBe('Really?');
  await page.keyboard.press('Control+/');
  await help.waitFor();
});

test('a lost server is said, what was written stays, and what was missed is read', async () => {
  const page = desk.page();
  let down = false;
  const lines: { close(): Promise<void> }[] = [];
  await page.routeWebSocket(/people\/live/, (line) => {
    if (down) return void line.close();
    lines.push(line);
    line.connectToServer();
  });
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page.getByRole('textbox', { name: 'Message #handoffs' }).fill('Not sent yet');
  const before = await page.evaluate('document.querySelector(".main").getBoundingClientRect().top');
  down = true;
  await lines.at(-1)?.close();
  await page.getByText('The workspace cannot be reached.').waitFor();
  expect(await page.evaluate('document.querySelector(".main").getBoundingClientRect().top')).toBe(before);
  await person(desk.workspace(), 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'Said meanwhile' });
  down = false;
  await desk.log().getByText('Said meanwhile').waitFor();
  expect(await page.getByRole('textbox', { name: 'Message #handoffs' }).inputValue()).toBe('Not sent yet');
  await until(async () => (await page.getByText('The workspace cannot be reached.').count()) === 0);
  await rail(page).waitFor();
});
