import { expect, test } from 'vitest';
import { person, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { openAt, rail } from './place.ts';
import { CHANNEL, sitting } from './sitting.ts';

const desk = sitting(() => {});

const narrow = async (place: string) => {
  const page = desk.page();
  await page.setViewportSize({ width: 360, height: 740 });
  await openAt(page, desk.workspace(), place);
  return page;
};
const fits = async () => expect(await desk.page().evaluate('document.documentElement.scrollWidth')).toBe(360);

test('at 360 pixels every place is reached by the menu, and nothing is wider than the window', async () => {
  const page = await narrow(`channel=${CHANNEL}`);
  await desk.log().waitFor();
  await fits();
  const menu = page.getByRole('button', { name: 'Channels and people' });
  await menu.click();
  await desk.shot('narrow-rail');
  expect(await violations(page, '.rail')).toEqual([]);
  await rail(page).getByRole('button', { name: 'sales' }).click();
  await page.getByRole('log', { name: 'Messages in #sales' }).waitFor();
  for (const [name, heading] of [
    ['Activity', 'Activity'],
    ['App Home', 'App'],
  ] as const) {
    await menu.click();
    await rail(page).getByRole('button', { name }).click();
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await fits();
  }
  await menu.click();
  await page.keyboard.press('Escape');
  await rail(page).getByRole('button', { name: 'sales' }).waitFor({ state: 'hidden' });
});

test('search, canvas, thread and inspector fit', async () => {
  const page = await narrow('search=import');
  const { ts } = await person(desk.workspace(), 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'The import' });
  await page.getByRole('searchbox').fill('import ');
  await page.getByText('1 message, newest first').waitFor();
  await fits();
  await desk.shot('narrow-search');
  await desk.client().conversations.canvases.create({
    channel_id: CHANNEL,
    document_content: { type: 'markdown', markdown: '# Handover\n\nAll of it\n\n## Next\n\n- [ ] Kickoff' },
  });
  await openAt(page, desk.workspace(), `channel=${CHANNEL}&tab=canvas`);
  await page.getByRole('heading', { name: 'Next' }).waitFor();
  await fits();
  await desk.shot('narrow-canvas');
  await openAt(page, desk.workspace(), `channel=${CHANNEL}&thread=${ts}`);
  await page.getByRole('complementary', { name: 'Thread' }).getByText('The import').waitFor();
  await fits();
  await openAt(page, desk.workspace(), 'inspector=1');
  await page
    .getByRole('region', { name: 'Traffic' })
    .getByRole('button', { name: /canvases\.create/ })
    .click();
  await page
    .getByRole('complementary', { name: /^Entry/ })
    .getByRole('region', { name: 'Answer' })
    .waitFor();
  await fits();
  expect(await violations(page)).toEqual([]);
  await desk.shot('narrow-inspector');
  await page.getByRole('button', { name: /2026/ }).click();
  await page.getByRole('dialog', { name: 'Workspace time' }).waitFor();
  await fits();
  await desk.shot('narrow-time');
});

test('a table that is too wide is scrolled by keyboard', async () => {
  const page = await narrow(`channel=${CHANNEL}`);
  const row = (cells: string[]) => cells.map((text) => ({ type: 'raw_text', text }));
  const wide = ['Commitment', 'Promised by', 'Source of it', 'Responsible', 'Deadline', 'Dependencies'];
  await desk.client().apiCall('chat.postMessage', {
    channel: CHANNEL,
    text: 'A table',
    blocks: [{ type: 'table', rows: [row(wide), row(wide)] }],
  });
  const table = desk.log().getByRole('region', { name: 'Table' });
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await until(() => table.evaluate((one) => one.scrollLeft > 0));
});
