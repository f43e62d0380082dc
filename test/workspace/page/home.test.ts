import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { listen } from './fixture.ts';
import { openAt } from './place.ts';
import { sitting, themes } from './sitting.ts';

const desk = sitting((app) => listen(app, []));

test('Home, Messages and About are tabs of the app', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), 'home=1');
  await page.getByRole('region', { name: 'App Home' }).getByRole('heading', { name: 'Your open requests' }).waitFor();
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`home-${theme}`);
  }
  const tabs = page.getByRole('tablist', { name: 'App: views of this app' });
  await tabs.getByRole('tab', { name: 'Messages' }).click();
  await page.getByRole('textbox', { name: 'Message App' }).waitFor();
  expect(await tabs.getByRole('tab', { name: 'Messages' }).getAttribute('aria-selected')).toBe('true');
  await tabs.getByRole('tab', { name: 'About' }).click();
  const about = page.getByRole('region', { name: 'About this app' });
  await about.getByText('/desk').waitFor();
  await about.getByText('File it').waitFor();
  expect(page.url()).toContain('home=about');
  expect(await violations(page)).toEqual([]);
  await desk.shot('app-about');
  await tabs.getByRole('tab', { name: 'Home' }).click();
  await page.getByRole('heading', { name: 'Your open requests' }).waitFor();
});
