import type { Page, WebSocketRoute } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, until } from '../fixture.ts';
import { type Heard, listen, pickMessage } from './fixture.ts';
import { holds } from './place.ts';
import { CHANNEL, sitting } from './sitting.ts';

let page: Page;
let workspace: Workspace;
let heard: Heard[];
const desk = sitting((app) => {
  heard = [];
  listen(app, heard);
});
beforeEach(() => {
  page = desk.page();
  workspace = desk.workspace();
});
const composer = () => page.getByRole('textbox', { name: 'Message #handoffs' });
const thread = () => page.getByRole('complementary', { name: 'Thread' });

describe('a person at the page', () => {
  test('writes, and reads what others write in the same moment', async () => {
    await desk.sitDown();
    await composer().fill('Hello *there* @Tomasz Nowak, is 1 < 2?');
    await composer().press('Enter');
    await desk.log().getByText('is 1 < 2?').waitFor();
    expect(await desk.log().locator('strong', { hasText: 'there' }).count()).toBe(1);
    expect(await desk.log().getByText('@Tomasz Nowak').count()).toBe(1);
    expect(await composer().inputValue()).toBe('');
    await person(workspace, 'U0TOMASZ').do('post', { channel: CHANNEL, text: '<img src=x onerror=alert(1)>' });
    await desk.log().getByText('<img src=x onerror=alert(1)>').waitFor();
  });

  test('answers in a thread', async () => {
    await person(workspace, 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'Who takes it?' });
    await desk.sitDown();
    await desk.log().getByText('Who takes it?').hover();
    await page.getByRole('button', { name: 'Reply in thread' }).click();
    await thread().getByRole('textbox', { name: 'Reply in thread' }).fill('I do.');
    await thread().getByRole('textbox', { name: 'Reply in thread' }).press('Enter');
    await thread().getByText('I do.').waitFor();
    await desk
      .log()
      .getByRole('button', { name: /1 reply/ })
      .waitFor();
    expect(await desk.log().getByText('I do.').count()).toBe(0);
  });

  test('chooses in a message and sees what the app makes of it', async () => {
    await clientOf(workspace).chat.postMessage({ channel: CHANNEL, ...pickMessage });
    await desk.sitDown();
    await desk.log().getByRole('combobox', { name: 'Choose a day' }).selectOption('Tuesday');
    await desk.log().getByText('Picked Tuesday.').waitFor();
    expect(heard).toMatchObject([{ what: 'pick', data: { action_id: 'pick', selected_option: { value: 'tue' } } }]);
  });

  test('is told privately when the app fails', async () => {
    await clientOf(workspace).chat.postMessage({ channel: CHANNEL, ...pickMessage });
    await control(workspace, 'faults', { method: 'delivery:interactive', fault: 'http_500' });
    await desk.sitDown();
    await desk.log().getByRole('combobox', { name: 'Choose a day' }).selectOption('Tuesday');
    await page.getByRole('status').filter({ hasText: /app/i }).waitFor();
  });

  test('drops a file into the channel', async () => {
    await desk.sitDown();
    const data = await page.evaluateHandle(
      '(() => { const all = new DataTransfer(); all.items.add(new File(["scope"], "scope.txt", { type: "text/plain" })); return all; })()',
    );
    await desk.log().dispatchEvent('drop', { dataTransfer: data });
    await page.getByRole('list', { name: 'Files to send' }).getByText('scope.txt').waitFor();
    await composer().fill('The scope');
    await composer().press('Enter');
    await desk
      .log()
      .getByRole('link', { name: /scope\.txt/ })
      .waitFor();
    await desk.log().getByText('The scope').waitFor();
    const state = await control(workspace, 'state');
    expect(JSON.stringify(state.files)).toContain('scope.txt');
  });

  test('becomes somebody else, who sees what is theirs', async () => {
    await person(workspace, 'U0TOMASZ').do('post', { channel: 'C0DELIVERY', text: 'Only delivery talks here' });
    await desk.sitDown();
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

  test('opens App Home', async () => {
    await desk.sitDown();
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
    await desk.sitDown();
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await page.getByRole('heading', { name: 'Packet', level: 1 }).waitFor();
    await page.getByRole('cell', { name: 'call' }).getByRole('link').click();
    await desk.log().getByText('The source').waitFor();
    await holds(page, `document.activeElement.dataset.ts === "${ts}"`);
  });

  test('is shown what a gap in the live line left out, and what came while the line was down', async () => {
    let down = false;
    const lines: WebSocketRoute[] = [];
    await page.routeWebSocket(/people\/live/, (line) => {
      if (down) return void line.close();
      lines.push(line);
      line.connectToServer().onMessage((message) => !String(message).includes('Left out') && line.send(message));
    });
    await desk.sitDown();
    const tomasz = person(workspace, 'U0TOMASZ');
    await tomasz.do('post', { channel: CHANNEL, text: 'Left out' });
    expect(await desk.log().getByText('Left out').count()).toBe(0);
    await tomasz.do('post', { channel: 'C0GENERAL', text: 'Heard' });
    await desk.log().getByText('Left out').waitFor();

    down = true;
    await lines.at(-1)?.close();
    await page.getByText('Connection lost, trying again').waitFor();
    await tomasz.do('post', { channel: CHANNEL, text: 'While it was down' });
    down = false;
    await desk.log().getByText('While it was down').waitFor();
    expect(lines).toHaveLength(2);
  });
});

describe('a narrow page', () => {
  test('reaches every place by its menu', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.sitDown();
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: 'sales' }).click();
    await page.getByRole('log', { name: 'Messages in #sales' }).waitFor();
    expect(await until(() => page.evaluate('document.documentElement.scrollWidth <= 390'))).toBe(true);
  });
});
