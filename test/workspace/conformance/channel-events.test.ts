import type { App } from '@slack/bolt';
import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { person, startBolt, until } from '../fixture.ts';
import { clientAs, closeAll, opened } from './open.ts';
import { rule } from './rule.ts';

const bolts: App[] = [];
afterEach(async () => {
  for (const bolt of bolts.splice(0)) await bolt.stop();
  await closeAll();
});

/** Everything of these types that Bolt hears. */
async function hearing(workspace: Workspace, ...types: string[]) {
  const heard: Record<string, unknown>[] = [];
  const listen = (bolt: App) => {
    for (const type of types) bolt.event(type, async ({ event }) => void heard.push({ ...event }));
  };
  bolts.push(await startBolt(workspace, listen));
  return heard;
}

rule(
  'event:channel_unarchive',
  'reaches an app that is in the channel, with who did it',
  'docs.slack.dev/reference/events/channel_unarchive',
  async () => {
    const { workspace, client } = await opened({ events: ['channel_unarchive'] });
    const heard = await hearing(workspace, 'channel_unarchive');
    await client.conversations.archive({ channel: 'C0HANDOFFS' });
    const priya = await clientAs(workspace, 'U0PRIYA', 'channels:write');
    await priya.conversations.unarchive({ channel: 'C0HANDOFFS' });
    expect(await until(() => heard[0])).toMatchObject({ channel: 'C0HANDOFFS', user: 'U0PRIYA' });
  },
);
rule(
  'event:member_joined_channel',
  'names who invited, and is told of people too',
  'docs.slack.dev/reference/events/member_joined_channel',
  async () => {
    const { workspace, client } = await opened({ events: ['member_joined_channel'] });
    const heard = await hearing(workspace, 'member_joined_channel');
    await client.conversations.join({ channel: 'C0SALES' });
    await client.conversations.invite({ channel: 'C0SALES', users: 'U0YUKI' });
    const event = await until(() => heard.find((one) => one.user === 'U0YUKI'));
    expect(event).toMatchObject({ channel: 'C0SALES', channel_type: 'C', inviter: 'U0APPBOT', team: 'T0NORTHWIND' });
  },
);
rule(
  'event:member_left_channel',
  'reaches an app that is in the channel',
  'docs.slack.dev/reference/events/member_left_channel',
  async () => {
    const { workspace } = await opened({ events: ['member_left_channel'] });
    const heard = await hearing(workspace, 'member_left_channel');
    await person(workspace, 'U0YUKI').do('leave', { channel: 'C0HANDOFFS' });
    expect(await until(() => heard[0])).toMatchObject({ user: 'U0YUKI', channel: 'C0HANDOFFS', channel_type: 'C' });
  },
);
rule('event:subteam_created', 'carries the group', 'docs.slack.dev/reference/events/subteam_created', async () => {
  const { workspace, client } = await opened({ events: ['subteam_created'] });
  const heard = await hearing(workspace, 'subteam_created');
  await client.usergroups.create({ name: 'Legal', handle: 'legal' });
  expect(await until(() => heard[0])).toMatchObject({
    subteam: { name: 'Legal', handle: 'legal', is_usergroup: true },
  });
});
rule(
  'event:subteam_updated',
  'comes when a group is disabled, with when',
  'docs.slack.dev/reference/events/subteam_updated',
  async () => {
    const { workspace, client } = await opened({ events: ['subteam_updated'] });
    const heard = await hearing(workspace, 'subteam_updated');
    const { usergroup } = await client.usergroups.create({ name: 'Legal', handle: 'legal' });
    await client.usergroups.disable({ usergroup: usergroup?.id ?? '' });
    const event = await until(() => heard[0]);
    expect(event.subteam).toMatchObject({ id: usergroup?.id, date_delete: expect.any(Number), deleted_by: 'U0APPBOT' });
  },
);
