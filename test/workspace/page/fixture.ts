import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { buildPage } from '../../../src/workspace/page/build.ts';

/** The page, built once into a folder of its own. */
export async function builtPage(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'workspace-page-'));
  await buildPage(dir);
  return dir;
}

const NOT_WANTED = /single-process|in-process-gpu|use-gl|use-angle|swiftshader|gpu-blocklist/;

export async function openBrowser(): Promise<Browser> {
  // In one process a closed context takes the browser with it; and a graphics card played by the processor is slower than none.
  const args = chromium.args.filter((arg) => !NOT_WANTED.test(arg));
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, '--disable-gpu'],
    headless: true,
  });
}

const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const option = (value: string, label: string) => ({ value, text: text(label) });

/** What the app below was told, in order. */
export interface Heard {
  what: string;
  data: unknown;
}

const requestModal = {
  type: 'modal' as const,
  callback_id: 'request',
  title: text('Ask for a date'),
  submit: text('Send request'),
  close: text('Not now'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'what',
      label: text('What is it about?'),
      hint: text('One sentence is enough.'),
      element: { type: 'plain_text_input' as const, action_id: 'v', placeholder: text('Data import for 40 users') },
    },
    {
      type: 'input' as const,
      block_id: 'size',
      label: text('How large is it?'),
      element: {
        type: 'static_select' as const,
        action_id: 'v',
        placeholder: text('Choose a size'),
        options: [option('s', 'Small'), option('m', 'Medium'), option('l', 'Large')],
      },
    },
    {
      type: 'input' as const,
      block_id: 'who',
      label: text('Who must agree?'),
      optional: true,
      element: { type: 'multi_users_select' as const, action_id: 'v', placeholder: text('Pick people') },
    },
    {
      type: 'input' as const,
      block_id: 'ways',
      label: text('How may we reach you?'),
      optional: true,
      element: {
        type: 'checkboxes' as const,
        action_id: 'v',
        options: [option('mail', 'By mail'), option('chat', 'By chat')],
      },
    },
  ],
};

/** A small app that has nothing to do with Baton: one command, one modal with a rule of its own, one select in a message. */
export function listen(app: App, heard: Heard[]): void {
  app.command('/desk', async ({ ack, client, body }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: requestModal });
    await ack();
    heard.push({ what: 'command', data: body.text });
  });
  app.view('request', async ({ ack, view }) => {
    const values = view.state.values;
    heard.push({ what: 'submit', data: values });
    if (values.what?.v?.value === 'everything')
      return ack({ response_action: 'errors', errors: { what: 'That is too much for one request.' } });
    await ack();
  });
  app.action('pick', async ({ ack, action, client, body }) => {
    await ack();
    heard.push({ what: 'pick', data: action });
    if (body.type !== 'block_actions' || !body.channel || action.type !== 'static_select') return;
    await client.chat.postMessage({ channel: body.channel.id, text: `Picked ${action.selected_option.text.text}.` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: text('Your open requests') }] },
    });
  });
}

export const pickMessage = {
  text: 'Pick a day',
  blocks: [
    {
      type: 'section' as const,
      block_id: 'day',
      text: { type: 'mrkdwn' as const, text: '*Which day* suits you?' },
      accessory: {
        type: 'static_select' as const,
        action_id: 'pick',
        placeholder: text('Choose a day'),
        options: [option('mon', 'Monday'), option('tue', 'Tuesday')],
      },
    },
  ],
};
