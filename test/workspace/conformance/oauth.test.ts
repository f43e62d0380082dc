import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { MemoryInstallationStore } from '@slack/oauth';
import { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { EVENTS, person, refusal, until } from '../fixture.ts';
import { freePort } from '../request-url.ts';
import { atInstallPage, CLIENT, clientWith, closeAll, installedBy, opened, REDIRECT, silent } from './open.ts';
import { rule } from './rule.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await closeAll();
});

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;

/** A Bolt app that keeps its installations itself, on a workspace where nobody has installed it. */
async function distributed() {
  const port = await freePort();
  const app = `http://127.0.0.1:${port}`;
  const redirectUri = `${app}/slack/oauth_redirect`;
  const delivery = { http: `${app}/slack/events` };
  const { workspace } = await opened({ installed: false, redirect_urls: [redirectUri], delivery, events: EVENTS });
  const clientOptions = { slackApiUrl: `${workspace.url}/api/` };
  const installationStore = new MemoryInstallationStore();
  const receiver = new HTTPReceiver({
    signingSecret: workspace.signing_secret,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    stateSecret: 'state-secret',
    scopes: ['chat:write', 'channels:join', 'channels:history', 'users:read'],
    installationStore,
    redirectUri,
    installerOptions: {
      authorizationUrl: `${workspace.url}/oauth/v2/authorize`,
      redirectUriPath: '/slack/oauth_redirect',
      directInstall: true,
      userScopes: ['users:read'],
      clientOptions,
    },
    logger: silent,
  });
  const bolt = new App({ receiver, clientOptions, logLevel: LogLevel.ERROR });
  await bolt.start(port);
  ends.push(() => bolt.stop());
  return { workspace, bolt, app, installationStore };
}

/** What a person's browser does: from the app's install address to the consent page and back to the app. */
async function throughBrowser(app: string, answer: Record<string, string>) {
  const start = await fetch(`${app}/slack/install`, { redirect: 'manual' });
  const consent = new URL(start.headers.get('location') ?? '');
  const page = await (await fetch(consent)).text();
  const body = new URLSearchParams([...consent.searchParams, ...Object.entries(answer)]);
  const decided = await fetch(new URL(consent.pathname, consent), { method: 'POST', body, redirect: 'manual' });
  const back = decided.headers.get('location') ?? '';
  const cookie = start.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { page, back, end: await fetch(back, { headers: { cookie } }) };
}

rule(
  'oauth.v2.access',
  'a Bolt app is installed, hears, answers, is revoked and then refused',
  'docs.slack.dev/authentication/installing-with-oauth',
  async () => {
    const { workspace, bolt, app, installationStore } = await distributed();
    bolt.message('ping', async ({ say }) => void (await say('pong')));
    const { page, end } = await throughBrowser(app, { decision: 'allow', user: 'U0PRIYA' });
    expect(page).toContain('chat:write');
    expect(end.status).toBe(200);
    const query = { teamId: 'T0NORTHWIND', enterpriseId: undefined, isEnterpriseInstall: false };
    const { bot, user, team, appId } = await installationStore.fetchInstallation(query);
    expect([team?.id, appId, bot?.userId, bot?.id, user.id]).toEqual([
      'T0NORTHWIND',
      'A0LOCALAPP',
      'U0APPBOT',
      'B0APP00001',
      'U0PRIYA',
    ]);
    expect(bot?.scopes).toEqual(['chat:write', 'channels:join', 'channels:history', 'users:read']);

    const client = clientWith(workspace, bot?.token);
    await client.conversations.join({ channel: 'C0SALES' });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0SALES', text: 'ping' });
    await until(() => workspace.world.channels.get('C0SALES')?.messages.some((one) => one.text === 'pong'));

    expect(await clientWith(workspace, user.token).auth.test()).toMatchObject({ user_id: 'U0PRIYA', user: 'priya' });
    expect(await client.auth.revoke()).toMatchObject({ ok: true, revoked: true });
    expect(await errorOf(client.auth.test())).toBe('token_revoked');
  },
);
rule(
  'oauth.v2.access',
  'who cancels leads the app back with access_denied',
  'docs.slack.dev/authentication/installing-with-oauth',
  async () => {
    const { app, workspace } = await distributed();
    const { back, end } = await throughBrowser(app, { decision: 'cancel', user: 'U0PRIYA' });
    expect(new URL(back).searchParams.get('error')).toBe('access_denied');
    expect(end.ok).toBe(false);
    expect([...workspace.world.tokens.values()].map((token) => token.kind)).toEqual(['app']);
  },
);

