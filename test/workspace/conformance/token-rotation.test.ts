import { InstallProvider, MemoryInstallationStore } from '@slack/oauth';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, expect, vi } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { refusal } from '../fixture.ts';
import { CLIENT, clientWith, closeAll, installedBy, opened } from './open.ts';
import { rule } from './rule.ts';

afterEach(async () => {
  vi.useRealTimers();
  await closeAll();
});

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const HALF_A_DAY = 12 * 3600;

const rotating = () => opened({ token_rotation: true, installed: false });
const anyone = (workspace: Workspace) => new WebClient(undefined, { slackApiUrl: `${workspace.url}/api/` });
const refreshed = (workspace: Workspace, refresh_token = '') =>
  anyone(workspace).oauth.v2.access({ ...CLIENT, grant_type: 'refresh_token', refresh_token });

rule(
  'oauth.v2.access',
  'with rotation a token lasts twelve hours and comes with a refresh token',
  'docs.slack.dev/authentication/using-token-rotation',
  async () => {
    const { workspace } = await rotating();
    const answer = await installedBy(workspace, 'U0PRIYA', { scope: 'chat:write', user_scope: 'users:read' });
    expect(answer).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxb-/),
      refresh_token: expect.stringMatching(/^xoxe-1-/),
      expires_in: HALF_A_DAY,
      authed_user: { access_token: expect.stringMatching(/^xoxe\.xoxp-/), expires_in: HALF_A_DAY },
    });
    const client = clientWith(workspace, answer.access_token);
    expect((await client.auth.test()).expires_in).toBeGreaterThan(HALF_A_DAY - 60);
    workspace.world.clock.advance(HALF_A_DAY * 1000 - 60_000);
    expect((await client.auth.test()).ok).toBe(true);
    workspace.world.clock.advance(60_000);
    expect(await errorOf(client.auth.test())).toBe('token_expired');
  },
);
rule(
  'oauth.v2.access',
  'a refresh token works once, also after the access token ran out',
  'docs.slack.dev/authentication/using-token-rotation',
  async () => {
    const { workspace } = await rotating();
    const first = await installedBy(workspace, 'U0PRIYA', { scope: 'chat:write' });
    workspace.world.clock.advance(HALF_A_DAY * 1000 + 1);
    const second = await refreshed(workspace, first.refresh_token);
    expect(second).toMatchObject({ token_type: 'bot', scope: 'chat:write', expires_in: HALF_A_DAY });
    expect([second.access_token, second.refresh_token]).not.toContain(first.access_token);
    expect((await clientWith(workspace, second.access_token).auth.test()).ok).toBe(true);
    expect(await errorOf(refreshed(workspace, first.refresh_token))).toBe('invalid_refresh_token');
    expect(await errorOf(refreshed(workspace, 'xoxe-1-guess'))).toBe('invalid_refresh_token');
  },
);
rule(
  'oauth.v2.access',
  '@slack/oauth refreshes the bot’s and the person’s token in time',
  'docs.slack.dev/authentication/using-token-rotation',
  async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { workspace } = await rotating();
    const { access_token, refresh_token, authed_user } = await installedBy(workspace, 'U0PRIYA', {
      scope: 'chat:write',
      user_scope: 'users:read',
    });
    const installationStore = new MemoryInstallationStore();
    const expiresAt = Math.floor(Date.now() / 1000) + HALF_A_DAY;
    await installationStore.storeInstallation({
      team: { id: 'T0NORTHWIND' },
      enterprise: undefined,
      isEnterpriseInstall: false,
      user: {
        id: 'U0PRIYA',
        token: authed_user?.access_token,
        refreshToken: authed_user?.refresh_token,
        expiresAt,
        scopes: ['users:read'],
      },
      bot: {
        id: 'B0APP00001',
        userId: 'U0APPBOT',
        token: access_token ?? '',
        refreshToken: refresh_token,
        expiresAt,
        scopes: ['chat:write'],
      },
      authVersion: 'v2',
    });
    const provider = new InstallProvider({
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
      stateSecret: 'state',
      installationStore,
      clientOptions: { slackApiUrl: `${workspace.url}/api/` },
      logLevel: LogLevel.ERROR,
    });
    const query = { teamId: 'T0NORTHWIND', userId: 'U0PRIYA', enterpriseId: undefined, isEnterpriseInstall: false };
    expect((await provider.authorize(query)).botToken).toBe(access_token);
    vi.setSystemTime(Date.now() + 11 * 3_600_000);
    const later = await provider.authorize(query);
    expect([later.botToken === access_token, later.userToken === authed_user?.access_token]).toEqual([false, false]);
    expect(await clientWith(workspace, later.botToken).auth.test()).toMatchObject({ user_id: 'U0APPBOT' });
    expect(await clientWith(workspace, later.userToken).auth.test()).toMatchObject({ user_id: 'U0PRIYA' });
  },
);

rule(
  'oauth.v2.exchange',
  'trades a lasting token for one that rotates, once',
  'docs.slack.dev/reference/methods/oauth.v2.exchange',
  async () => {
    const { workspace, client } = await opened({ token_rotation: true });
    const trade = (token: string) => anyone(workspace).oauth.v2.exchange({ ...CLIENT, token });
    const answer = await trade(workspace.bot_token);
    expect(answer).toMatchObject({ token_type: 'bot', expires_in: HALF_A_DAY });
    expect((await clientWith(workspace, String(answer.access_token)).auth.test()).ok).toBe(true);
    expect(await errorOf(trade(workspace.bot_token))).toBe('token_already_exchanged');
    expect(await errorOf(trade('xoxb-guess'))).toBe('invalid_token');
    expect(await errorOf(client.auth.test())).toBe('token_revoked');
  },
);
rule(
  'oauth.v2.exchange',
  'only where the app has rotation',
  'docs.slack.dev/reference/methods/oauth.v2.exchange',
  async () => {
    const { workspace } = await opened();
    const trade = anyone(workspace).oauth.v2.exchange({ ...CLIENT, token: workspace.bot_token });
    expect(await errorOf(trade)).toBe('token_rotation_not_enabled');
  },
);
