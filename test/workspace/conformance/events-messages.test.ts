import { expect } from 'vitest';
import { AWAY, BOT, HOME, heard, made, said } from './heard.ts';
import { rule } from './rule.ts';

const texts = (events: Record<string, unknown>[]) => events.map((one) => one.text);

rule(
  'event:message',
  'carries the message, its channel and what kind of conversation that is',
  'docs.slack.dev/reference/events/message.channels',
  async () => {
    const [event, ...more] = await heard(['message.channels'], ({ priya }) =>
      priya.do('post', { channel: HOME, text: 'hi' }),
    );
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'message',
      user: 'U0PRIYA',
      text: 'hi',
      channel: HOME,
      channel_type: 'channel',
    });
    expect(event).toMatchObject({ team: 'T0NORTHWIND', event_ts: event?.ts });
    expect(event?.client_msg_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(event).not.toHaveProperty('subtype');
  },
);
rule(
  'event:message',
  'of a bot carries its bot_id, app_id and bot_profile',
  'docs.slack.dev/reference/events/message',
  async () => {
    const [event] = await heard(['message.channels'], ({ client }) => said(client));
    const bot_profile = { id: 'B0APP00001', app_id: 'A0LOCALAPP', user_id: BOT, name: 'App', team_id: 'T0NORTHWIND' };
    expect(event).toMatchObject({ user: BOT, bot_id: 'B0APP00001', app_id: 'A0LOCALAPP', bot_profile });
    expect(event).not.toHaveProperty('client_msg_id');
  },
);
rule(
  'event:message',
  'is sent of public channels only where the app is a member, subscribed to message.channels and holds channels:history',
  'docs.slack.dev/reference/events/message.channels',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ priya }) => {
      await priya.do('post', { channel: AWAY, text: 'elsewhere' });
      await priya.do('post', { channel: HOME, text: 'here' });
    };
    expect(texts(await heard(['message.channels'], act))).toEqual(['here']);
    expect(await heard(['message.groups'], act)).toEqual([]);
    expect(await heard(['message.channels'], act, { without: ['channels:history'] })).toEqual([]);
  },
);
rule(
  'event:message',
  'of a private channel needs message.groups and groups:history',
  'docs.slack.dev/reference/events/message.groups',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ client, priya }) => {
      const channel = await made(client, true);
      await priya.do('post', { channel, text: 'secret' });
    };
    const events = await heard(['message.groups'], act);
    expect(events.at(-1)).toMatchObject({ text: 'secret', channel_type: 'group' });
    expect(await heard(['message.channels'], act)).toEqual([]);
    expect(await heard(['message.groups'], act, { without: ['groups:history'] })).toEqual([]);
  },
);
rule(
  'event:message',
  'of a direct message with the app needs message.im and im:history',
  'docs.slack.dev/reference/events/message.im',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ client, priya }) => {
      const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
      await priya.do('post', { channel: channel?.id ?? '', text: 'between us' });
    };
    expect(await heard(['message.im'], act)).toMatchObject([{ text: 'between us', channel_type: 'im' }]);
    expect(await heard(['message.im'], act, { without: ['im:history'] })).toEqual([]);
  },
);
rule(
  'event:message',
  'an edit is a hidden message_changed with the message before and after',
  'docs.slack.dev/reference/events/message/message_changed',
  async () => {
    const events = await heard(['message.channels'], async ({ priya }) => {
      const { ts } = await priya.do('post', { channel: HOME, text: 'one' });
      await priya.do('edit', { channel: HOME, ts, text: 'two' });
    });
    const [first, change] = events;
    expect(change).toMatchObject({ subtype: 'message_changed', hidden: true, channel: HOME, channel_type: 'channel' });
    expect(change).toMatchObject({ previous_message: { text: 'one', ts: first?.ts } });
    expect(change).toMatchObject({ message: { text: 'two', ts: first?.ts, edited: { user: 'U0PRIYA' } } });
    expect(change?.ts).not.toBe(first?.ts);
  },
);
rule(
  'event:message',
  'a deletion is a hidden message_deleted that names the message by deleted_ts',
  'docs.slack.dev/reference/events/message/message_deleted',
  async () => {
    const events = await heard(['message.channels'], async ({ client }) => {
      await client.chat.delete({ channel: HOME, ts: await said(client) });
    });
    expect(events.at(-1)).toMatchObject({
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: events[0]?.ts,
      previous_message: { text: 'A card' },
    });
  },
);
rule(
  'event:message',
  'a reply that is also sent to the channel carries the thread it answers as root',
  'docs.slack.dev/reference/events/message/thread_broadcast',
  async () => {
    const events = await heard(['message.channels'], async ({ priya }) => {
      const { ts } = await priya.do('post', { channel: HOME, text: 'asked' });
      await priya.do('post', { channel: HOME, text: 'answered', thread_ts: ts, reply_broadcast: true });
    });
    expect(events.at(-1)).toMatchObject({
      subtype: 'thread_broadcast',
      thread_ts: events[0]?.ts,
      root: { text: 'asked', thread_ts: events[0]?.ts, reply_count: 1, reply_users: ['U0PRIYA'] },
    });
  },
);
rule(
  'event:message',
  'a shared file is a message with subtype file_share that carries file objects',
  'docs.slack.dev/reference/events/message/file_share',
  async () => {
    const [event] = await heard(['message.channels'], ({ priya }) =>
      priya.upload({ channel: HOME, filename: 'plan.txt', comment: 'The plan' }, 'Go'),
    );
    expect(event).toMatchObject({ subtype: 'file_share', text: 'The plan', upload: false, display_as_bot: false });
    expect(event).toMatchObject({ files: [{ name: 'plan.txt', filetype: 'text', size: 2, user: 'U0PRIYA' }] });
  },
);
