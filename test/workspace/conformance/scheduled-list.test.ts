import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { closeRooms, errorOf, HOME, newest, room, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const HOUR = 3600;
const soon = ({ world }: Workspace, seconds: number) => Math.floor(world.clock.now() / 1000) + seconds;

rule(
  'chat.scheduledMessages.list',
  'lists what is still to come, soonest first, with id, channel, times and text',
  'docs.slack.dev/reference/methods/chat.scheduledMessages.list',
  async () => {
    const { workspace, client } = await room();
    const post_at = soon(workspace, HOUR);
    await client.chat.scheduleMessage({ channel: HOME, text: 'b', post_at: post_at + 60 });
    const { scheduled_message_id: id } = await client.chat.scheduleMessage({ channel: HOME, text: 'a', post_at });
    const { scheduled_messages = [] } = await client.chat.scheduledMessages.list();
    expect(scheduled_messages.map((one) => one.text)).toEqual(['a', 'b']);
    expect(scheduled_messages[0]).toEqual({
      id,
      channel_id: HOME,
      post_at,
      date_created: expect.any(Number),
      text: 'a',
    });
    workspace.world.clock.advance(HOUR * 1000);
    expect((await client.chat.scheduledMessages.list()).scheduled_messages).toMatchObject([{ text: 'b' }]);
  },
);
rule(
  'chat.scheduledMessages.list',
  'narrows by channel and time, and pages by cursor',
  'docs.slack.dev/reference/methods/chat.scheduledMessages.list',
  async () => {
    const { workspace, client } = await room();
    const start = soon(workspace, HOUR);
    for (const n of [0, 1, 2])
      await client.chat.scheduleMessage({ channel: HOME, text: String(n), post_at: start + n * 60 });
    await client.chat.scheduleMessage({ channel: 'U0PRIYA', text: 'dm', post_at: start });
    const texts = async (args: Record<string, unknown>) => {
      const { scheduled_messages } = await client.chat.scheduledMessages.list(args);
      return (scheduled_messages ?? []).map((one) => one.text);
    };
    expect(await texts({ channel: HOME })).toEqual(['0', '1', '2']);
    expect(await texts({ channel: HOME, oldest: String(start + 1), latest: String(start + 61) })).toEqual(['1']);
    const first = await client.chat.scheduledMessages.list({ channel: HOME, limit: 2 });
    expect(await texts({ channel: HOME, limit: 2, cursor: first.response_metadata?.next_cursor })).toEqual(['2']);
    expect(await errorOf(client.chat.scheduledMessages.list({ channel: 'C0NOWHERE' }))).toBe('invalid_channel');
    expect(await errorOf(client.chat.scheduledMessages.list({ cursor: '!' }))).toBe('invalid_cursor');
    expect(await errorOf(client.chat.scheduledMessages.list({ oldest: '2', latest: '1' }))).toBe('invalid_arguments');
  },
);

rule(
  'chat.deleteScheduledMessage',
  'calls a message off, once',
  'docs.slack.dev/reference/methods/chat.deleteScheduledMessage',
  async () => {
    const { workspace, client } = await room();
    const later = { channel: HOME, text: 'x', post_at: soon(workspace, HOUR) };
    const { scheduled_message_id = '' } = await client.chat.scheduleMessage(later);
    const off = { channel: HOME, scheduled_message_id };
    expect(await client.chat.deleteScheduledMessage(off)).toMatchObject({ ok: true });
    expect(await errorOf(client.chat.deleteScheduledMessage(off))).toBe('invalid_scheduled_message_id');
    workspace.world.clock.advance(2 * HOUR * 1000);
    expect(await newest(client)).toBeUndefined();
  },
);
rule(
  'chat.deleteScheduledMessage',
  'wants chat:write, the right channel and a message still to come',
  'docs.slack.dev/reference/methods/chat.deleteScheduledMessage',
  async () => {
    const { workspace, client } = await room();
    const later = { channel: HOME, text: 'x', post_at: soon(workspace, HOUR) };
    const { scheduled_message_id = '' } = await client.chat.scheduleMessage(later);
    const off = (channel: string) => errorOf(client.chat.deleteScheduledMessage({ channel, scheduled_message_id }));
    expect(await off('C0GENERAL')).toBe('invalid_scheduled_message_id');
    expect(await off('C0NOWHERE')).toBe('channel_not_found');
    workspace.world.clock.advance(2 * HOUR * 1000);
    expect(await off(HOME)).toBe('invalid_scheduled_message_id');
    const mute = (await room(without('chat:write'))).client;
    expect(await errorOf(mute.chat.deleteScheduledMessage({ channel: HOME, scheduled_message_id }))).toBe(
      'missing_scope',
    );
  },
);
