import type { App } from '@slack/bolt';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, seedWith, startBolt, until } from '../fixture.ts';
import { builtPage, type Heard, listen, openBrowser, pickMessage } from './fixture.ts';

let pageDir: string;
let browser: Browser;
let workspace: Workspace;
let app: App;
let page: Page;
let heard: Heard[];
let complaints: string[];

beforeAll(async () => {
  [pageDir, browser] = await Promise.all([builtPage(), openBrowser()]);
});
afterAll(() => browser.close());

beforeEach(async () => {
  heard = [];
  complaints = [];
  workspace = await startWorkspace({ seed: seedWith(), pageDir, clockStart: '2026-11-30T09:00:00Z' });
  app = await startBolt(workspace, (one) => listen(one, heard));
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
});
afterEach(async () => {
  await page.close();
  await app.stop();
  await workspace.close();
  expect(complaints).toEqual([]);
});

const CHANNEL = 'C0HANDOFFS';
const sitDown = async (as = 'U0PRIYA', place = `channel=${CHANNEL}`): Promise<void> => {
  await page.goto(`${workspace.url}/?as=${as}&${place}`);
  await page.getByText('Live', { exact: true }).waitFor();
};
const log = () => page.getByRole('log', { name: 'Messages in #handoffs' });
const composer = () => page.getByRole('textbox', { name: 'Message #handoffs' });
const thread = () => page.getByRole('complementary', { name: 'Thread' });

