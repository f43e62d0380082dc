import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { person, startBolt, started, until } from '../fixture.ts';
import { modal, NAME, plain } from './app.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let bolt: App | undefined;
const channel = 'C0HANDOFFS';
beforeEach(async () => {
  workspace = await started({ rateLimits: false });
});
afterEach(async () => {
  await bolt?.stop();
  bolt = undefined;
  await workspace.close();
});

const priya = () => person(workspace, 'U0PRIYA');
const shown = async () =>
  (await priya().see('history', { channel })).messages as {
    ts: string;
    text: string;
    ephemeral?: boolean;
    blocks?: { block_id: string }[];
  }[];
const stack = async () =>
  (await priya().see('views')).stack as { id: string; callback_id: string; title: { text: string } }[];
const button = {
  type: 'actions' as const,
  block_id: 'b',
  elements: [{ type: 'button' as const, action_id: 'go', text: plain('Go') }],
};

rule(
  'delivery:slash_commands',
  "answers with Bolt's respond, to the person alone",
  'docs.slack.dev/interactivity/implementing-slash-commands',
  async () => {
    bolt = await startBolt(workspace, (app) => {
      app.command('/desk', async ({ ack, respond, command }) => {
        await ack();
        await respond(`You said ${command.text}`);
      });
    });
    await priya().do('slash', { channel, command: '/desk', text: 'new' });
    await until(async () => (await shown()).length > 0);
    expect(await shown()).toMatchObject([{ text: 'You said new', ephemeral: true }]);
  },
);
rule(
  'delivery:response_url',
  'lets Bolt replace a message and delete it after a click',
  'docs.slack.dev/messaging/modifying-messages',
  async () => {
    bolt = await startBolt(workspace, (app) => {
      app.action('go', async ({ ack, respond, body }) => {
        await ack();
        const again = 'state' in body && 'message' in body && body.message?.text === 'Once';
        await respond(again ? { delete_original: true } : { text: 'Once', blocks: [button], replace_original: true });
      });
    });
    const { ts = '' } = await bolt.client.chat.postMessage({ channel, text: 'Zero', blocks: [button] });
    const click = () =>
      priya().do('act', { container: { type: 'message', channel, ts }, block_id: 'b', action_id: 'go' });
    await click();
    await until(async () => (await shown())[0]?.text === 'Once');
    await click();
    await until(async () => (await shown()).length === 0);
  },
);
rule(
  'delivery:response_action',
  "takes errors, update and push from Bolt's ack",
  'docs.slack.dev/surfaces/modals',
  async () => {
    bolt = await startBolt(workspace, (app) => {
      app.shortcut('start_it', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal({ callback_id: 'first' }) });
      });
      app.view('first', async ({ ack, view }) => {
        if (view.state.values.name?.v?.value === 'Bob')
          await ack({ response_action: 'errors', errors: { name: 'Not Bob' } });
        else await ack({ response_action: 'update', view: modal({ callback_id: 'second', title: plain('Second') }) });
      });
      app.view('second', async ({ ack }) => ack({ response_action: 'push', view: modal({ callback_id: 'third' }) }));
      app.view('third', async ({ ack }) => ack({ response_action: 'clear' }));
    });
    await priya().do('shortcut', { callback_id: 'start_it' });
    await until(async () => (await stack()).length > 0);
    const submit = async (value: string) =>
      priya().do('submit', { view_id: (await stack()).at(-1)?.id, values: { name: { v: { value } } } });
    expect(await submit('Bob')).toMatchObject({ response: { errors: { name: 'Not Bob' } } });
    await submit('Ada');
    expect(await stack()).toMatchObject([{ callback_id: 'second', title: { text: 'Second' } }]);
    await submit('Ada');
    expect((await stack()).map((one) => one.callback_id)).toEqual(['second', 'third']);
    await submit('Ada');
    expect(await stack()).toEqual([]);
  },
);
rule(
  'delivery:view_closed',
  "reaches Bolt's listener for closed views",
  'docs.slack.dev/reference/interaction-payloads/view-interactions-payload',
  async () => {
    const closed: unknown[] = [];
    bolt = await startBolt(workspace, (app) => {
      app.shortcut('start_it', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal({ notify_on_close: true }) });
      });
      app.view({ callback_id: 'cb', type: 'view_closed' }, async ({ ack, body }) => {
        closed.push({ ...body });
        await ack();
      });
    });
    await priya().do('shortcut', { callback_id: 'start_it' });
    await until(async () => (await stack()).length > 0);
    await priya().do('close', { view_id: (await stack())[0]?.id });
    expect(closed).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { callback_id: 'cb' } }]);
  },
);
rule(
  'delivery:block_suggestion',
  "takes options from Bolt's options listener",
  'docs.slack.dev/reference/interaction-payloads/block_suggestion-payload',
  async () => {
    bolt = await startBolt(workspace, (app) => {
      app.options('v', async ({ ack, payload }) => ack({ options: [{ text: plain(payload.value), value: 'x' }] }));
      app.shortcut('start_it', async ({ ack, shortcut, client }) => {
        await ack();
        const element = { type: 'external_select' as const, action_id: 'v' };
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal({ blocks: [{ ...NAME, element }] }) });
      });
    });
    await priya().do('shortcut', { callback_id: 'start_it' });
    const view_id = await until(async () => (await stack())[0]?.id);
    const answer = await priya().see('options', { view_id, block_id: 'name', action_id: 'v', value: 'acme' });
    expect(answer).toMatchObject({ options: [{ text: { text: 'acme' }, value: 'x' }] });
  },
);
