import { expect, test } from 'vitest';
import { person, until } from '../fixture.ts';
import { CHANNEL, sitting } from './sitting.ts';

const at = sitting(() => undefined);
const say = (text: string) => person(at.workspace(), 'U0TOMASZ').do('post', { channel: CHANNEL, text });

async function longTalk(): Promise<void> {
  for (let line = 1; line <= 60; line += 1) await say(`Line ${line}`);
  await at.sitDown();
  await at.log().getByText('Line 60', { exact: true }).waitFor();
}

test('a menu of a message goes with it while news come and the list scrolls, and closes when it is out of sight', async () => {
  await longTalk();
  const page = at.page();
  await at.log().getByText('Line 50', { exact: true }).hover();
  const button = at.log().getByRole('button', { name: 'More actions' });
  await button.click();
  const opened = at.log().locator('button[aria-expanded="true"]');
  const menu = page.getByRole('menu', { name: 'More actions' });
  const gap = async () => {
    const [list, anchor] = [await menu.boundingBox(), await opened.boundingBox()];
    return list && anchor
      ? Math.min(Math.abs(list.y - anchor.y - anchor.height), Math.abs(anchor.y - list.y - list.height))
      : null;
  };
  await say('News');
  await at.log().getByText('News', { exact: true }).waitFor({ state: 'attached' });
  const before = (await opened.boundingBox())?.y ?? 0;
  await page.mouse.move(700, 300);
  await page.mouse.wheel(0, -120);
  await until(async () => Math.abs(((await opened.boundingBox())?.y ?? before) - before) > 60);
  await until(async () => ((await gap()) ?? 99) < 16);
  await page.mouse.wheel(0, -4000);
  await menu.waitFor({ state: 'detached' });
});

test('the newest message stays in sight when the inspector takes room from the list', async () => {
  await longTalk();
  await at.page().getByRole('button', { name: 'Inspector', exact: true }).click();
  await at.page().getByRole('tab', { name: 'Traffic' }).waitFor();
  const lowest = async () => {
    const [list, row] = [
      await at.log().boundingBox(),
      await at.log().getByText('Line 60', { exact: true }).boundingBox(),
    ];
    return list && row ? list.y + list.height - row.y - row.height : null;
  };
  await until(async () => {
    const room = await lowest();
    return room !== null && room >= 0 && room < 60;
  });
  expect(await at.page().getByRole('button', { name: 'Jump to newest' }).count()).toBe(0);
});
