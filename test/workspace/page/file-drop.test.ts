import { expect, test } from 'vitest';
import { control } from '../fixture.ts';
import { violations } from './axe.ts';
import { sitting, themes } from './sitting.ts';

const at = sitting(() => undefined);
const composer = () => at.page().getByRole('textbox', { name: 'Message #handoffs' });
const waiting = () => at.page().getByRole('list', { name: 'Files to send' });

/** One red pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

test('several files are dropped, one is taken back, and the rest is one message with a preview', async () => {
  await at.sitDown();
  const data = await at.page().evaluateHandle(`(() => {
    const all = new DataTransfer();
    const png = Uint8Array.from(atob('${PNG}'), (char) => char.charCodeAt(0));
    all.items.add(new File(['line one\\nline two'], 'scope.txt', { type: 'text/plain' }));
    all.items.add(new File([png], 'plan.png', { type: 'image/png' }));
    all.items.add(new File(['secret'], 'salary.csv', { type: 'text/csv' }));
    return all;
  })()`);
  await at.log().dispatchEvent('drop', { dataTransfer: data });
  await waiting().getByRole('button', { name: 'Remove salary.csv' }).click();
  await composer().fill('What we sold');
  for (const theme of themes) {
    await at.theme(theme);
    expect(await violations(at.page())).toEqual([]);
  }
  await at.shot('files-waiting');
  await composer().press('Enter');
  const message = at.log().getByRole('article').filter({ hasText: 'What we sold' });
  await message.getByText('line two').waitFor();
  await message.getByRole('img', { name: 'plan.png' }).waitFor();
  await waiting().waitFor({ state: 'detached' });
  await at.shot('files-sent');
  const state = JSON.stringify(await control(at.workspace(), 'state'));
  expect(state).not.toContain('salary.csv');
  expect(await at.log().getByRole('article').count()).toBe(1);
});

test('progress is shown while a file is on its way, and a refused one stays to be sent again', async () => {
  await at.sitDown();
  await at
    .page()
    .locator('.composer input[type=file]')
    .setInputFiles({
      name: 'big.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(4_000_000),
    });
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await at.page().route('**/people/upload?*', async (route) => {
    await held;
    await route.fulfill({ json: { ok: false, error: 'file_not_found', message: 'The disk is full.' } });
  });
  await composer().press('Enter');
  await waiting().getByRole('progressbar', { name: 'Sending big.bin' }).waitFor();
  release();
  await at.page().getByText('The disk is full.').waitFor();
  await at.page().unroute('**/people/upload?*');
  await waiting().getByRole('button', { name: 'Remove big.bin' }).waitFor();
  await composer().press('Enter');
  await at
    .log()
    .getByRole('link', { name: /big\.bin/ })
    .waitFor();
});
