import { expect } from 'vitest';
import { AWAY, BOT, HOME, heard, made } from './heard.ts';
import { CLIENT, clientAs, REDIRECT } from './open.ts';
import { rule } from './rule.ts';

rule(
  'event:channel_created',
  'tells of every new public channel, with the channel',
  'docs.slack.dev/reference/events/channel_created',
  async () => {
    const events = await heard(['channel_created'], async ({ priya }) => {
      await priya.do('create_channel', { name: 'open-deal' });
      await priya.do('create_channel', { name: 'secret-deal', is_private: true });
    });
    expect(events).toMatchObject([
      {
        type: 'channel_created',
        channel: {
          name: 'open-deal',
          name_normalized: 'open-deal',
          creator: 'U0PRIYA',
          is_channel: true,
          is_private: false,
        },
      },
    ]);
  },
);
rule('event:channel_created', 'needs channels:read', 'docs.slack.dev/reference/events/channel_created', async () => {
  const act: Parameters<typeof heard>[1] = ({ priya }) => priya.do('create_channel', { name: 'open-deal' });
  expect(await heard(['channel_created'], act, { without: ['channels:read'] })).toEqual([]);
});
rule(
  'event:channel_rename',
  'carries the new name of a public channel',
  'docs.slack.dev/reference/events/channel_rename',
  async () => {
    let channel = '';
    const events = await heard(['channel_rename', 'group_rename'], async ({ client }) => {
      channel = await made(client, false);
      await client.conversations.rename({ channel, name: 'handovers' });
    });
    const name = { name: 'handovers', name_normalized: 'handovers' };
    const renamed = { id: channel, ...name, is_channel: true, is_mpim: false };
    expect(events).toMatchObject([{ type: 'channel_rename', channel: renamed }]);
  },
);
rule(
  'event:group_rename',
  'is what the renaming of a private channel is called, and needs groups:read',
  'docs.slack.dev/reference/events/group_rename',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ client }) => {
      await client.conversations.rename({ channel: await made(client, true), name: 'quiet-deal' });
    };
    const events = await heard(['channel_rename', 'group_rename'], act);
    expect(events).toMatchObject([{ type: 'group_rename', channel: { name: 'quiet-deal', is_channel: false } }]);
    expect(await heard(['group_rename'], act, { without: ['groups:read'] })).toEqual([]);
  },
);
rule(
  'event:channel_archive',
  'names the channel and who archived it',
  'docs.slack.dev/reference/events/channel_archive',
  async () => {
    const events = await heard(['channel_archive', 'group_archive'], async ({ client }) => {
      await client.conversations.archive({ channel: HOME });
    });
    expect(events).toMatchObject([{ type: 'channel_archive', channel: HOME, user: BOT }]);
  },
);
rule(
  'event:group_archive',
  'is what the archiving of a private channel is called',
  'docs.slack.dev/reference/events/group_archive',
  async () => {
    let channel = '';
    const events = await heard(['channel_archive', 'group_archive'], async ({ client }) => {
      channel = await made(client, true);
      await client.conversations.archive({ channel });
    });
    expect(events).toMatchObject([{ type: 'group_archive', channel, user: BOT }]);
  },
);
rule(
  'event:channel_left',
  'tells the bot alone that it left a public channel',
  'docs.slack.dev/reference/events/channel_left',
  async () => {
    const events = await heard(['channel_left', 'member_left_channel'], async ({ client }) => {
      await client.conversations.leave({ channel: HOME });
    });
    expect(events).toMatchObject([{ type: 'channel_left', channel: HOME, actor_id: BOT }]);
  },
);
rule(
  'event:group_left',
  'tells the bot alone that it left a private channel',
  'docs.slack.dev/reference/events/group_left',
  async () => {
    const events = await heard(['group_left', 'channel_left'], async ({ client }) => {
      await client.conversations.leave({ channel: await made(client, true) });
    });
    expect(events).toMatchObject([{ type: 'group_left' }]);
  },
);
rule(
  'event:member_joined_channel',
  'says who came into a channel of the app, what kind it is, and who invited them',
  'docs.slack.dev/reference/events/member_joined_channel',
  async () => {
    const events = await heard(['member_joined_channel'], async ({ client, marcus, workspace }) => {
      await made(client, true);
      await marcus.do('leave', { channel: HOME });
      await marcus.do('join', { channel: HOME });
      await marcus.do('leave', { channel: AWAY });
      await marcus.do('join', { channel: AWAY });
      expect(workspace.world.channels.get(AWAY)?.members.has('U0MARCUS')).toBe(true);
    });
    expect(events).toMatchObject([
      { user: 'U0PRIYA', channel_type: 'G', team: 'T0NORTHWIND', inviter: BOT },
      { user: 'U0MARCUS', channel_type: 'G', inviter: BOT },
      { user: 'U0MARCUS', channel: HOME, channel_type: 'C' },
    ]);
    expect(events[2]).not.toHaveProperty('inviter');
  },
);
rule(
  'event:member_left_channel',
  'says who left a channel of the app, and needs channels:read or groups:read',
  'docs.slack.dev/reference/events/member_left_channel',
  async () => {
    const act: Parameters<typeof heard>[1] = ({ marcus }) => marcus.do('leave', { channel: HOME });
    expect(await heard(['member_left_channel'], act)).toMatchObject([
      { user: 'U0MARCUS', channel: HOME, channel_type: 'C', team: 'T0NORTHWIND' },
    ]);
    expect(await heard(['member_left_channel'], act, { without: ['channels:read', 'groups:read'] })).toEqual([]);
  },
);
rule(
  'event:group_unarchive',
  'is what the way back from the archive of a private channel is called, with who did it as actor_id',
  'docs.slack.dev/reference/events/group_unarchive',
  async () => {
    let channel = '';
    const act: Parameters<typeof heard>[1] = async ({ client, workspace }) => {
      channel = await made(client, true);
      await client.conversations.archive({ channel });
      const priya = await clientAs(workspace, 'U0PRIYA', 'groups:write');
      await priya.conversations.unarchive({ channel });
    };
    const app = { ...CLIENT, redirect_urls: [REDIRECT] };
    const events = await heard(['channel_unarchive', 'group_unarchive'], act, { app });
    expect(events).toMatchObject([{ type: 'group_unarchive', channel, actor_id: 'U0PRIYA' }]);
  },
);
