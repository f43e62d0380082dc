import { afterEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { ALL_SCOPES, clientAs, closeAll, opened, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const without = (...scopes: string[]) => ({ scopes: ALL_SCOPES.filter((scope) => !scopes.includes(scope)) });

rule('users.info', 'a person with zone, title and rights', 'docs.slack.dev/reference/methods/users.info', async () => {
  const { client } = await opened();
  const { user } = await client.users.info({ user: 'U0YUKI' });
  expect(user).toMatchObject({
    id: 'U0YUKI',
    team_id: 'T0NORTHWIND',
    name: 'yuki',
    real_name: 'Yuki Tanaka',
    tz: 'Asia/Tokyo',
    tz_label: 'Japan Standard Time',
    tz_offset: 32_400,
    is_bot: false,
    deleted: false,
    profile: { first_name: 'Yuki', last_name: 'Tanaka', title: 'Integration engineer', team: 'T0NORTHWIND' },
  });
  expect(await errorOf(client.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
});
rule(
  'users.info',
  'the bot is a user with the ids of its app',
  'docs.slack.dev/reference/methods/users.info',
  async () => {
    const { client } = await opened();
    const { user } = await client.users.info({ user: 'U0APPBOT' });
    expect(user).toMatchObject({ is_bot: true, profile: { bot_id: 'B0APP00001', api_app_id: 'A0LOCALAPP' } });
  },
);
rule(
  'users.info',
  'the address only with users:read.email, the locale only when asked for',
  'docs.slack.dev/reference/methods/users.info',
  async () => {
    const { client } = await opened();
    const { user } = await client.users.info({ user: 'U0YUKI', include_locale: true });
    expect([user?.profile?.email, user?.locale]).toEqual(['yuki@northwind.example', 'en-US']);
    const other = await opened(without('users:read.email'));
    const plain = await other.client.users.info({ user: 'U0YUKI' });
    expect(plain.user).not.toHaveProperty('locale');
    expect(plain.user?.profile).not.toHaveProperty('email');
  },
);

rule(
  'users.list',
  'everybody once over the pages, the deactivated marked',
  'docs.slack.dev/reference/methods/users.list',
  async () => {
    const { client } = await opened({}, withPeople(somebody('U0GONE', { deleted: true })));
    const seen: { id: string; deleted: boolean }[] = [];
    for await (const answer of client.paginate('users.list', { limit: 3 })) {
      seen.push(...((answer as { members?: { id: string; deleted: boolean }[] }).members ?? []));
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(10);
    expect(seen.filter((one) => one.deleted).map(({ id }) => id)).toEqual(['U0GONE']);
    expect(await errorOf(client.users.list({ cursor: 'nonsense' }))).toBe('invalid_cursor');
  },
);
rule('users.list', 'needs users:read', 'docs.slack.dev/reference/methods/users.list', async () => {
  const { client } = await opened(without('users:read'));
  expect(await errorOf(client.users.list({}))).toBe('missing_scope');
});

rule(
  'users.lookupByEmail',
  'finds by address whatever the case, not the deactivated',
  'docs.slack.dev/reference/methods/users.lookupByEmail',
  async () => {
    const { client } = await opened({}, withPeople(somebody('U0GONE', { deleted: true })));
    expect((await client.users.lookupByEmail({ email: 'Priya@Northwind.example' })).user?.id).toBe('U0PRIYA');
    for (const email of ['gone@example.com', 'nobody@example.com'])
      expect(await errorOf(client.users.lookupByEmail({ email }))).toBe('users_not_found');
  },
);
rule(
  'users.lookupByEmail',
  'users:read is not enough',
  'docs.slack.dev/reference/methods/users.lookupByEmail',
  async () => {
    const { client } = await opened(without('users:read.email'));
    const data = await client.users.lookupByEmail({ email: 'priya@northwind.example' }).catch((error) => error.data);
    expect(data).toMatchObject({ error: 'missing_scope', needed: 'users:read.email' });
  },
);

rule(
  'users.conversations',
  'where the caller is, by type, without the number of members',
  'docs.slack.dev/reference/methods/users.conversations',
  async () => {
    const { client } = await opened();
    const group = (await client.conversations.open({ users: 'U0PRIYA,U0YUKI' })).channel?.id;
    const hidden = (await client.conversations.create({ name: 'hidden', is_private: true })).channel?.id;
    const of = async (types?: string) =>
      (await client.users.conversations(types ? { types } : {})).channels?.map(({ id }) => id);
    expect(await of()).toEqual(['C0HANDOFFS']);
    expect(await of('private_channel,mpim')).toEqual([group, hidden]);
    const { channels = [] } = await client.users.conversations({});
    expect(channels[0]).not.toHaveProperty('num_members');
    expect(await errorOf(client.users.conversations({ types: 'voice' }))).toBe('invalid_types');
  },
);
rule(
  'users.conversations',
  'of somebody else as far as the caller sees them',
  'docs.slack.dev/reference/methods/users.conversations',
  async () => {
    const { client } = await opened(
      {},
      {
        channels: [
          { id: 'C0OPEN', name: 'open', members: ['U0PRIYA'] },
          { id: 'C0OLD', name: 'old', members: ['U0PRIYA'], is_archived: true },
          { id: 'C0BOARD', name: 'board', members: ['U0PRIYA'], is_private: true },
          { id: 'C0TEAM', name: 'team', members: ['U0PRIYA', 'U0APPBOT'], is_private: true },
        ],
      },
    );
    const asked = { user: 'U0PRIYA', types: 'public_channel,private_channel', exclude_archived: true };
    expect((await client.users.conversations(asked)).channels?.map(({ id }) => id)).toEqual(['C0OPEN', 'C0TEAM']);
    expect(await errorOf(client.users.conversations({ user: 'U0NOBODY' }))).toBe('user_not_found');
  },
);
rule(
  'users.conversations',
  'every type needs its own scope',
  'docs.slack.dev/reference/methods/users.conversations',
  async () => {
    const { client } = await opened(without('im:read'));
    await client.users.conversations({ types: 'public_channel' });
    expect(await errorOf(client.users.conversations({ types: 'public_channel,im' }))).toBe('missing_scope');
  },
);

rule(
  'users.setPresence',
  'auto or away, of the caller',
  'docs.slack.dev/reference/methods/users.setPresence',
  async () => {
    const { workspace, client } = await opened();
    const priya = await clientAs(workspace, 'U0PRIYA', 'users:write,users:read');
    await priya.users.setPresence({ presence: 'away' });
    expect(await client.users.getPresence({ user: 'U0PRIYA' })).toMatchObject({ presence: 'away' });
    const wrong = client.apiCall('users.setPresence', { presence: 'asleep' });
    expect(await errorOf(wrong)).toBe('invalid_presence');
  },
);
rule(
  'users.getPresence',
  'more of oneself than of others',
  'docs.slack.dev/reference/methods/users.getPresence',
  async () => {
    const { client } = await opened();
    const other = await client.users.getPresence({ user: 'U0PRIYA' });
    expect(other.presence).toBe('active');
    expect(other).not.toHaveProperty('online');
    expect(await client.apiCall('users.getPresence')).toMatchObject({
      presence: 'active',
      online: true,
      manual_away: false,
    });
    expect(await errorOf(client.users.getPresence({ user: 'U0NOBODY' }))).toBe('user_not_found');
  },
);

rule(
  'users.profile.get',
  'the profile with its status until that runs out',
  'docs.slack.dev/reference/methods/users.profile.get',
  async () => {
    const until = Math.floor(Date.now() / 1000) + 3600;
    const busy = somebody('U0BUSY', { status: { text: 'On site', emoji: ':truck:', expiration: until } });
    const { workspace, client } = await opened({}, withPeople(busy));
    const status = async () => (await client.users.profile.get({ user: 'U0BUSY' })).profile;
    expect(await status()).toMatchObject({ status_text: 'On site', status_emoji: ':truck:', status_expiration: until });
    workspace.world.clock.advance(3_600_001);
    expect(await status()).toMatchObject({ status_text: '', status_emoji: '', status_expiration: 0 });
  },
);
rule(
  'users.profile.get',
  'needs users.profile:read, not users:read',
  'docs.slack.dev/reference/methods/users.profile.get',
  async () => {
    const { client } = await opened(without('users.profile:read'));
    expect(await errorOf(client.users.profile.get({ user: 'U0PRIYA' }))).toBe('missing_scope');
  },
);
