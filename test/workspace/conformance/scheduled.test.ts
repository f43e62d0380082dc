import type { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { until } from '../fixture.ts';
import { call } from './call.ts';
import { AWAY, archivedHome, BOT, closeRooms, errorOf, HOME, newest, room, say, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const HOUR = 3600;
const DAY = 86_400;
const soon = ({ world }: Workspace, seconds: number) => Math.floor(world.clock.now() / 1000) + seconds;
const textsIn = async (client: WebClient) =>
  ((await client.conversations.history({ channel: HOME })).messages ?? []).map((one) => one.text);

rule(
  'chat.scheduleMessage',
  'answers its id, the channel, post_at and what will be said',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const post_at = soon(workspace, HOUR);
    const answer = await client.chat.scheduleMessage({ channel: HOME, text: 'later', post_at });
    expect(answer).toMatchObject({ channel: HOME, post_at, scheduled_message_id: expect.stringMatching(/^Q/) });
    expect(answer.message).toMatchObject({ type: 'delayed_message', text: 'later', user: BOT, bot_id: 'B0APP00001' });
    expect(await newest(client)).toBeUndefined();
  },
);
rule(
  'chat.scheduleMessage',
  'posts when the clock is moved past its time, with the ts of that time',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const post_at = soon(workspace, 10 * DAY);
    await client.chat.scheduleMessage({ channel: HOME, text: 'second', post_at: post_at + 60 });
    await client.chat.scheduleMessage({ channel: HOME, text: 'first', post_at });
    workspace.world.clock.advance(9 * DAY * 1000);
    expect(await newest(client)).toBeUndefined();
    workspace.world.clock.advance(2 * DAY * 1000);
    expect(await textsIn(client)).toEqual(['second', 'first']);
    expect(Math.floor(Number((await newest(client))?.ts))).toBe(post_at + 60);
  },
);
rule(
  'chat.scheduleMessage',
  'posts by itself when its time comes',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    await client.chat.scheduleMessage({ channel: HOME, text: 'now', post_at: soon(workspace, 1) });
    expect(await until(() => newest(client))).toMatchObject({ text: 'now', user: BOT });
  },
);
rule(
  'chat.scheduleMessage',
  'keeps blocks and its thread',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const thread_ts = await say(client, 'root');
    const blocks = [{ type: 'divider' as const, block_id: 'd' }];
    const post_at = soon(workspace, HOUR);
    await client.chat.scheduleMessage({ channel: HOME, text: 'x', blocks, thread_ts, reply_broadcast: true, post_at });
    workspace.world.clock.advance(HOUR * 1000);
    expect(await newest(client)).toMatchObject({ text: 'x', blocks, thread_ts, subtype: 'thread_broadcast' });
  },
);
rule(
  'chat.scheduleMessage',
  'refuses a time that is past, too far or no time',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const at = (post_at: unknown) =>
      errorOf(call(client, 'chat.scheduleMessage', { channel: HOME, text: 'x', post_at }));
    expect(await at(soon(workspace, -1))).toBe('time_in_past');
    expect(await at(soon(workspace, 120 * DAY + 60))).toBe('time_too_far');
    expect(await at('tomorrow')).toBe('invalid_time');
    expect(await at(undefined)).toBe('invalid_arguments');
    await client.chat.scheduleMessage({ channel: HOME, text: 'x', post_at: soon(workspace, 120 * DAY - 60) });
  },
);
rule(
  'limit:scheduled messages',
  'at most thirty within five minutes of a channel',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const start = soon(workspace, HOUR);
    const at = (post_at: number, channel = HOME) => client.chat.scheduleMessage({ channel, text: 'x', post_at });
    for (let n = 0; n < 30; n += 1) await at(start + n * 5);
    expect(await errorOf(at(start + 299))).toBe('restricted_too_many');
    expect(await errorOf(at(start - 100))).toBe('restricted_too_many');
    await at(start + 300);
    await at(start, 'U0PRIYA');
  },
);
rule(
  'chat.scheduleMessage',
  'a message with metadata is taken and never posts: a bug that Slack documents',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const metadata = { event_type: 'k', event_payload: {} };
    const post_at = soon(workspace, HOUR);
    expect(await client.chat.scheduleMessage({ channel: HOME, text: 'x', metadata, post_at })).toMatchObject({
      ok: true,
    });
    await client.chat.scheduleMessage({ channel: HOME, text: 'without', post_at });
    workspace.world.clock.advance(HOUR * 1000);
    expect(await textsIn(client)).toEqual(['without']);
  },
);
rule(
  'chat.scheduleMessage',
  'checks channel, scope and content as chat.postMessage does; a long text is refused',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
  async () => {
    const { workspace, client } = await room();
    const post_at = soon(workspace, HOUR);
    const refused = (more: Record<string, unknown>) =>
      errorOf(call(client, 'chat.scheduleMessage', { channel: HOME, post_at, text: 'x', ...more }));
    expect(await refused({ text: '' })).toBe('no_text');
    expect(await refused({ text: 'a'.repeat(40_001) })).toBe('msg_too_long');
    expect(await refused({ markdown_text: 'a' })).toBe('markdown_text_conflict');
    expect(await refused({ channel: 'C0NOWHERE' })).toBe('channel_not_found');
    expect(await refused({ channel: AWAY })).toBe('not_in_channel');
    const later = { channel: HOME, text: 'x', post_at };
    expect(await errorOf((await room({}, archivedHome())).client.chat.scheduleMessage(later))).toBe('is_archived');
    expect(await errorOf((await room(without('chat:write'))).client.chat.scheduleMessage(later))).toBe('missing_scope');
  },
);
