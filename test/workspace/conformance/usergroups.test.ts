import { afterEach, expect } from 'vitest';
import type { PeopleWorkspace } from '../../../src/workspace/people/shapes.ts';
import { EVENTS, person, refusal, startBolt, until } from '../fixture.ts';
import { ALL_SCOPES, closeAll, opened, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const legal = { id: 'S0LEGAL', name: 'Legal', handle: 'legal', users: ['U0CARLOS'] };
const withLegal = () => opened({}, { usergroups: [legal] });

rule(
  'usergroups.create',
  'a group with a handle and nobody in it',
  'docs.slack.dev/reference/methods/usergroups.create',
  async () => {
    const { client } = await opened();
    const made = { name: 'Deal desk', handle: 'deal-desk', description: 'Reads contracts', channels: 'C0SALES' };
    expect((await client.usergroups.create(made)).usergroup).toMatchObject({
      id: expect.stringMatching(/^S/),
      team_id: 'T0NORTHWIND',
      is_usergroup: true,
      name: 'Deal desk',
      handle: 'deal-desk',
      description: 'Reads contracts',
      prefs: { channels: ['C0SALES'], groups: [] },
      users: [],
      date_delete: 0,
      created_by: 'U0APPBOT',
    });
  },
);
rule(
  'usergroups.create',
  'a handle is unique among groups, people and channels',
  'docs.slack.dev/reference/methods/usergroups.create',
  async () => {
    const { client } = await withLegal();
    for (const handle of ['legal', 'priya', 'sales'])
      expect(await errorOf(client.usergroups.create({ name: handle.toUpperCase(), handle }))).toBe(
        'handle_already_exists',
      );
    expect(await errorOf(client.usergroups.create({ name: 'Legal', handle: 'lawyers' }))).toBe('name_already_exists');
    expect(await errorOf(client.usergroups.create({ name: 'Deal desk', handle: 'Deal desk' }))).toBe('bad_handle');
    expect(await errorOf(client.usergroups.create({ name: 'Everyone', handle: 'everyone' }))).toBe('forbidden_handle');
    expect(await errorOf(client.usergroups.create({ name: 'Lost', channels: 'C0NOWHERE' }))).toBe(
      'invalid_channel_provided',
    );
  },
);
rule('usergroups.create', 'only on paid plans', 'docs.slack.dev/reference/methods/usergroups.create', async () => {
  const { client } = await opened({}, { plan: 'free' });
  expect(await errorOf(client.usergroups.create({ name: 'Legal' }))).toBe('paid_teams_only');
  expect(await errorOf(client.usergroups.list())).toBe('plan_upgrade_required');
});
rule('usergroups.create', 'needs usergroups:write', 'docs.slack.dev/reference/methods/usergroups.create', async () => {
  const { client } = await opened({ scopes: ['usergroups:read'] });
  await client.usergroups.list();
  expect(await errorOf(client.usergroups.create({ name: 'Legal' }))).toBe('missing_scope');
});

rule(
  'usergroups.list',
  'without disabled ones, people and counts unless asked for',
  'docs.slack.dev/reference/methods/usergroups.list',
  async () => {
    const { client } = await withLegal();
    const [plain] = (await client.usergroups.list()).usergroups ?? [];
    expect(plain).toMatchObject({ id: 'S0LEGAL', handle: 'legal' });
    expect([plain && 'users' in plain, plain && 'user_count' in plain]).toEqual([false, false]);
    const [full] = (await client.usergroups.list({ include_users: true, include_count: true })).usergroups ?? [];
    expect(full).toMatchObject({ users: ['U0CARLOS'], user_count: 1 });
    await client.usergroups.disable({ usergroup: 'S0LEGAL' });
    expect((await client.usergroups.list()).usergroups).toEqual([]);
    expect((await client.usergroups.list({ include_disabled: true })).usergroups).toHaveLength(1);
  },
);
rule(
  'usergroups.update',
  'changes what it names and nothing else',
  'docs.slack.dev/reference/methods/usergroups.update',
  async () => {
    const { client } = await withLegal();
    const { usergroup } = await client.usergroups.update({ usergroup: 'S0LEGAL', name: 'Lawyers' });
    expect(usergroup).toMatchObject({ name: 'Lawyers', handle: 'legal', users: ['U0CARLOS'], updated_by: 'U0APPBOT' });
    expect(await errorOf(client.usergroups.update({ usergroup: 'S0LEGAL', handle: 'sales' }))).toBe(
      'handle_already_exists',
    );
    expect(await errorOf(client.usergroups.update({ usergroup: 'S0NONE', name: 'x' }))).toBe('no_such_subteam');
  },
);
rule(
  'usergroups.disable',
  'takes a group out of use; its people stay for later',
  'docs.slack.dev/reference/methods/usergroups.disable',
  async () => {
    const { client } = await withLegal();
    const off = await client.usergroups.disable({ usergroup: 'S0LEGAL' });
    expect(off.usergroup?.date_delete).toBeGreaterThan(0);
    expect(await errorOf(client.usergroups.users.list({ usergroup: 'S0LEGAL' }))).toBe('no_such_subteam');
    const still = await client.usergroups.users.list({ usergroup: 'S0LEGAL', include_disabled: true });
    expect(still.users).toEqual(['U0CARLOS']);
  },
);
rule('usergroups.enable', 'brings it back', 'docs.slack.dev/reference/methods/usergroups.enable', async () => {
  const { client } = await withLegal();
  await client.usergroups.disable({ usergroup: 'S0LEGAL' });
  const on = await client.usergroups.enable({ usergroup: 'S0LEGAL', include_count: true });
  expect(on.usergroup).toMatchObject({ date_delete: 0, user_count: 1 });
  expect(await errorOf(client.usergroups.enable({ usergroup: 'S0NONE' }))).toBe('no_such_subteam');
});
rule(
  'usergroups.users.list',
  'the ids of its people',
  'docs.slack.dev/reference/methods/usergroups.users.list',
  async () => {
    const { client } = await withLegal();
    expect((await client.usergroups.users.list({ usergroup: 'S0LEGAL' })).users).toEqual(['U0CARLOS']);
    expect(await errorOf(client.usergroups.users.list({ usergroup: 'S0NONE' }))).toBe('no_such_subteam');
  },
);
rule(
  'usergroups.users.update',
  'replaces the whole list, which is never empty',
  'docs.slack.dev/reference/methods/usergroups.users.update',
  async () => {
    const guest = somebody('U0GUEST', { is_restricted: true });
    const { client } = await opened({}, { ...withPeople(guest), usergroups: [legal] });
    const set = (users: string) => client.usergroups.users.update({ usergroup: 'S0LEGAL', users });
    expect((await set('U0YUKI,U0AISHA')).usergroup?.users).toEqual(['U0YUKI', 'U0AISHA']);
    expect(await errorOf(set(''))).toBe('no_users_provided');
    expect(await errorOf(set('U0YUKI,U0NOBODY'))).toBe('invalid_users');
    expect(await errorOf(set('U0GUEST'))).toBe('failed_for_some_users');
    expect((await client.usergroups.users.list({ usergroup: 'S0LEGAL' })).users).toEqual(['U0YUKI', 'U0AISHA']);
  },
);

rule(
  'event:subteam_members_changed',
  'tells who came and who went',
  'docs.slack.dev/reference/events/subteam_members_changed',
  async () => {
    const { workspace, client } = await opened(
      { events: [...EVENTS, 'subteam_members_changed', 'subteam_created'], scopes: ALL_SCOPES },
      { usergroups: [legal] },
    );
    const heard: Record<string, unknown>[] = [];
    const app = await startBolt(workspace, (bolt) =>
      bolt.event('subteam_members_changed', async ({ event }) => void heard.push({ ...event })),
    );
    await client.usergroups.users.update({ usergroup: 'S0LEGAL', users: 'U0YUKI' });
    expect(await until(() => heard[0])).toMatchObject({
      subteam_id: 'S0LEGAL',
      team_id: 'T0NORTHWIND',
      added_users: ['U0YUKI'],
      added_users_count: 1,
      removed_users: ['U0CARLOS'],
      removed_users_count: 1,
    });
    await app.stop();
  },
);
rule(
  'people:usergroups',
  'a page learns the groups in use, for mentions',
  'docs.slack.dev/reference/methods/usergroups.list',
  async () => {
    const { workspace } = await withLegal();
    const { usergroups } = (await person(workspace, 'U0PRIYA').see('workspace')) as unknown as PeopleWorkspace;
    expect(usergroups).toEqual([legal]);
  },
);
