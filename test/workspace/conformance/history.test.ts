import type { ConversationsHistoryArguments, WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { clientAs, closeAll, opened } from './open.ts';
import { AWAY, closeRooms, errorOf, HOME, room, say, withHistory, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

/** Ten messages, a second apart, `0` … `9`. */
const tsOf = (n: number) => `170000000${n}.000100`;
const ten = () =>
  withHistory(Array.from({ length: 10 }, (_, n) => ({ user: 'U0PRIYA', text: String(n), ts: tsOf(n) })));

async function texts(client: WebClient, args: Partial<ConversationsHistoryArguments> = {}) {
  const { messages = [] } = await client.conversations.history({ channel: HOME, ...args });
  return messages.map((one) => one.text).join('');
}

rule(
  'conversations.history',
  'answers messages newest first, has_more and pin_count',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const { client } = await room({}, ten());
    const answer = await client.conversations.history({ channel: HOME });
    expect(answer).toMatchObject({ ok: true, has_more: false, pin_count: 0 });
    expect(answer.messages?.map((one) => one.text).join('')).toBe('9876543210');
    expect(answer.messages?.[0]).toMatchObject({ type: 'message', user: 'U0PRIYA', ts: tsOf(9) });
  },
);
rule(
  'conversations.history',
  'pages by cursor without losing or repeating one, also while somebody speaks',
  'docs.slack.dev/apis/web-api/pagination',
  async () => {
    const { client } = await room({}, ten());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.conversations.history({ channel: HOME, limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...(page.messages ?? []).map((one) => one.text ?? ''));
      cursor = page.response_metadata?.next_cursor;
      expect(page.has_more).toBe(Boolean(cursor));
      await say(client, 'new');
    } while (cursor);
    expect(seen.join('')).toBe('9876543210');
    expect(await errorOf(client.conversations.history({ channel: HOME, cursor: 'nonsense' }))).toBe('invalid_cursor');
  },
);
rule(
  'conversations.history',
  'gives a hundred unless asked otherwise, and at most 999',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const many = Array.from({ length: 1002 }, () => ({ user: 'U0PRIYA', text: 'x' }));
    const { client } = await room({}, withHistory(many));
    expect((await client.conversations.history({ channel: HOME })).messages).toHaveLength(100);
    expect((await client.conversations.history({ channel: HOME, limit: 0 })).messages).toHaveLength(100);
    expect((await client.conversations.history({ channel: HOME, limit: 999 })).messages).toHaveLength(999);
    const { messages, has_more } = await client.conversations.history({ channel: HOME, limit: 1001 });
    expect([messages?.length, has_more]).toEqual([999, true]);
    expect(await errorOf(client.conversations.history({ channel: HOME, limit: -1 }))).toBe('invalid_limit');
  },
);
rule(
  'conversations.history',
  'oldest and latest narrow it, with themselves only when inclusive',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const { client } = await room({}, ten());
    expect(await texts(client, { oldest: tsOf(3), latest: tsOf(6) })).toBe('54');
    expect(await texts(client, { oldest: tsOf(3), latest: tsOf(6), inclusive: true })).toBe('6543');
    expect(await texts(client, { oldest: '1700000007' })).toBe('987');
    expect(await texts(client, { latest: tsOf(2) })).toBe('10');
    expect(await texts(client, { latest: tsOf(2), inclusive: true, limit: 1 })).toBe('2');
  },
);
rule(
  'conversations.history',
  'refuses what is no ts',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const { client } = await room();
    expect(await errorOf(texts(client, { oldest: 'yesterday' }))).toBe('invalid_ts_oldest');
    expect(await errorOf(texts(client, { latest: 'now' }))).toBe('invalid_ts_latest');
  },
);
rule(
  'conversations.history',
  'leaves replies out, except those shown in the channel',
  'docs.slack.dev/messaging/retrieving-messages',
  async () => {
    const { client } = await room();
    const thread_ts = await say(client, 'root');
    await say(client, 'reply', { thread_ts });
    await client.chat.postMessage({ channel: HOME, text: 'broadcast', thread_ts, reply_broadcast: true });
    expect(await texts(client)).toBe('broadcastroot');
  },
);
rule(
  'conversations.history',
  'tells metadata only when include_all_metadata asks for it',
  'docs.slack.dev/messaging/message-metadata',
  async () => {
    const { client } = await room();
    const metadata = { event_type: 'k', event_payload: { n: 1 } };
    await client.chat.postMessage({ channel: HOME, text: 'x', metadata });
    const [first] = (await client.conversations.history({ channel: HOME, include_all_metadata: true })).messages ?? [];
    expect(first?.metadata).toEqual(metadata);
    const [plain] = (await client.conversations.history({ channel: HOME })).messages ?? [];
    expect(plain).not.toHaveProperty('metadata');
  },
);
rule(
  'conversations.history',
  'wants the history scope of that kind of conversation, and a bot that is in it',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const { client } = await room(without('channels:history'));
    expect(await errorOf(texts(client))).toBe('missing_scope');
    const { channel = '' } = await client.chat.postMessage({ channel: 'U0PRIYA', text: 'hi' });
    expect(await texts(client, { channel })).toBe('hi');
    const other = (await room()).client;
    expect(await errorOf(texts(other, { channel: AWAY }))).toBe('not_in_channel');
    expect(await errorOf(texts(other, { channel: 'C0NOWHERE' }))).toBe('channel_not_found');
  },
);

rule(
  'conversations.history',
  'a user token reads public channels that its person is not in',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const { workspace } = await opened();
    const yuki = await clientAs(workspace, 'U0YUKI', 'channels:history');
    expect(await yuki.conversations.history({ channel: AWAY })).toMatchObject({ ok: true, messages: [] });
    await closeAll();
  },
);

rule('conversations.mark', 'moves the read mark', 'docs.slack.dev/reference/methods/conversations.mark', async () => {
  const { client } = await room({}, ten());
  expect(await client.conversations.mark({ channel: HOME, ts: tsOf(6) })).toMatchObject({ ok: true });
  const { channel } = await client.conversations.info({ channel: HOME });
  expect(channel).toMatchObject({ last_read: tsOf(6) });
});
rule(
  'conversations.mark',
  'wants a ts, a channel of the bot and its write scope',
  'docs.slack.dev/reference/methods/conversations.mark',
  async () => {
    const { client } = await room();
    expect(await errorOf(client.conversations.mark({ channel: HOME, ts: 'now' }))).toBe('invalid_timestamp');
    expect(await errorOf(client.conversations.mark({ channel: AWAY, ts: tsOf(1) }))).toBe('not_in_channel');
    expect(await errorOf(client.conversations.mark({ channel: 'C0NOWHERE', ts: tsOf(1) }))).toBe('channel_not_found');
    const other = (await room(without('channels:manage'))).client;
    expect(await errorOf(other.conversations.mark({ channel: HOME, ts: tsOf(1) }))).toBe('missing_scope');
  },
);
