import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { clientOf, person, refusal, seedWith } from './fixture.ts';

let workspace: Workspace;
let client: WebClient;
async function start(...seed: Parameters<typeof seedWith>) {
  workspace = await startWorkspace({ seed: seedWith(...seed) });
  client = clientOf(workspace);
}
beforeEach(() => start());
afterEach(() => workspace.close());

describe('conversations.create', () => {
  test.each([
    ['Acme', 'invalid_name_specials'],
    ['acme deal', 'invalid_name_specials'],
    ['', 'invalid_name_required'],
    ['-_-', 'invalid_name_punctuation'],
    ['a'.repeat(81), 'invalid_name_maxlength'],
    ['sales', 'name_taken'],
  ])('refuses the name %j with %s', async (name, error) => {
    expect((await refusal(client.conversations.create({ name }))).error).toBe(error);
  });

  test('makes the bot creator and member', async () => {
    const { channel } = await client.conversations.create({ name: 'deal-acme' });
    expect(channel).toMatchObject({ name: 'deal-acme', creator: 'U0APPBOT', is_member: true, is_private: false });
  });

  test('is restricted_action where apps may not create channels', async () => {
    await workspace.close();
    await start({ allow_channel_creation: false });
    expect((await refusal(client.conversations.create({ name: 'x' }))).error).toBe('restricted_action');
  });

  test('of a private channel is invisible to people outside', async () => {
    const { channel } = await client.conversations.create({ name: 'secret', is_private: true });
    const { channels } = await person(workspace, 'U0PRIYA').see('workspace');
    expect((channels as { id: string }[]).map((one) => one.id)).not.toContain(channel?.id);
  });
});

describe('conversations.invite', () => {
  const invite = (users: string, force?: boolean) =>
    client.conversations.invite({ channel: 'C0HANDOFFS', users, ...(force ? { force } : {}) });

  test('names why somebody cannot come', async () => {
    const { channel } = await client.conversations.create({ name: 'deal' });
    const into = (users: string) => refusal(client.conversations.invite({ channel: channel?.id ?? '', users }));
    expect((await refusal(invite('U0PRIYA'))).error).toBe('already_in_channel');
    expect((await refusal(invite('U0APPBOT'))).error).toBe('cant_invite_self');
    expect((await into('U0NOBODY')).error).toBe('user_not_found');
    expect((await refusal(client.conversations.invite({ channel: 'C0SALES', users: 'U0AISHA' }))).error).toBe(
      'not_in_channel',
    );
    await client.conversations.archive({ channel: channel?.id ?? '' });
    expect((await into('U0AISHA')).error).toBe('is_archived');
  });

  test('a deactivated person cannot come and holds nobody back; with force the answer is no error', async () => {
    await workspace.close();
    const seed = seedWith();
    const users = seed.users.map((user) => (user.id === 'U0CARLOS' ? { ...user, deleted: true } : user));
    await start({}, { users });
    const { channel = {} } = await client.conversations.create({ name: 'deal' });
    const into = (users: string, force: boolean) =>
      client.conversations.invite({ channel: channel.id ?? '', users, force });
    expect((await refusal(into('U0AISHA,U0CARLOS', false))).error).toBe('cant_invite');
    await into('U0YUKI,U0CARLOS', true);
    const { members } = await client.conversations.members({ channel: channel.id ?? '' });
    expect(members).toEqual(['U0APPBOT', 'U0AISHA', 'U0YUKI']);
  });
});

describe('membership', () => {
  test('is needed to post, to read and to be told', async () => {
    expect((await refusal(client.chat.postMessage({ channel: 'C0SALES', text: 'hi' }))).error).toBe('not_in_channel');
    expect((await refusal(client.conversations.history({ channel: 'C0SALES' }))).error).toBe('not_in_channel');
    await client.conversations.join({ channel: 'C0SALES' });
    await client.chat.postMessage({ channel: 'C0SALES', text: 'hi' });
  });

  test('a private channel without the bot does not exist for it', async () => {
    await workspace.close();
    const channels = [{ id: 'C0BOARD', name: 'board', is_private: true, members: ['U0PRIYA'] }];
    await start({}, { channels });
    expect((await refusal(client.conversations.info({ channel: 'C0BOARD' }))).error).toBe('channel_not_found');
    expect((await client.conversations.list({ types: 'public_channel,private_channel' })).channels).toEqual([]);
  });
});

describe('tokens and scopes', () => {
  test('no token, a wrong token and the wrong kind of token are told apart', async () => {
    const as = async (authorization?: string) => {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      return (await fetch(`${workspace.url}/api/auth.test`, { method: 'POST', headers })).json();
    };
    expect(await as()).toMatchObject({ ok: false, error: 'not_authed' });
    expect(await as('Bearer xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
    expect(await as(`Bearer ${workspace.app_token}`)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await as(`Bearer ${workspace.bot_token}`)).toMatchObject({ ok: true, user_id: 'U0APPBOT' });
  });

  test('a missing scope is named with those that are there', async () => {
    await workspace.close();
    await start({ scopes: ['chat:write'] });
    const answer = await fetch(`${workspace.url}/api/users.list`, {
      headers: { authorization: `Bearer ${workspace.bot_token}` },
    });
    expect(await answer.json()).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
  });

  test('an unknown method and a missing argument are refused', async () => {
    expect((await refusal(client.apiCall('chat.shout'))).error).toBe('unknown_method');
    const { error, messages } = await refusal(client.apiCall('conversations.info'));
    expect(error).toBe('invalid_arguments');
    expect(messages).toEqual(['[ERROR] missing required field: channel']);
  });

  test('an address is shown only with users:read.email', async () => {
    expect((await client.users.info({ user: 'U0PRIYA' })).user?.profile?.email).toBe('priya@northwind.example');
    expect((await client.users.lookupByEmail({ email: 'PRIYA@northwind.example' })).user?.id).toBe('U0PRIYA');
    expect((await refusal(client.users.lookupByEmail({ email: 'no@northwind.example' }))).error).toBe(
      'users_not_found',
    );
  });
});

test('lists come in pages, and the pages hold everything once', async () => {
  const seen: string[] = [];
  for await (const page of client.paginate('users.list', { limit: 2 })) {
    for (const { id } of (page as { members?: { id: string }[] }).members ?? []) seen.push(id);
  }
  expect(new Set(seen).size).toBe(9);
  expect(seen).toHaveLength(9);
});
