import { createHmac } from 'node:crypto';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/workspace/server.ts';
import { clientOf, control, person, seedWith, until } from './fixture.ts';
import { freePort, type RequestUrl, requestUrl } from './request-url.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function withBolt(secretOfApp?: string) {
  const port = await freePort();
  const delivery = { http: `http://127.0.0.1:${port}/slack/events` };
  const workspace = await startWorkspace({ seed: seedWith({ delivery }) });
  ends.push(() => workspace.close());
  const receiver = new HTTPReceiver({
    signingSecret: secretOfApp ?? workspace.signing_secret,
    logLevel: LogLevel.ERROR,
  });
  const clientOptions = { slackApiUrl: `${workspace.url}/api/` };
  const app = new App({ token: workspace.bot_token, receiver, clientOptions, logLevel: LogLevel.ERROR });
  await app.start(port);
  ends.push(() => app.stop());
  return { workspace, app };
}

async function withRecorder(
  options: Partial<WorkspaceOptions> = {},
): Promise<{ workspace: Workspace; app: RequestUrl }> {
  const app = await requestUrl();
  ends.push(() => app.close());
  const workspace = await startWorkspace({ seed: seedWith({ delivery: { http: app.address } }), ...options });
  ends.push(() => workspace.close());
  return { workspace, app };
}

const modal = {
  type: 'modal' as const,
  callback_id: 'intake',
  title: { type: 'plain_text' as const, text: 'Intake' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: { type: 'plain_text' as const, text: 'Name' },
      element: { type: 'plain_text_input' as const, action_id: 'v' },
    },
  ],
};

describe('a Bolt app over signed HTTP', () => {
  test('a command opens a modal whose errors travel in the answer', async () => {
    const { workspace, app } = await withBolt();
    app.command('/desk', async ({ ack, client, body }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: modal });
      await ack('One moment');
    });
    app.view('intake', async ({ ack }) => ack({ response_action: 'errors', errors: { name: 'Taken.' } }));
    const priya = person(workspace, 'U0PRIYA');
    expect(await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk' })).toMatchObject({ ok: true });
    const { messages } = await priya.see('history', { channel: 'C0HANDOFFS' });
    expect(messages).toMatchObject([{ text: 'One moment', ephemeral: true }]);
    expect(await person(workspace, 'U0YUKI').see('history', { channel: 'C0HANDOFFS' })).toMatchObject({ messages: [] });
    const { stack } = await priya.see('views');
    const view_id = (stack as { id: string }[])[0]?.id;
    const values = { name: { v: { type: 'plain_text_input', value: 'Ada' } } };
    expect(await priya.do('submit', { view_id, values })).toMatchObject({
      response: { response_action: 'errors', errors: { name: 'Taken.' } },
    });
  });

  test('an app that expects another signing secret refuses everything', async () => {
    const { workspace, app } = await withBolt('another-secret-altogether');
    app.command('/desk', async ({ ack }) => ack());
    expect(await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' })).toMatchObject({
      ok: false,
      error: 'app_error',
    });
  });
});

