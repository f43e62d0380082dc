import { expect } from 'vitest';
import { AWAY, BOT, HOME, heard, made } from './heard.ts';
import { rule } from './rule.ts';

rule(
  'event:message',
  'who was invited is written into the channel with the inviter',
  'docs.slack.dev/reference/events/message/channel_join',
  async () => {
    const events = await heard(['message.channels'], async ({ client }) => {
      await made(client, false);
    });
    expect(events).toMatchObject([
      { subtype: 'channel_join', user: 'U0PRIYA', inviter: BOT, team: 'T0NORTHWIND' },
      { subtype: 'channel_join', user: 'U0MARCUS', inviter: BOT },
    ]);
  },
);
rule(
  'event:message',
  'a new name is written into the channel with the old one',
  'docs.slack.dev/reference/events/message/channel_name',
  async () => {
    const events = await heard(['message.channels'], async ({ client }) => {
      await client.conversations.rename({ channel: await made(client, false), name: 'handovers' });
    });
    const names = { name: 'handovers', old_name: 'deal-acme' };
    expect(events.at(-1)).toMatchObject({ subtype: 'channel_name', user: BOT, ...names, team: 'T0NORTHWIND' });
  },
);
rule(
  'event:message',
  'a new topic or purpose is written into the channel',
  'docs.slack.dev/reference/events/message/channel_topic',
  async () => {
    const events = await heard(['message.channels'], async ({ client }) => {
      await client.conversations.setTopic({ channel: HOME, topic: 'Go-live' });
      await client.conversations.setPurpose({ channel: HOME, purpose: 'Deals' });
    });
    expect(events).toMatchObject([
      { subtype: 'channel_topic', topic: 'Go-live', user: BOT },
      { subtype: 'channel_purpose', purpose: 'Deals', user: BOT },
    ]);
  },
);
rule(
  'event:app_mention',
  'is sent beside the message when a person names the app',
  'docs.slack.dev/reference/events/app_mention',
  async () => {
    const [event, ...more] = await heard(['app_mention'], async ({ priya }) => {
      await priya.do('post', { channel: HOME, text: 'hello all' });
      await priya.do('post', { channel: HOME, text: `<@${BOT}> hello` });
    });
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: 'app_mention', user: 'U0PRIYA', text: `<@${BOT}> hello`, channel: HOME });
    expect(event).toMatchObject({ event_ts: event?.ts, team: 'T0NORTHWIND', client_msg_id: expect.any(String) });
    expect(event).not.toHaveProperty('channel_type');
  },
);
rule(
  'event:app_mention',
  'is sent only where the app is a member, holds app_mentions:read and subscribed; not in direct messages',
  'docs.slack.dev/reference/events/app_mention',
  async () => {
    const text = `<@${BOT}> hello`;
    const elsewhere: Parameters<typeof heard>[1] = async ({ client, priya }) => {
      const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
      await priya.do('post', { channel: channel?.id, text });
      await priya.do('post', { channel: AWAY, text });
    };
    const here: Parameters<typeof heard>[1] = ({ priya }) => priya.do('post', { channel: HOME, text });
    expect(await heard(['app_mention'], elsewhere)).toEqual([]);
    expect(await heard(['app_mention'], here, { without: ['app_mentions:read'] })).toEqual([]);
    expect(await heard([], here)).toEqual([]);
  },
);
rule(
  'event:app_home_opened',
  'is sent when a person opens the app, with the tab and, once there is one, the Home view',
  'docs.slack.dev/reference/events/app_home_opened',
  async () => {
    const events = await heard(['app_home_opened'], async ({ client, priya }) => {
      await priya.do('open_home');
      await client.views.publish({ user_id: 'U0PRIYA', view: { type: 'home', blocks: [{ type: 'divider' }] } });
      await priya.do('open_home');
      await priya.do('open_dm', { user: BOT });
    });
    expect(events.map(({ tab, view }) => [tab, view !== undefined])).toEqual([
      ['home', false],
      ['home', true],
      ['messages', false],
    ]);
    expect(events[1]).toMatchObject({
      user: 'U0PRIYA',
      view: { type: 'home', app_id: 'A0LOCALAPP', blocks: [{ type: 'divider' }] },
    });
  },
);
