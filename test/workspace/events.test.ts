import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { clientOf, control, EVENTS, person, refusal, SCOPES, seedWith, until } from './fixture.ts';
import { type RequestUrl, requestUrl } from './request-url.ts';

let workspace: Workspace;
let client: WebClient;
let app: RequestUrl;
const channel = 'C0HANDOFFS';
async function start(more: Parameters<typeof seedWith>[0] = {}) {
  app = await requestUrl();
  workspace = await startWorkspace({ seed: seedWith({ delivery: { http: app.address }, ...more }) });
  client = clientOf(workspace);
}
async function stop() {
  await workspace.close();
  app.close();
}
beforeEach(() => start());
afterEach(stop);

type Event = Record<string, unknown>;
/** All events so far, once nothing is on its way any more. */
async function events(): Promise<Event[]> {
  await until(async () => (await control(workspace, 'state')).pending === 0);
  return app.got.map((one) => one.body.event as Event);
}
const priya = () => person(workspace, 'U0PRIYA');

test('the envelope says which app, team and bot it is for', async () => {
  await priya().do('post', { channel, text: 'hi' });
  await events();
  expect(app.got[0]?.body).toMatchObject({
    type: 'event_callback',
    api_app_id: 'A0LOCALAPP',
    team_id: 'T0NORTHWIND',
    event_id: expect.stringMatching(/^Ev/),
    authorizations: [{ team_id: 'T0NORTHWIND', user_id: 'U0APPBOT', is_bot: true }],
  });
});

test('a message, its edit and its deletion are three events', async () => {
  const { ts } = await priya().do('post', { channel, text: 'one' });
  await priya().do('edit', { channel, ts, text: 'two' });
  await priya().do('delete', { channel, ts });
  expect(await events()).toMatchObject([
    { type: 'message', channel, channel_type: 'channel', user: 'U0PRIYA', text: 'one', ts },
    {
      subtype: 'message_changed',
      hidden: true,
      message: { text: 'two', ts, edited: { user: 'U0PRIYA' } },
      previous_message: { text: 'one' },
    },
    { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'two' } },
  ]);
});

test('the app hears its own messages with its bot_id, as on Slack', async () => {
  const { ts } = await client.chat.postMessage({ channel, text: 'mine' });
  expect(await events()).toMatchObject([{ type: 'message', user: 'U0APPBOT', bot_id: 'B0APP00001', ts }]);
});

test('a mention comes as app_mention too; in a direct message it does not', async () => {
  await priya().do('post', { channel, text: 'ask <@U0APPBOT>' });
  const { channel: dm } = await priya().do('open_dm', { user: 'U0APPBOT' });
  await priya().do('post', { channel: (dm as { id: string }).id, text: 'hey <@U0APPBOT>' });
  expect((await events()).map((one) => [one.type, one.channel_type ?? null])).toEqual([
    ['message', 'channel'],
    ['app_mention', null],
    ['app_home_opened', null],
    ['message', 'im'],
  ]);
});

test('an uploaded file is a file_shared and a message with the file', async () => {
  const { file } = await priya().upload({ channel, filename: 'call.vtt', comment: 'the call' }, 'WEBVTT');
  const { id } = file as { id: string };
  const [shared, message] = (await events()).toSorted((a, b) => String(a.type).localeCompare(String(b.type)));
  expect(shared).toMatchObject({ type: 'file_shared', file_id: id, channel_id: channel, user_id: 'U0PRIYA' });
  expect(message).toMatchObject({
    subtype: 'file_share',
    text: 'the call',
    files: [{ id, name: 'call.vtt', mimetype: 'text/vtt' }],
  });
});

test('joins, renames, archiving and reactions are told', async () => {
  const made = await client.conversations.create({ name: 'deal' });
  const id = made.channel?.id ?? '';
  await client.conversations.invite({ channel: id, users: 'U0AISHA' });
  await client.conversations.rename({ channel: id, name: 'deal-won' });
  const { ts } = await priya().do('post', { channel, text: 'x' });
  await person(workspace, 'U0YUKI').do('react', { channel, ts, name: 'eyes' });
  await client.conversations.archive({ channel: id });
  const told = (await events()).filter((one) => one.type !== 'message');
  expect(told).toMatchObject([
    { type: 'member_joined_channel', user: 'U0AISHA', channel: id, inviter: 'U0APPBOT' },
    { type: 'channel_rename', channel: { id, name: 'deal-won' } },
    { type: 'reaction_added', user: 'U0YUKI', reaction: 'eyes', item: { ts, channel }, item_user: 'U0PRIYA' },
    { type: 'channel_archive', channel: id, user: 'U0APPBOT' },
  ]);
});

describe('nothing is told', () => {
  test('from channels without the bot', async () => {
    await priya().do('post', { channel: 'C0SALES', text: 'ask <@U0APPBOT>' });
    expect(await events()).toEqual([]);
  });

  test.each([
    ['that was not subscribed', { events: EVENTS.filter((one) => one !== 'message.channels') }],
    ['without the scope', { scopes: SCOPES.filter((one) => one !== 'channels:history') }],
  ])('%s', async (_name, more) => {
    await stop();
    await start(more);
    await priya().do('post', { channel, text: 'hi' });
    expect(await events()).toEqual([]);
  });
});

test('somebody who is deactivated is announced, and nobody can reach them any more', async () => {
  await stop();
  await start({ events: [...EVENTS, 'user_change'] });
  await control(workspace, 'user', { id: 'U0CARLOS', deleted: true });
  expect(await events()).toMatchObject([{ type: 'user_change', user: { id: 'U0CARLOS', deleted: true } }]);
  expect((await refusal(client.conversations.open({ users: 'U0CARLOS' }))).error).toBe('user_disabled');
  expect((await refusal(client.chat.postMessage({ channel: 'U0CARLOS', text: 'x' }))).error).toBe('user_not_found');
});
