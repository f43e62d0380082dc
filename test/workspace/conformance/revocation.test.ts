import { afterEach, expect } from 'vitest';
import { EVENTS, person, refusal, startBolt, until } from '../fixture.ts';
import { type RequestUrl, requestUrl } from '../request-url.ts';
import { CLIENT, clientAs, clientWith, closeAll, installedBy, opened } from './open.ts';
import { rule } from './rule.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await closeAll();
});

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;

rule(
  'auth.revoke',
  'ends the token; with test it only says so',
  'docs.slack.dev/reference/methods/auth.revoke',
  async () => {
    const { workspace } = await opened();
    const priya = await clientAs(workspace, 'U0PRIYA', 'users:read');
    expect(await priya.auth.revoke({ test: true })).toMatchObject({ ok: true, revoked: false });
    expect((await priya.auth.test()).ok).toBe(true);
    expect(await priya.auth.revoke()).toMatchObject({ ok: true, revoked: true });
    expect(await errorOf(priya.auth.test())).toBe('token_revoked');
    expect((await clientWith(workspace, workspace.bot_token).auth.test()).ok).toBe(true);
  },
);
rule(
  'auth.revoke',
  'without its token the bot is deactivated and in no channel',
  'docs.slack.dev/reference/methods/auth.revoke',
  async () => {
    const { workspace, client } = await opened();
    const priya = await clientAs(workspace, 'U0PRIYA', 'users:read,channels:read');
    await client.auth.revoke();
    expect((await priya.users.info({ user: 'U0APPBOT' })).user?.deleted).toBe(true);
    expect((await priya.conversations.members({ channel: 'C0HANDOFFS' })).members).not.toContain('U0APPBOT');
  },
);

async function listening(app: object = {}) {
  const url: RequestUrl = await requestUrl();
  ends.push(() => url.close());
  const events = [...EVENTS, 'tokens_revoked', 'app_uninstalled'];
  const { workspace, client } = await opened({ events, delivery: { http: url.address }, ...app });
  const heard = () => url.got.map(({ body }) => body.event as { type: string });
  return { workspace, client, heard };
}
rule(
  'event:tokens_revoked',
  'names users by kind of token, never the tokens',
  'docs.slack.dev/reference/events/tokens_revoked',
  async () => {
    const { workspace, heard } = await listening();
    const priya = await clientAs(workspace, 'U0PRIYA', 'users:read');
    await priya.auth.revoke();
    expect(await until(() => heard()[0])).toMatchObject({ type: 'tokens_revoked', tokens: { oauth: ['U0PRIYA'] } });
  },
);
rule(
  'event:app_uninstalled',
  'comes with tokens_revoked, in either order, and nothing after it',
  'docs.slack.dev/reference/events/app_uninstalled',
  async () => {
    for (const [order, first] of [
      ['tokens_revoked_first', 'tokens_revoked'],
      ['app_uninstalled_first', 'app_uninstalled'],
    ] as const) {
      const { workspace, client, heard } = await listening({ uninstall_order: order });
      const marcus = await clientAs(workspace, 'U0MARCUS', 'users:read');
      await client.apps.uninstall(CLIENT);
      await person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text: 'anybody?' });
      await until(() => heard().length === 2 && workspace.courier.pending() === 0);
      expect(heard().map(({ type }) => type)).toEqual([
        first,
        first === 'tokens_revoked' ? 'app_uninstalled' : 'tokens_revoked',
      ]);
      const event = heard().find(({ type }) => type === 'tokens_revoked');
      expect(event).toMatchObject({ tokens: { oauth: ['U0MARCUS'], bot: ['U0APPBOT'] } });
      expect(await errorOf(client.auth.test())).toBe('account_inactive');
      expect(await errorOf(marcus.auth.test())).toBe('token_revoked');
    }
  },
);
rule(
  'apps.uninstall',
  'the app shows its client id and secret',
  'docs.slack.dev/reference/methods/apps.uninstall',
  async () => {
    const { client } = await opened();
    expect(await errorOf(client.apps.uninstall({ ...CLIENT, client_id: '9.9' }))).toBe('invalid_client_id');
    expect(await errorOf(client.apps.uninstall({ ...CLIENT, client_secret: 'x' }))).toBe('bad_client_secret');
    expect((await client.auth.test()).ok).toBe(true);
  },
);
rule(
  'apps.uninstall',
  'the app can come back, with a new token',
  'docs.slack.dev/reference/methods/apps.uninstall',
  async () => {
    const { workspace, client } = await opened();
    await client.apps.uninstall(CLIENT);
    const { access_token } = await installedBy(workspace, 'U0PRIYA', { scope: 'chat:write,channels:join' });
    expect(access_token).not.toBe(workspace.bot_token);
    const again = clientWith(workspace, access_token);
    await again.conversations.join({ channel: 'C0HANDOFFS' });
    await again.chat.postMessage({ channel: 'C0HANDOFFS', text: 'back' });
  },
);
rule(
  'delivery:uninstalled',
  'Bolt hears of its own end by Socket Mode',
  'docs.slack.dev/reference/events/app_uninstalled',
  async () => {
    const { workspace, client } = await opened({ events: ['app_uninstalled'] });
    const heard: string[] = [];
    const bolt = await startBolt(workspace, (app) =>
      app.event('app_uninstalled', async ({ event }) => void heard.push(event.type)),
    );
    ends.push(() => bolt.stop());
    await client.apps.uninstall(CLIENT);
    expect(await until(() => heard[0])).toBe('app_uninstalled');
  },
);
