import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/server.ts';
import { clientOf, control, person, startBolt, started, until } from './fixture.ts';

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

const button = (action_id: string) => ({
  type: 'actions' as const,
  block_id: 'row',
  elements: [{ type: 'button' as const, action_id, value: '7', text: { type: 'plain_text' as const, text: 'Go' } }],
});

describe('a Bolt app over Socket Mode', () => {
  let workspace: Workspace;
  let app: App | undefined;
  const bolt = async (listen: (app: App) => void) => {
    app = await startBolt(workspace, listen);
    return app;
  };
  beforeEach(async () => {
    workspace = await started();
  });
  afterEach(async () => {
    await app?.stop();
    await workspace.close();
  });

  test('a command opens a modal, a wrong entry comes back as a field error, a right one updates it', async () => {
    await bolt((one) => {
      one.command('/desk', async ({ ack, client, body }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: modal });
        await ack();
      });
      one.view('intake', async ({ ack, view }) => {
        const value = view.state.values.name?.v?.value;
        if (value === 'bad') await ack({ response_action: 'errors', errors: { name: 'Not that one.' } });
        else
          await ack({
            response_action: 'update',
            view: { ...modal, title: { type: 'plain_text', text: `Hi ${value}` } },
          });
      });
    });
    const priya = person(workspace, 'U0PRIYA');
    expect(await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk', text: 'new' })).toMatchObject({
      ok: true,
    });
    const { stack } = await priya.see('views');
    const view_id = (stack as { id: string }[])[0]?.id;
    const enter = (value: string) =>
      priya.do('submit', { view_id, values: { name: { v: { type: 'plain_text_input', value } } } });

    expect(await enter('')).toMatchObject({
      ok: true,
      response: { response_action: 'errors', errors: { name: expect.any(String) } },
    });
    expect(await enter('bad')).toMatchObject({
      response: { response_action: 'errors', errors: { name: 'Not that one.' } },
    });
    expect(await enter('Ada')).toMatchObject({ response: { response_action: 'update' } });
    expect(await priya.see('views')).toMatchObject({
      stack: [{ id: view_id, title: { text: 'Hi Ada' }, state: { name: { v: { value: 'Ada' } } } }],
    });
  });

  test('a click reaches the app with its value, and chat.update changes the message for everybody', async () => {
    await bolt((one) => {
      one.action('go', async ({ ack, body, client, action }) => {
        await ack();
        if (body.type !== 'block_actions' || action.type !== 'button' || !body.message || !body.channel) return;
        const text = `done ${action.value} by ${body.user.id}`;
        await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text, blocks: [] });
      });
    });
    const { ts = '' } = await clientOf(workspace).chat.postMessage({
      channel: 'C0HANDOFFS',
      text: 'Choose',
      blocks: [button('go')],
    });
    const answer = await person(workspace, 'U0AISHA').do('act', {
      container: { type: 'message', channel: 'C0HANDOFFS', ts },
      block_id: 'row',
      action_id: 'go',
    });
    expect(answer).toEqual({ ok: true });
    await until(async () => {
      const { messages } = await person(workspace, 'U0YUKI').see('history', { channel: 'C0HANDOFFS' });
      return (messages as { text: string }[]).some((message) => message.text === 'done 7 by U0AISHA');
    });
  });

  test('a file that a person uploads is announced, and only the token downloads it', async () => {
    const announced: string[] = [];
    await bolt((one) => {
      one.event('file_shared', async ({ event }) => void announced.push(event.file_id));
    });
    const { file } = await person(workspace, 'U0PRIYA').upload(
      { channel: 'C0HANDOFFS', filename: 'call.vtt' },
      'WEBVTT',
    );
    await until(() => announced.length > 0);
    expect(announced).toEqual([(file as { id: string }).id]);
    const info = await clientOf(workspace).files.info({ file: announced[0] ?? '' });
    const address = info.file?.url_private_download ?? '';
    const authorization = `Bearer ${workspace.bot_token}`;
    expect(await (await fetch(address, { headers: { authorization } })).text()).toBe('WEBVTT');
    const stranger = await fetch(address);
    expect(stranger.status).toBe(200);
    expect(stranger.headers.get('content-type')).toContain('text/html');
  });

  test('an event that is sent again carries the same event_id', async () => {
    const ids: string[] = [];
    await bolt((one) => {
      one.event('app_mention', async ({ body }) => void ids.push(body.event_id));
    });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: '<@U0APPBOT> hello' });
    await until(() => ids.length === 1);
    expect(await control(workspace, 'deliver', { type: 'app_mention' })).toMatchObject({ ok: true });
    await until(() => ids.length === 2);
    expect(ids[1]).toBe(ids[0]);
  });

  test('after disconnect: refresh_requested the app comes back and hears new events', async () => {
    const heard: string[] = [];
    await bolt((one) => {
      one.message(async ({ message }) => void heard.push('text' in message ? String(message.text) : ''));
    });
    await control(workspace, 'refresh', {});
    const connected = async () => (await person(workspace, 'U0PRIYA').see('workspace')).app as { connected: boolean };
    await until(async () => !(await connected()).connected);
    await until(async () => (await connected()).connected);
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'still there?' });
    await until(() => heard.includes('still there?'));
  });

  test('a command nobody answers in three seconds is a timeout for the person', async () => {
    await bolt((one) => {
      one.command('/desk', async () => {});
    });
    const answer = await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    expect(answer).toMatchObject({ ok: false, error: 'app_timeout' });
  });

  test('opening Home sends app_home_opened, and what is published is what the person sees', async () => {
    await bolt((one) => {
      one.event('app_home_opened', async ({ event, client }) => {
        const blocks = [
          { type: 'header' as const, text: { type: 'plain_text' as const, text: `Home of ${event.user}` } },
        ];
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      });
    });
    const yuki = person(workspace, 'U0YUKI');
    await yuki.do('open_home');
    const view = await until(async () => (await yuki.see('home')).view);
    expect(view).toMatchObject({ type: 'home', blocks: [{ text: { text: 'Home of U0YUKI' } }] });
  });
});
