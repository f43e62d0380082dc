import { afterEach, expect } from 'vitest';
import type { PeopleWorkspace } from '../../../src/workspace/people/shapes.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { control, person, refusal } from '../fixture.ts';
import { clientAs, closeAll, opened, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;

const room = (id: string, members: string[], more: object = {}) => ({
  id,
  name: id.toLowerCase().slice(2),
  members: [...members, 'U0APPBOT', 'U0PRIYA'],
  ...more,
});

const guests = () =>
  opened(
    {},
    {
      ...withPeople(
        somebody('U0MULTI', { is_restricted: true }),
        somebody('U0SINGLE', { is_restricted: true, is_ultra_restricted: true }),
      ),
      channels: [room('C0ONE', ['U0MULTI', 'U0SINGLE']), room('C0TWO', []), room('C0THREE', [])],
    },
  );

const channelsSeen = async (workspace: Workspace, as: string): Promise<string[]> => {
  const { channels } = (await person(workspace, as).see('workspace')) as unknown as PeopleWorkspace;
  return channels.map((channel) => channel.id);
};

const SCOPES = 'channels:write,channels:read,groups:write,groups:read,im:write,usergroups:write,users:read';

rule(
  'people:guests',
  'see only the channels that they are in',
  'docs.slack.dev/reference/objects/user-object',
  async () => {
    const { workspace } = await guests();
    expect(await channelsSeen(workspace, 'U0MULTI')).toEqual(['C0ONE']);
    expect(await channelsSeen(workspace, 'U0PRIYA')).toEqual(['C0ONE', 'C0TWO', 'C0THREE']);
    const guest = person(workspace, 'U0MULTI');
    expect(await guest.do('join', { channel: 'C0TWO' })).toMatchObject({ ok: false, error: 'channel_not_found' });
    expect(await guest.see('history', { channel: 'C0TWO' })).toMatchObject({ error: 'channel_not_found' });
  },
);
rule('people:guests', 'are marked in the user object', 'docs.slack.dev/reference/objects/user-object', async () => {
  const { client } = await guests();
  const { members = [] } = await client.users.list({});
  const marks = (id: string) => {
    const user = members.find((one) => one.id === id);
    return [user?.is_restricted, user?.is_ultra_restricted];
  };
  expect([marks('U0MULTI'), marks('U0SINGLE'), marks('U0PRIYA')]).toEqual([
    [true, false],
    [true, true],
    [false, false],
  ]);
});
rule(
  'conversations.invite',
  'a guest comes into more channels, a single-channel guest into one',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await guests();
    await client.conversations.invite({ channel: 'C0TWO', users: 'U0MULTI' });
    expect(await errorOf(client.conversations.invite({ channel: 'C0TWO', users: 'U0SINGLE' }))).toBe(
      'ura_max_channels',
    );
    await client.conversations.kick({ channel: 'C0ONE', user: 'U0SINGLE' });
    await client.conversations.invite({ channel: 'C0TWO', users: 'U0SINGLE' });
  },
);
rule(
  'conversations.create',
  'a guest makes no channels',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { workspace } = await guests();
    const multi = await clientAs(workspace, 'U0MULTI', SCOPES);
    const single = await clientAs(workspace, 'U0SINGLE', SCOPES);
    expect(await errorOf(multi.conversations.create({ name: 'mine' }))).toBe('user_is_restricted');
    expect(await errorOf(single.conversations.create({ name: 'mine' }))).toBe('user_is_ultra_restricted');
  },
);
rule(
  'conversations.leave',
  'a guest stays where they were put, and removes nobody',
  'docs.slack.dev/reference/methods/conversations.leave',
  async () => {
    const { workspace } = await guests();
    const guest = await clientAs(workspace, 'U0MULTI', SCOPES);
    expect(await errorOf(guest.conversations.leave({ channel: 'C0ONE' }))).toBe('user_is_restricted');
    expect(await errorOf(guest.conversations.archive({ channel: 'C0ONE' }))).toBe('user_is_restricted');
    expect(await errorOf(guest.conversations.kick({ channel: 'C0ONE', user: 'U0PRIYA' }))).toBe('restricted_action');
    expect(await errorOf(guest.usergroups.create({ name: 'mine' }))).toBe('permission_denied');
    const { channels = [] } = await guest.conversations.list();
    expect(channels.map((channel) => channel.id)).toEqual(['C0ONE']);
  },
);

const external = () =>
  opened(
    {},
    {
      ...withPeople(somebody('U0OTHER', { team_id: 'T0CUSTOMER' }), somebody('U0FAR', { team_id: 'T0FARAWAY' })),
      channels: [room('C0SHARED', ['U0OTHER'], { is_ext_shared: true }), room('C0INSIDE', [])],
    },
  );