describe('a person at the page', () => {
  test('writes, and reads what others write in the same moment', async () => {
    await sitDown();
    await composer().fill('Hello *there* @Tomasz Nowak, is 1 < 2?');
    await composer().press('Enter');
    await log().getByText('is 1 < 2?').waitFor();
    expect(await log().locator('strong', { hasText: 'there' }).count()).toBe(1);
    expect(await log().getByText('@Tomasz Nowak').count()).toBe(1);
    expect(await composer().inputValue()).toBe('');
    await person(workspace, 'U0TOMASZ').do('post', { channel: CHANNEL, text: '<img src=x onerror=alert(1)>' });
    await log().getByText('<img src=x onerror=alert(1)>').waitFor();
  });

  test('answers in a thread', async () => {
    await person(workspace, 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'Who takes it?' });
    await sitDown();
    await log().getByText('Who takes it?').hover();
    await page.getByRole('button', { name: 'Reply in thread' }).click();
    await thread().getByRole('textbox', { name: 'Reply in thread' }).fill('I do.');
    await thread().getByRole('textbox', { name: 'Reply in thread' }).press('Enter');
    await thread().getByText('I do.').waitFor();
    await log()
      .getByRole('button', { name: /1 reply/ })
      .waitFor();
    expect(await log().getByText('I do.').count()).toBe(0);
  });

  test('is told at the field what is wrong, mends it and sends', async () => {
    await sitDown();
    await composer().fill('/desk new');
    await composer().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask for a date' });
    const what = dialog.getByRole('textbox', { name: 'What is it about?' });
    await dialog.getByRole('button', { name: 'Send request' }).click();
    expect(await dialog.getByText('Please complete this required field.').count()).toBe(2);
    expect(heard.filter((one) => one.what === 'submit')).toEqual([]);

    await what.fill('everything');
    await dialog.getByRole('combobox', { name: 'How large is it?' }).selectOption('Large');
    await dialog.getByRole('combobox', { name: /Who must agree/ }).click();
    await page.getByRole('option', { name: /Tomasz/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('checkbox', { name: 'By mail' }).check();
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.getByText('That is too much for one request.').waitFor();
    expect(await what.getAttribute('aria-invalid')).toBe('true');
    await page.waitForFunction('document.activeElement.getAttribute("aria-invalid") === "true"');

    await what.fill('one thing');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(heard.at(-1)).toMatchObject({
      what: 'submit',
      data: {
        what: { v: { value: 'one thing' } },
        size: { v: { selected_option: { value: 'l' } } },
        who: { v: { selected_users: ['U0TOMASZ'] } },
        ways: { v: { selected_options: [{ value: 'mail' }] } },
      },
    });
  });

  test('chooses in a message and sees what the app makes of it', async () => {
    await clientOf(workspace).chat.postMessage({ channel: CHANNEL, ...pickMessage });
    await sitDown();
    await log().getByRole('combobox', { name: 'Choose a day' }).selectOption('Tuesday');
    await log().getByText('Picked Tuesday.').waitFor();
    expect(heard).toMatchObject([{ what: 'pick', data: { action_id: 'pick', selected_option: { value: 'tue' } } }]);
  });

  test('is told privately when the app fails', async () => {
    await clientOf(workspace).chat.postMessage({ channel: CHANNEL, ...pickMessage });
    await control(workspace, 'faults', { method: 'delivery:interactive', fault: 'http_500' });
    await sitDown();
    await log().getByRole('combobox', { name: 'Choose a day' }).selectOption('Tuesday');
    await page.getByRole('status').filter({ hasText: /app/i }).waitFor();
  });

  test('drops a file into the channel', async () => {
    await sitDown();
    const data = await page.evaluateHandle(
      '(() => { const all = new DataTransfer(); all.items.add(new File(["scope"], "scope.txt", { type: "text/plain" })); return all; })()',
    );
    await log().dispatchEvent('drop', { dataTransfer: data });
    await page.getByRole('list', { name: 'Files to send' }).getByText('scope.txt').waitFor();
    await composer().fill('The scope');
    await composer().press('Enter');
    await log()
      .getByRole('link', { name: /scope\.txt/ })
      .waitFor();
    await log().getByText('The scope').waitFor();
    const state = await control(workspace, 'state');
    expect(JSON.stringify(state.files)).toContain('scope.txt');
  });

  test('becomes somebody else, who sees what is theirs', async () => {
    await person(workspace, 'U0TOMASZ').do('post', { channel: 'C0DELIVERY', text: 'Only delivery talks here' });
    await sitDown();
    await page.getByRole('button', { name: 'Acting as Priya Raman' }).click();
    await page.getByRole('menuitemradio', { name: /Aisha Khan/ }).click();
    await page.getByRole('button', { name: 'Acting as Aisha Khan' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Workspace' })
      .getByRole('button', { name: 'delivery, 1 unread' })
      .click();
    await page.getByRole('log', { name: 'Messages in #delivery' }).getByText('Only delivery talks here').waitFor();
    expect(page.url()).toContain('as=U0AISHA&channel=C0DELIVERY');
    await page
      .getByRole('navigation', { name: 'Workspace' })
      .getByRole('button', { name: 'delivery', exact: true })
      .waitFor();
  });

  test('needs no mouse to run a command, fill the form and leave it', async () => {
    await sitDown();
    await composer().focus();
    await page.keyboard.type('/d');
    await page.getByRole('option', { name: /\/desk/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('now');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask for a date' });
    await dialog.waitFor();
    await page.keyboard.type('A date');
    expect(await dialog.getByRole('textbox', { name: 'What is it about?' }).inputValue()).toBe('A date');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Med');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('yuk');
    await page.getByRole('option', { name: /Yuki/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Remove Yuki Tanaka' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('textbox', { name: 'What is it about?' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(heard).toMatchObject([
      { what: 'command', data: 'now' },
      {
        what: 'submit',
        data: { size: { v: { selected_option: { value: 'm' } } }, who: { v: { selected_users: ['U0YUKI'] } } },
      },
    ]);
    await composer().focus();
    await page.keyboard.type('/desk');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('opens App Home', async () => {
    await sitDown();
    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: /Home/ }).click();
    await page.getByRole('region', { name: 'App Home' }).getByRole('heading', { name: 'Your open requests' }).waitFor();
  });

  test('reads the canvas, and a link in it leads to its message', async () => {
    const client = clientOf(workspace);
    const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'The source' });
    const { permalink = '' } = await client.chat.getPermalink({ channel: CHANNEL, message_ts: ts });
    const markdown = `# Packet\n\n| What | Source |\n| --- | --- |\n| Import | [call](${permalink}) |`;
    await client.conversations.canvases.create({
      channel_id: CHANNEL,
      document_content: { type: 'markdown', markdown },
    });
    await sitDown();
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await page.getByRole('heading', { name: 'Packet', level: 1 }).waitFor();
    await page.getByRole('cell', { name: 'call' }).getByRole('link').click();
    await log().getByText('The source').waitFor();
    await page.waitForFunction(`document.activeElement.dataset.ts === "${ts}"`);
  });

  test('is shown what a gap in the live line left out, and what came while the line was down', async () => {
    let down = false;
    const lines: WebSocketRoute[] = [];
    await page.routeWebSocket(/people\/live/, (line) => {
      if (down) return void line.close();
      lines.push(line);
      line.connectToServer().onMessage((message) => !String(message).includes('Left out') && line.send(message));
    });
    await sitDown();
    const tomasz = person(workspace, 'U0TOMASZ');
    await tomasz.do('post', { channel: CHANNEL, text: 'Left out' });
    expect(await log().getByText('Left out').count()).toBe(0);
    await tomasz.do('post', { channel: 'C0GENERAL', text: 'Heard' });
    await log().getByText('Left out').waitFor();

    down = true;
    await lines.at(-1)?.close();
    await page.getByText('Connection lost, trying again').waitFor();
    await tomasz.do('post', { channel: CHANNEL, text: 'While it was down' });
    down = false;
    await log().getByText('While it was down').waitFor();
    expect(lines).toHaveLength(2);
  });
});

describe('a narrow page', () => {
  test('reaches every place by its menu', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await sitDown();
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: 'sales' }).click();
    await page.getByRole('log', { name: 'Messages in #sales' }).waitFor();
    expect(await until(() => page.evaluate('document.documentElement.scrollWidth <= 390'))).toBe(true);
  });
});
