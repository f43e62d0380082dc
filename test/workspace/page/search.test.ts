import { expect, test } from 'vitest';
import { person } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds, openAt } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting(() => {});

const say = async () => {
  const tomasz = person(desk.workspace(), 'U0TOMASZ');
  const { ts } = await tomasz.do('post', { channel: CHANNEL, text: 'The *import format* is agreed' });
  await person(desk.workspace(), 'U0ELENA').do('post', { channel: 'C0SALES', text: 'Import of leads is done' });
  await tomasz.do('post', { channel: 'C0DELIVERY', text: 'Nobody outside reads about the import here' });
  await tomasz.upload({ channel: CHANNEL, filename: 'import-plan.txt', comment: 'Here it is' }, 'plan');
  return String(ts);
};

test('finds messages and files, marks the words, and leads to the message in its place', async () => {
  const ts = await say();
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=C0SALES`);
  await page.keyboard.press('Control+g');
  const field = page.getByRole('searchbox', { name: 'Search this workspace' });
  await field.fill('import');
  await page.getByText('4 messages, newest first').waitFor();
  const found = page.getByRole('list', { name: 'Messages found' });
  expect(await found.locator('mark').first().textContent()).toBe('import');
  await page.getByRole('link', { name: 'import-plan.txt' }).waitFor();
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`search-${theme}`);
  }
  await field.fill('"import format" from:@tomasz');
  await page.getByText('1 message, newest first').waitFor();
  await found.getByRole('button', { name: /is agreed/ }).click();
  await holds(page, `document.activeElement.dataset.ts === "${ts}"`);
  await page.goBack();
  await page.getByText(/newest first/).waitFor();
});

test('needs no mouse: from Ctrl+K to the found message', async () => {
  const ts = await say();
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=C0SALES`);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Channel, person, or words to search for' });
  await field.fill('import format');
  await page.keyboard.press('Enter');
  await page.getByText('1 message, newest first').waitFor();
  expect(page.url()).toContain('search=import+format');
  await page.getByRole('list', { name: 'Messages found' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await holds(page, `document.activeElement.dataset.ts === "${ts}"`);
});

test('says that nothing fits, and offers filters', async () => {
  await say();
  const page = desk.page();
  await openAt(page, desk.workspace(), 'search=nonsense');
  await page.getByText('No message fits.').waitFor();
  const field = page.getByRole('searchbox', { name: 'Search this workspace' });
  await field.fill('');
  await page.getByRole('button', { name: 'has:file' }).click();
  await page.getByText('1 message, newest first').waitFor();
  await page.getByRole('list', { name: 'Messages found' }).getByText('Here it is').waitFor();
});