rule('people:external', 'a shared channel says so, and whose it is', 'docs.slack.dev/apis/slack-connect', async () => {
  const { client } = await external();
  expect((await client.conversations.info({ channel: 'C0SHARED' })).channel).toMatchObject({
    is_shared: true,
    is_ext_shared: true,
    shared_team_ids: ['T0NORTHWIND', 'T0CUSTOMER'],
    connected_team_ids: ['T0CUSTOMER'],
    conversation_host_id: 'T0NORTHWIND',
  });
  expect((await client.conversations.info({ channel: 'C0INSIDE' })).channel).toMatchObject({ is_ext_shared: false });
});
rule(
  'people:external',
  'have their own team and no address; a stranger shares no channel',
  'docs.slack.dev/reference/objects/user-object',
  async () => {
    const { client } = await external();
    const { user } = await client.users.info({ user: 'U0OTHER' });
    expect(user).toMatchObject({ team_id: 'T0CUSTOMER', is_stranger: false });
    expect(user?.profile).not.toHaveProperty('email');
    expect((await client.users.info({ user: 'U0FAR' })).user).toMatchObject({ is_stranger: true });
    const { members = [] } = await client.users.list({});
    expect(members.some((one) => one.id === 'U0OTHER')).toBe(false);
    expect(await errorOf(client.users.lookupByEmail({ email: 'other@example.com' }))).toBe('users_not_found');
  },
);
rule(
  'conversations.invite',
  'people of other companies come only into shared channels',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await external();
    const into = (channel: string) => client.conversations.invite({ channel, users: 'U0FAR' });
    expect(await errorOf(into('C0INSIDE'))).toBe('no_external_invite_permission');
    expect((await into('C0SHARED')).ok).toBe(true);
  },
);
rule('people:external', 'see the shared channel and no other', 'docs.slack.dev/apis/slack-connect', async () => {
  const { workspace } = await external();
  expect(await channelsSeen(workspace, 'U0OTHER')).toEqual(['C0SHARED']);
});
rule(
  'conversations.open',
  'with people of other companies only when a channel is shared',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const { client } = await external();
    await client.conversations.open({ users: 'U0OTHER' });
    expect(await errorOf(client.conversations.open({ users: 'U0FAR' }))).toBe('invalid_user_combination');
  },
);

rule(
  'people:deactivated',
  'are listed, but cannot act, be written to or be found by address',
  'docs.slack.dev/reference/objects/user-object',
  async () => {
    const { workspace, client } = await opened();
    await control(workspace, 'user', { id: 'U0CARLOS', deleted: true });
    const { members = [] } = await client.users.list({});
    expect(members.find((one) => one.id === 'U0CARLOS')?.deleted).toBe(true);
    expect(await errorOf(client.conversations.open({ users: 'U0CARLOS' }))).toBe('user_disabled');
    expect(await errorOf(client.users.lookupByEmail({ email: 'carlos@northwind.example' }))).toBe('users_not_found');
    const carlos = person(workspace, 'U0CARLOS');
    expect(await carlos.do('post', { channel: 'C0HANDOFFS', text: 'x' })).toMatchObject({ error: 'account_inactive' });
  },
);
rule('people:admins', 'admins and owners are marked', 'docs.slack.dev/reference/objects/user-object', async () => {
  const owner = somebody('U0OWNER', { is_admin: true, is_owner: true, is_primary_owner: true });
  const { client } = await opened({}, withPeople(owner));
  const marks = { is_admin: true, is_owner: true, is_primary_owner: true };
  expect((await client.users.info({ user: 'U0OWNER' })).user).toMatchObject(marks);
  expect((await client.users.info({ user: 'U0PRIYA' })).user).toMatchObject({ is_admin: true, is_owner: false });
});
rule(
  'people:working-hours',
  'a page learns zone, working hours and status of everybody',
  'docs.slack.dev/reference/objects/user-object',
  async () => {
    const working_hours = { start: '08:00', end: '16:30', days: [1, 2, 3, 4] };
    const status = { text: 'On site', emoji: ':truck:', expiration: 0 };
    const early = somebody('U0EARLY', { tz: 'Asia/Tokyo', working_hours, status });
    const { workspace } = await opened({}, withPeople(early));
    const { users } = (await person(workspace, 'U0PRIYA').see('workspace')) as unknown as PeopleWorkspace;
    expect(users.find((user) => user.id === 'U0EARLY')).toMatchObject({ tz: 'Asia/Tokyo', working_hours, status });
  },
);
