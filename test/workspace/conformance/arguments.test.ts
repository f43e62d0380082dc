import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { call } from './call.ts';
import { closeRooms, errorOf, HOME, newest, room, say } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const JSON_TYPE = 'application/json; charset=utf-8';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** What a program without a client library of Slack's sends. */
async function sent(workspace: Workspace, method: string, body: string, type: string) {
  const headers = { authorization: `Bearer ${workspace.bot_token}`, 'content-type': type };
  const response = await fetch(`${workspace.url}/api/${method}`, { method: 'POST', headers, body });
  return JSON.parse(await response.text());
}
const sentJson = (workspace: Workspace, method: string, args: object) =>
  sent(workspace, method, JSON.stringify(args), JSON_TYPE);

rule(
  'users.info',
  'does not read JSON: the person named there is not found, in the address they are',
  'docs.slack.dev/reference/methods/users.info',
  async () => {
    const { workspace } = await room();
    expect(await sentJson(workspace, 'users.info', { user: 'U0PRIYA' })).toMatchObject({ error: 'user_not_found' });
    expect(await sent(workspace, 'users.info', 'user=U0PRIYA', FORM_TYPE)).toMatchObject({ ok: true });
    expect(await sentJson(workspace, 'users.info?user=U0PRIYA', {})).toMatchObject({ ok: true });
  },
);
rule(
  'users.list',
  'does not read JSON: a limit there is lost',
  'docs.slack.dev/reference/methods/users.list',
  async () => {
    const { workspace } = await room();
    expect((await sentJson(workspace, 'users.list', { limit: 1 })).members).toHaveLength(9);
    expect((await sent(workspace, 'users.list', 'limit=1', FORM_TYPE)).members).toHaveLength(1);
  },
);
rule(
  'delivery:arguments',
  'methods that read take forms and no JSON, methods that write take both',
  'docs.slack.dev/apis/web-api',
  async () => {
    const { workspace } = await room();
    const lost = { error: 'invalid_arguments', response_metadata: { messages: expect.any(Array) } };
    for (const method of ['history', 'info', 'members', 'replies']) {
      expect(await sentJson(workspace, `conversations.${method}`, { channel: HOME, ts: '1.000000' })).toMatchObject(
        lost,
      );
    }
    const upload = await sentJson(workspace, 'files.getUploadURLExternal', { filename: 'a.txt', length: 3 });
    expect(upload.response_metadata.messages).toEqual([
      '[ERROR] missing required field: filename',
      '[ERROR] missing required field: length',
    ]);
    expect(await sentJson(workspace, 'chat.postMessage', { channel: HOME, text: 'x' })).toMatchObject({ ok: true });
    expect(await sent(workspace, 'chat.postMessage', `channel=${HOME}&text=x`, FORM_TYPE)).toMatchObject({ ok: true });
  },
);
rule(
  'delivery:arguments',
  'JSON without a charset and a form with one are answered with a warning',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { workspace } = await room();
    const json = JSON.stringify({ channel: HOME, text: 'a'.repeat(40_001) });
    const plain = await sent(workspace, 'chat.postMessage', json, 'application/json');
    expect(plain).toMatchObject({ ok: true, warning: 'message_truncated,missing_charset' });
    expect(plain.response_metadata.warnings).toEqual(['message_truncated', 'missing_charset']);
    const refused = await sent(workspace, 'users.info', 'user=U0', `${FORM_TYPE}; charset=utf-8`);
    expect(refused).toMatchObject({ error: 'user_not_found', warning: 'superfluous_charset' });
    expect(await sentJson(workspace, 'api.test', {})).toEqual({ ok: true, args: {} });
    expect(await sent(workspace, 'api.test', '', FORM_TYPE)).toEqual({ ok: true, args: {} });
  },
);
rule(
  'delivery:arguments',
  'null and an empty text are no value for what need not be given',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { workspace, client } = await room();
    const blank = { thread_ts: null, metadata: null, blocks: null, attachments: '', icon_emoji: null, username: '' };
    const posted = await sentJson(workspace, 'chat.postMessage', { channel: HOME, text: 'x', ...blank });
    expect(posted).toMatchObject({ ok: true, message: { text: 'x' } });
    expect(await newest(client)).not.toHaveProperty('thread_ts');
    const page = await call(client, 'conversations.history', { channel: HOME, cursor: '', oldest: '', limit: '' });
    expect(page).toMatchObject({ ok: true, messages: [{ text: 'x' }] });
    expect(await call(client, 'users.conversations', { types: '', user: '', cursor: '' })).toMatchObject({ ok: true });
    const none = await sentJson(workspace, 'chat.postMessage', { channel: null, text: 'x' });
    expect(none).toMatchObject({ error: 'invalid_arguments' });
  },
);
rule('views.publish', 'null is no value for what a view need not have', 'docs.slack.dev/reference/views', async () => {
  const { client } = await room();
  const blocks = [{ type: 'divider' }];
  const nothing = { callback_id: null, external_id: null, private_metadata: null, clear_on_close: null };
  const view = { type: 'home', blocks, ...nothing, notify_on_close: null, submit_disabled: null };
  const answer = await call(client, 'views.publish', { user_id: 'U0PRIYA', view });
  expect(answer).toMatchObject({ ok: true, view: { callback_id: '', private_metadata: '', clear_on_close: false } });
});
rule(
  'delivery:arguments',
  'a channel that is not named is a wrong call, one that is named by nothing is not found',
  'docs.slack.dev/reference/methods/conversations.info',
  async () => {
    const { client } = await room();
    for (const method of [
      'conversations.info',
      'conversations.members',
      'conversations.history',
      'conversations.join',
    ]) {
      expect([method, await errorOf(call(client, method, {}))]).toEqual([method, 'invalid_arguments']);
      expect([method, await errorOf(call(client, method, { channel: '' }))]).toEqual([method, 'channel_not_found']);
    }
    await say(client, 'x');
    expect(await errorOf(call(client, 'conversations.replies', { channel: HOME, ts: '' }))).toBe('thread_not_found');
  },
);
rule(
  'conversations.create',
  'without a name it is a wrong call, with an empty one the name is wanted',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { client } = await room();
    expect(await errorOf(call(client, 'conversations.create', {}))).toBe('invalid_arguments');
    expect(await errorOf(client.conversations.create({ name: '' }))).toBe('invalid_name_required');
  },
);
