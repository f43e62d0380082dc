import { expect, test } from 'vitest';
import { control, person, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { openAt } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting((app) => {
  app.message('ping', async ({ say, message }) => {
    await say({ text: 'pong', thread_ts: message.ts });
  });
});

const inspect = async () => {
  const page = desk.page();
  await page.goto(`${desk.workspace().url}/inspector?as=U0PRIYA`);
  await page.getByRole('region', { name: 'Traffic' }).waitFor();
  return page;
};
const ping = async () => {
  await person(desk.workspace(), 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'ping' });
  await until(() =>
    desk
      .workspace()
      .world.channels.get(CHANNEL)
      ?.messages.some((one) => one.text === 'pong'),
  );
};

test('shows live what the app is told and what it calls, filtered and in detail', async () => {
  const page = await inspect();
  const traffic = page.getByRole('region', { name: 'Traffic' });
  await ping();
  await traffic.getByRole('button', { name: /call\s*chat\.postMessage/ }).waitFor();
  await traffic
    .getByRole('button', { name: /sent\s*message.*Tomasz Nowak/ })
    .first()
    .waitFor();
  await page.getByRole('searchbox', { name: 'Filter the traffic' }).fill('chat.post');
  await page.getByText(/^1 of \d+$/).waitFor();
  await traffic.getByRole('button', { name: /chat\.postMessage/ }).click();
  const entry = page.getByRole('complementary', { name: /^Entry \d+$/ });
  await entry.getByRole('region', { name: 'Arguments' }).getByText('"pong"').waitFor();
  await entry.getByRole('region', { name: 'Answer' }).getByText('"ok":').waitFor();
  expect(await entry.textContent()).not.toContain(desk.workspace().bot_token);
  const cause = entry.getByRole('listitem').filter({ hasText: 'because of' });
  await cause.waitFor();
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`inspector-${theme}`);
  }
  await cause.getByRole('button', { name: 'message' }).click();
  await entry.getByRole('region', { name: 'Payload' }).getByText('"event_callback"').waitFor();
});

test('copies a call as a command for the terminal', async () => {
  const page = await inspect();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.client().chat.postMessage({ channel: CHANNEL, text: "it's copied" });
  await page
    .getByRole('region', { name: 'Traffic' })
    .getByRole('button', { name: /chat\.postMessage/ })
    .click();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await page.getByText('The curl command is on the clipboard.').waitFor();
  const copied = String(await page.evaluate('navigator.clipboard.readText()'));
  expect(copied).toContain(`curl '${desk.workspace().url}/api/chat.postMessage'`);
  expect(copied).toContain('Authorization: Bearer $SLACK_BOT_TOKEN');
  expect(copied).toMatch(/copied/);
});

test('says what caused what, and counts against the tiers', async () => {
  const page = await inspect();
  await ping();
  await desk
    .client()
    .apiCall('chat.nonsense')
    .catch(() => {});
  await page.getByRole('tab', { name: 'Causes' }).click();
  const chain = page.getByRole('region', { name: 'Chain from message' }).filter({ hasText: 'chat.postMessage' });
  await chain.getByText('Tomasz Nowak').waitFor();
  await desk.shot('inspector-causes');
  await page.getByRole('tab', { name: /Counters/ }).click();
  await page.getByText('The workspace does not have: chat.nonsense.').waitFor();
  await page
    .getByRole('row', { name: /chat\.postMessage/ })
    .getByText(/1 of 600/)
    .first()
    .waitFor();
  await desk.shot('inspector-counters');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'chat.nonsense' }).click();
  await page.getByRole('region', { name: 'Traffic' }).getByText('unknown_method').waitFor();
});

test('puts trouble in, shows it coming, and shows that it came', async () => {
  const page = await inspect();
  await page.getByRole('tab', { name: 'Trouble' }).click();
  const plan = page.getByRole('form', { name: 'Plan trouble' });
  await plan.getByRole('combobox', { name: 'What happens' }).selectOption('Canvas failure');
  await plan.getByRole('combobox', { name: 'With' }).fill('canvases.create');
  await plan.getByRole('button', { name: 'Plan it' }).click();
  const toCome = page.getByRole('region', { name: 'To come' });
  await toCome.getByText('error:canvas_editing_failed').waitFor();
  expect(await violations(page)).toEqual([]);
  await desk.shot('inspector-trouble');
  const failed = desk.client().canvases.create({ title: 'x' });
  await expect(failed).rejects.toThrow('canvas_editing_failed');
  await toCome.getByText('No trouble is planned.').waitFor();
  await page.getByRole('tab', { name: 'Traffic' }).click();
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('With trouble put in');
  await page
    .getByRole('region', { name: 'Traffic' })
    .getByRole('button', { name: /canvases\.create/ })
    .waitFor();
});

test('starts and stops chaos, and clears what is planned', async () => {
  const page = await inspect();
  await control(desk.workspace(), 'faults', { method: 'chat.update', fault: 'hang' });
  await page.getByRole('tab', { name: 'Trouble' }).click();
  const chaos = page.getByRole('form', { name: 'Chaos' });
  await chaos.getByRole('spinbutton', { name: 'Seed' }).fill('42');
  await chaos.getByRole('spinbutton', { name: 'Chance' }).fill('0.5');
  await chaos.getByRole('button', { name: 'Start' }).click();
  const toCome = page.getByRole('region', { name: 'To come' });
  await toCome.getByText('with chance 0.5, seed 42').waitFor();
  await chaos.getByRole('button', { name: 'Stop' }).click();
  await toCome.getByText('Chaos').waitFor({ state: 'detached' });
  await toCome.getByRole('button', { name: 'Clear all' }).click();
  await toCome.getByText('No trouble is planned.').waitFor();
});

test('sends the last event again', async () => {
  const page = await inspect();
  await ping();
  await page.getByRole('tab', { name: 'Workspace' }).click();
  await page.getByRole('region', { name: 'Send again' }).getByRole('button', { name: 'message' }).click();
  await page.getByRole('tab', { name: 'Traffic' }).click();
  await page
    .getByRole('region', { name: 'Traffic' })
    .getByRole('button', { name: /sent\s*message/ })
    .nth(2)
    .waitFor();
});

test('keeps a snapshot and goes back to it, and the page with it', async () => {
  const page = await inspect();
  await page.getByRole('tab', { name: 'Workspace' }).click();
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await page.getByText('The snapshot is kept').waitFor();
  await ping();
  await page.getByRole('button', { name: /^Go back to Mon, Nov 30/ }).click();
  await page.getByRole('dialog', { name: 'Go back to the snapshot?' }).getByRole('button', { name: 'Go back' }).click();
  await until(() => desk.workspace().world.channels.get(CHANNEL)?.messages.length === 0);
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await desk.log().getByText('This is where the channel begins.').waitFor();
  expect(await desk.log().getByRole('article').count()).toBe(0);
});

test('comes as a drawer under the channel, and goes', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  const drawer = page.getByRole('region', { name: 'Inspector', exact: true });
  await drawer.getByRole('tab', { name: 'Traffic' }).waitFor();
  await desk.shot('inspector-drawer');
  expect(await violations(page, '.inspector-drawer')).toEqual([]);
  await drawer.getByRole('button', { name: 'Close' }).click();
  await drawer.waitFor({ state: 'detached' });
});
