import { afterEach, expect } from 'vitest';
import { person } from '../fixture.ts';
import { call } from './call.ts';
import { BOT, closeRooms, errorOf, HOME, room, say, withHistory, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const tsOf = (n: number) => `170000000${n}.000100`;

rule(
  'conversations.replies',
  'answers the root first, then its replies, oldest first',
  'docs.slack.dev/reference/methods/conversations.replies',
  async () => {
    const { workspace, client } = await room();
    const root = await say(client, 'root');
    const one = await say(client, 'one', { thread_ts: root });
    await person(workspace, 'U0PRIYA').do('post', { channel: HOME, text: 'two', thread_ts: root });
    const two = await say(client, 'three', { thread_ts: root });
    const answer = await client.conversations.replies({ channel: HOME, ts: root });
    expect(answer).toMatchObject({ ok: true, has_more: false });
    expect(answer.messages?.map(({ text }) => text)).toEqual(['root', 'one', 'two', 'three']);
    expect(answer.messages?.[0]).toMatchObject({
      thread_ts: root,
      reply_count: 3,
      reply_users_count: 2,
      reply_users: [BOT, 'U0PRIYA'],
      latest_reply: two,
      subscribed: true,
      last_read: two,
    });
    expect(answer.messages?.[1]).toMatchObject({ ts: one, thread_ts: root, parent_user_id: BOT });
  },
);
rule(
  'conversations.replies',
  'finds the thread by any of its messages; a message without replies is alone',
  'docs.slack.dev/reference/methods/conversations.replies',
  async () => {
    const { client } = await room();
    const root = await say(client, 'root');
    const reply = await say(client, 'reply', { thread_ts: root });
    const alone = await say(client, 'alone');
    const count = async (ts: string) => (await client.conversations.replies({ channel: HOME, ts })).messages?.length;
    expect(await count(reply)).toBe(2);
    expect(await count(alone)).toBe(1);
  },
);
rule(
  'conversations.replies',
  'pages by cursor and narrows by time, with the root in front',
  'docs.slack.dev/reference/methods/conversations.replies',
  async () => {
    const replies = Array.from({ length: 9 }, (_, n) => ({
      user: 'U0PRIYA',
      text: String(n + 1),
      ts: tsOf(n + 1),
      thread: tsOf(0),
    }));
    const { client } = await room({}, withHistory([{ user: 'U0PRIYA', text: '0', ts: tsOf(0) }, ...replies]));
    const at = async (args: Record<string, unknown>) =>
      client.conversations.replies({ channel: HOME, ts: tsOf(0), ...args });
    const first = await at({ limit: 4 });
    expect(first.messages?.map((one) => one.text).join('')).toBe('0123');
    expect(first.has_more).toBe(true);
    const second = await at({ limit: 4, cursor: first.response_metadata?.next_cursor });
    expect(second.messages?.map((one) => one.text).join('')).toBe('4567');
    const late = await at({ oldest: tsOf(7) });
    expect(late.messages?.map((one) => one.text).join('')).toBe('089');
  },
);
rule(
  'conversations.replies',
  'refuses a thread that is not there and a call without one; a limit over a thousand gives what there is',
  'docs.slack.dev/reference/methods/conversations.replies',
  async () => {
    const { client } = await room();
    expect(await errorOf(client.conversations.replies({ channel: HOME, ts: '1.000000' }))).toBe('thread_not_found');
    expect(await errorOf(call(client, 'conversations.replies', { channel: HOME }))).toBe('invalid_arguments');
    const ts = await say(client, 'root');
    expect((await client.conversations.replies({ channel: HOME, ts, limit: 1001 })).messages).toHaveLength(1);
    expect(await errorOf(client.conversations.replies({ channel: HOME, ts, oldest: 'x' }))).toBe('invalid_ts_oldest');
    const other = (await room(without('channels:history'))).client;
    expect(await errorOf(other.conversations.replies({ channel: HOME, ts }))).toBe('missing_scope');
  },
);
