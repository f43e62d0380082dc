import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, expect } from 'vitest';
import { applyManifest } from '../../../src/workspace/manifest.ts';
import { sampleCompany } from '../../../src/workspace/sample-company.ts';
import { control, refusal } from '../fixture.ts';
import { clientAs, clientWith, closeAll, opened, silent } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;

rule(
  'auth.test',
  'whose token it is: the bot’s with its bot_id, a person’s without',
  'docs.slack.dev/reference/methods/auth.test',
  async () => {
    const { workspace, client } = await opened();
    expect(await client.auth.test()).toMatchObject({
      team: 'Northwind Systems',
      team_id: 'T0NORTHWIND',
      user: 'app',
      user_id: 'U0APPBOT',
      bot_id: 'B0APP00001',
      is_enterprise_install: false,
    });
    const priya = await clientAs(workspace, 'U0PRIYA', 'users:read');
    const own = await priya.auth.test();
    expect(own).toMatchObject({ user: 'priya', user_id: 'U0PRIYA' });
    expect(own).not.toHaveProperty('bot_id');
  },
);
rule(
  'auth.test',
  'no token, an unknown token, the wrong kind of token',
  'docs.slack.dev/reference/methods/auth.test',
  async () => {
    const { workspace } = await opened();
    const plain = await fetch(`${workspace.url}/api/auth.test`, { method: 'POST' });
    expect(await plain.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await errorOf(clientWith(workspace, 'xoxb-guess').auth.test())).toBe('invalid_auth');
    expect(await errorOf(clientWith(workspace, workspace.app_token).auth.test())).toBe('not_allowed_token_type');
  },
);
rule(
  'auth.test',
  'the token comes in the header or as an argument',
  'docs.slack.dev/reference/methods/auth.test',
  async () => {
    const { workspace } = await opened();
    const body = new URLSearchParams({ token: workspace.bot_token });
    const answer = await fetch(`${workspace.url}/api/auth.test`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ ok: true, user_id: 'U0APPBOT' });
  },
);
rule('api.test', 'needs no token', 'docs.slack.dev/reference/methods/api.test', async () => {
  const { workspace } = await opened();
  const answer = await fetch(`${workspace.url}/api/api.test?foo=bar`);
  expect(await answer.json()).toMatchObject({ ok: true, args: { foo: 'bar' } });
  expect(await errorOf(clientWith(workspace, undefined).api.test({ error: 'my_error' }))).toBe('my_error');
});
rule(
  'users.list',
  'a missing scope is named, with those that the token has',
  'docs.slack.dev/reference/scopes',
  async () => {
    const { workspace } = await opened({ scopes: ['chat:write', 'commands'] });
    const headers = { authorization: `Bearer ${workspace.bot_token}` };
    const answer = await fetch(`${workspace.url}/api/users.list`, { headers });
    expect(await answer.json()).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write,commands',
    });
    expect(answer.headers.get('x-oauth-scopes')).toBe('chat:write,commands');
    expect(answer.headers.get('x-accepted-oauth-scopes')).toBe('users:read');
  },
);
rule(
  'conversations.create',
  'with a user token the person acts, and only with the person’s scopes',
  'docs.slack.dev/authentication/tokens',
  async () => {
    const { workspace } = await opened();
    const marcus = await clientAs(workspace, 'U0MARCUS', 'channels:write');
    expect((await marcus.conversations.create({ name: 'by-marcus' })).channel?.creator).toBe('U0MARCUS');
    const data = await marcus.users.list({}).catch((error) => error.data);
    expect(data).toMatchObject({ error: 'missing_scope', provided: 'channels:write' });
  },
);
rule(
  'auth.test',
  'the token of a person who was deactivated is account_inactive',
  'docs.slack.dev/reference/methods/auth.test',
  async () => {
    const { workspace } = await opened();
    const marcus = await clientAs(workspace, 'U0MARCUS', 'users:read');
    await control(workspace, 'user', { id: 'U0MARCUS', deleted: true });
    expect(await errorOf(marcus.auth.test())).toBe('account_inactive');
  },
);

rule(
  'auth.test',
  'an app with user scopes has the token of whoever installed it',
  'docs.slack.dev/authentication/tokens',
  async () => {
    const { workspace } = await opened({ user_scopes: ['users:read'], user_token: 'xoxp-of-the-installer' });
    expect(await clientWith(workspace, 'xoxp-of-the-installer').auth.test()).toMatchObject({ user_id: 'U0PRIYA' });
    const other = await opened();
    expect(await errorOf(clientWith(other.workspace, 'xoxp-local-workspace-user').auth.test())).toBe('invalid_auth');
  },
);

rule(
  'apps.connections.open',
  'an app-level token with connections:write',
  'docs.slack.dev/reference/methods/apps.connections.open',
  async () => {
    const { workspace, client } = await opened();
    const { url } = await clientWith(workspace, workspace.app_token).apps.connections.open({});
    expect(url).toMatch(/^ws:\/\//);
    expect(await errorOf(client.apps.connections.open({}))).toBe('not_allowed_token_type');
  },
);
rule(
  'apps.connections.open',
  'without that scope @slack/socket-mode gets no connection',
  'docs.slack.dev/reference/methods/apps.connections.open',
  async () => {
    const { workspace } = await opened({ app_token_scopes: ['authorizations:read'] });
    const socket = new SocketModeClient({
      appToken: workspace.app_token,
      clientOptions: { slackApiUrl: `${workspace.url}/api/` },
      autoReconnectEnabled: false,
      logger: silent,
    });
    expect(await errorOf(socket.start())).toBe('missing_scope');
  },
);

rule(
  'people:manifest',
  'scopes, addresses and rotation are read from a manifest',
  'docs.slack.dev/reference/app-manifest',
  () => {
    const { app } = applyManifest(sampleCompany, {
      display_information: { name: 'Acme Desk' },
      oauth_config: {
        redirect_urls: ['https://desk.acme.test/slack/oauth_redirect'],
        scopes: { bot: ['chat:write'], bot_optional: ['channels:history'], user: ['search:read'] },
      },
      settings: { token_rotation_enabled: true },
    });
    expect(app).toMatchObject({
      scopes: ['chat:write', 'channels:history'],
      user_scopes: ['search:read'],
      redirect_urls: ['https://desk.acme.test/slack/oauth_redirect'],
      token_rotation: true,
    });
  },
);
