import { expect, test } from 'vitest';
import { until } from '../fixture.ts';
import { violations } from './axe.ts';
import { listen } from './fixture.ts';
import { openAt } from './place.ts';
import { sitting, themes } from './sitting.ts';

const acted: unknown[] = [];
const desk = sitting((app) => {
  listen(app, []);
  app.action(/^at_/, async ({ ack, action }) => {
    await ack();
    acted.push('value' in action ? action.value : null);
  });
});

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

test('a text input tells the app at each letter or at Enter, as its app wants it', async () => {
  const page = desk.page();
  const by: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/people/act')) by.push(request.postDataJSON().by);
  });
  await openAt(page, desk.workspace(), 'home=1');
  await page.getByRole('heading', { name: 'Your open requests' }).waitFor();
  const input = (action_id: string, dispatch_action_config?: object) => ({
    type: 'input',
    dispatch_action: true,
    label: { type: 'plain_text', text: action_id },
    element: { type: 'plain_text_input', action_id, dispatch_action_config },
  });
  const blocks = [input('at_letters', { trigger_actions_on: ['on_character_entered'] }), input('at_enter')];
  await desk.client().apiCall('views.publish', { user_id: 'U0PRIYA', view: { type: 'home', blocks } });
  await page.getByRole('textbox', { name: 'at_letters' }).press('x');
  await until(() => acted.length === 1);
  await page.getByRole('textbox', { name: 'at_enter' }).pressSequentially('yes');
  await page.getByRole('textbox', { name: 'at_enter' }).press('Enter');
  await until(() => acted.length === 2);
  expect(acted).toEqual(['x', 'yes']);
  expect(by).toEqual(['on_character_entered', 'on_enter_pressed']);
});