describe('signed HTTP on the wire', () => {
  test('every delivery carries a v0 signature of its exact body under the real time', async () => {
    const { workspace, app } = await withRecorder();
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'hi' });
    const [one] = await until(() => app.got.length > 0 && app.got);
    const stamp = String(one?.headers['x-slack-request-timestamp']);
    const hash = createHmac('sha256', workspace.signing_secret).update(`v0:${stamp}:${one?.raw}`).digest('hex');
    expect(one?.headers['x-slack-signature']).toBe(`v0=${hash}`);
    expect(Math.abs(Date.now() / 1000 - Number(stamp))).toBeLessThan(5);
  });

  test('events are JSON, commands and interactions are forms', async () => {
    const { workspace, app } = await withRecorder();
    const priya = person(workspace, 'U0PRIYA');
    await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk', text: 'ask @marcus in #sales' });
    await priya.do('shortcut', { callback_id: 'start_it' });
    expect(app.got.map((one) => one.headers['content-type'])).toEqual([
      'application/x-www-form-urlencoded',
      'application/x-www-form-urlencoded',
    ]);
    expect(app.got[0]?.body).toMatchObject({
      command: '/desk',
      text: 'ask <@U0MARCUS|marcus> in <#C0SALES|sales>',
      user_id: 'U0PRIYA',
      channel_name: 'handoffs',
    });
    expect(app.got[1]?.body).toMatchObject({ type: 'shortcut', callback_id: 'start_it', user: { id: 'U0PRIYA' } });
  });

  test('an event that is not taken is sent again at once, after a minute and after five, with the same event_id', async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: 500 });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'hi' });
    await until(() => app.got.length === 2);
    const clock = (advance_ms: number) =>
      fetch(`${workspace.url}/people/clock`, { method: 'POST', body: JSON.stringify({ advance_ms }) });
    await until(async () => (await clock(60_000)) && app.got.length === 3);
    await until(async () => (await clock(300_000)) && app.got.length === 4);
    await until(async () => (await control(workspace, 'state')).pending === 0);
    expect(app.got.map((one) => one.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(app.got[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(app.got.map((one) => one.body.event_id)).size).toBe(1);
  });

  test('x-slack-no-retry stops the retries', async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'hi' });
    await until(async () => (await control(workspace, 'state')).pending === 0);
    expect(app.got).toHaveLength(1);
  });

  test('when Slack loses the answer the app hears the event twice', async () => {
    const { workspace, app } = await withRecorder();
    await control(workspace, 'faults', { method: 'delivery:message', fault: 'lost_response' });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'hi' });
    await until(() => app.got.length === 2);
    expect(app.got[0]?.body).toEqual(app.got[1]?.body);
  });
});

describe('response_url', () => {
  async function command() {
    const { workspace, app } = await withRecorder({ rateLimits: false });
    await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0SALES', command: '/desk' });
    const address = String(app.got[0]?.body.response_url);
    const use = async (body: object) => (await fetch(address, { method: 'POST', body: JSON.stringify(body) })).status;
    return { workspace, app, use };
  }
  const texts = async (workspace: Workspace, as: string) => {
    const { messages } = await person(workspace, as).see('history', { channel: 'C0SALES' });
    return (messages as { text: string }[]).map((message) => message.text);
  };

  test('works five times, also where the bot is no member, and is private unless in_channel', async () => {
    const { workspace, use } = await command();
    expect(await use({ text: 'only you' })).toBe(200);
    expect(await use({ text: 'all of you', response_type: 'in_channel' })).toBe(200);
    expect(await texts(workspace, 'U0PRIYA')).toEqual(['only you', 'all of you']);
    expect(await texts(workspace, 'U0MARCUS')).toEqual(['all of you']);
    for (const text of ['3', '4', '5']) expect(await use({ text })).toBe(200);
    expect(await use({ text: '6' })).toBe(404);
  });

  test('ends after thirty minutes of the workspace clock', async () => {
    const { workspace, use } = await command();
    workspace.world.clock.advance(31 * 60_000);
    expect(await use({ text: 'late' })).toBe(404);
  });

  test('of a click replaces or deletes the message it came from', async () => {
    const { workspace, app } = await withRecorder();
    const elements = [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }];
    const { ts = '' } = await clientOf(workspace).chat.postMessage({
      channel: 'C0HANDOFFS',
      text: 'Before',
      blocks: [{ type: 'actions', block_id: 'row', elements }],
    });
    const click = { container: { type: 'message', channel: 'C0HANDOFFS', ts }, block_id: 'row', action_id: 'go' };
    await person(workspace, 'U0PRIYA').do('act', click);
    const [payload] = app.got.map((one) => one.body).filter((one) => one.type === 'block_actions');
    expect(payload).toMatchObject({
      container: { type: 'message', message_ts: ts, channel_id: 'C0HANDOFFS', is_ephemeral: false },
      actions: [{ action_id: 'go', block_id: 'row', type: 'button', text: { text: 'Go' } }],
      trigger_id: expect.any(String),
    });
    const use = (body: object) => fetch(String(payload?.response_url), { method: 'POST', body: JSON.stringify(body) });
    await use({ replace_original: true, text: 'After' });
    const { messages } = await person(workspace, 'U0YUKI').see('history', { channel: 'C0HANDOFFS' });
    expect(messages).toMatchObject([{ ts, text: 'After' }]);
    await use({ delete_original: true });
    expect(await person(workspace, 'U0YUKI').see('history', { channel: 'C0HANDOFFS' })).toMatchObject({ messages: [] });
  });
});