async function code(workspace: Workspace, asked: Record<string, string> = { scope: 'chat:write' }): Promise<string> {
  const answer = await atInstallPage(workspace, asked, { decision: 'allow', user: 'U0PRIYA' });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}
const anyone = (workspace: Workspace) => new WebClient(undefined, { slackApiUrl: `${workspace.url}/api/` });

rule(
  'oauth.v2.access',
  'answers the bot’s token, the person’s, the team and the app',
  'docs.slack.dev/reference/methods/oauth.v2.access',
  async () => {
    const { workspace } = await opened();
    const answer = await installedBy(workspace, 'U0MARCUS', {
      scope: 'chat:write',
      user_scope: 'search:read,users:read',
    });
    expect(answer).toMatchObject({
      app_id: 'A0LOCALAPP',
      token_type: 'bot',
      access_token: expect.stringMatching(/^xoxb-/),
      bot_user_id: 'U0APPBOT',
      team: { id: 'T0NORTHWIND', name: 'Northwind Systems' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: {
        id: 'U0MARCUS',
        token_type: 'user',
        scope: 'search:read,users:read',
        access_token: expect.stringMatching(/^xoxp-/),
      },
    });
  },
);
rule(
  'oauth.v2.access',
  'a code works once, within ten minutes, for its own address',
  'docs.slack.dev/reference/methods/oauth.v2.access',
  async () => {
    const { workspace } = await opened();
    const redeem = (given: string, redirect_uri = REDIRECT) =>
      anyone(workspace).oauth.v2.access({ ...CLIENT, code: given, redirect_uri });
    const first = await code(workspace);
    expect(await errorOf(redeem(first, `${REDIRECT}/other`))).toBe('bad_redirect_uri');
    await redeem(first);
    expect(await errorOf(redeem(first))).toBe('code_already_used');
    expect(await errorOf(redeem('nonsense'))).toBe('invalid_code');
    const late = await code(workspace);
    workspace.world.clock.advance(600_000);
    expect(await errorOf(redeem(late))).toBe('invalid_code');
  },
);
rule(
  'oauth.v2.access',
  'the app shows who it is, by form or by HTTP Basic',
  'docs.slack.dev/reference/methods/oauth.v2.access',
  async () => {
    const { workspace } = await opened();
    const given = { code: await code(workspace), redirect_uri: REDIRECT };
    const ask = (more: object) => errorOf(anyone(workspace).oauth.v2.access({ ...CLIENT, ...given, ...more }));
    expect(await ask({ client_secret: 'guess' })).toBe('bad_client_secret');
    expect(await ask({ client_id: '9.9' })).toBe('invalid_client_id');
    expect(await ask({ grant_type: 'password' })).toBe('invalid_grant_type');
    expect(await ask({ code_verifier: 'x' })).toBe('pkce_not_allowed');
    const basic = Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString('base64');
    const answer = await fetch(`${workspace.url}/api/oauth.v2.access`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams(given),
    });
    expect(await answer.json()).toMatchObject({ ok: true, token_type: 'bot' });
  },
);
rule(
  'oauth.v2.access',
  'scopes add up over installations, and the bot keeps its token',
  'docs.slack.dev/authentication/installing-with-oauth',
  async () => {
    const { workspace } = await opened({ scopes: ['chat:write'] });
    const answer = await installedBy(workspace, 'U0PRIYA', { scope: 'users:read' });
    expect([answer.access_token, answer.scope]).toEqual([workspace.bot_token, 'chat:write,users:read']);
    expect((await clientWith(workspace, workspace.bot_token).users.list({})).ok).toBe(true);
  },
);
