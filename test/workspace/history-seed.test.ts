import { afterEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { repliesTo, unreadOf } from '../../src/workspace/state/messages.ts';
import { clientOf, person, seedWith, until } from './fixture.ts';

const channel = 'C0HANDOFFS';
let workspace: Workspace | undefined;
afterEach(() => workspace?.close());

async function seeded(messages: Record<string, unknown>[], clockStart?: string): Promise<Workspace> {
  const channels = seedWith().channels.map((one) => (one.id === channel ? { ...one, messages } : one));
  const seed = { ...seedWith(), channels };
  // What a start file may hold is checked by the workspace itself.
  workspace = await startWorkspace({
    seed: JSON.parse(JSON.stringify(seed)),
    rateLimits: false,
    ...(clockStart ? { clockStart } : {}),
  });
  return workspace;
}

describe('a start file with history', () => {
  test('has messages with ts or at, threads and reactions, which everybody has read', async () => {
    const at = '2026-05-04T09:00:00+02:00';
    const reactions = [{ name: 'eyes', users: ['U0MARCUS'] }];
    const running = await seeded([
      { user: 'U0PRIYA', text: 'root', at, reactions },
      { user: 'U0APPBOT', text: 'reply', at: '2026-05-04T07:30:00Z', thread: at },
      { user: 'U0PRIYA', text: 'last', ts: '1790000000.000200' },
      { user: 'U0PRIYA', text: 'and last', ts: '1790000000.000201', thread: '1790000000.000200' },
    ]);
    const client = clientOf(running);
    const { messages } = await client.conversations.history({ channel });
    const root = String(Date.parse(at) / 1000);
    expect(messages).toMatchObject([
      { text: 'last', ts: '1790000000.000200', latest_reply: '1790000000.000201' },
      { text: 'root', ts: `${root}.000000`, reply_count: 1, reactions: [{ ...reactions[0], count: 1 }] },
    ]);
    const replies = await client.conversations.replies({ channel, ts: `${root}.000000` });
    expect(replies.messages?.[1]).toMatchObject({
      text: 'reply',
      bot_id: 'B0APP00001',
      ts: `${Number(root) + 1800}.000000`,
    });
    const { channels } = await person(running, 'U0PRIYA').see('workspace');
    expect(channels).toContainEqual(expect.objectContaining({ id: channel, unread: 0 }));
    await client.chat.postMessage({ channel, text: 'new' });
    expect(unreadOf(channelOf(running), 'U0PRIYA')).toBe(1);
  });

  test('without times they are a minute apart, up to the start', async () => {
    const running = await seeded(
      [
        { user: 'U0PRIYA', text: 'a' },
        { user: 'U0PRIYA', text: 'b' },
      ],
      '2026-05-04T09:00:00Z',
    );
    const { messages = [] } = await clientOf(running).conversations.history({ channel });
    const times = messages.map(({ ts }) => new Date(Number(ts) * 1000).toISOString().slice(0, 16));
    expect(times).toEqual(['2026-05-04T08:59', '2026-05-04T08:58']);
  });

  test.each([
    ['an unknown person', [{ user: 'U0NOBODY', text: 'x' }], /no user U0NOBODY/],
    ['an answer to nothing', [{ user: 'U0PRIYA', text: 'x', thread: '1700000000.000100' }], /nothing earlier/],
    [
      'time that runs back',
      ['2', '1'].map((n) => ({ user: 'U0PRIYA', text: 'x', ts: `170000000${n}.000100` })),
      /not later/,
    ],
    ['two times', [{ user: 'U0PRIYA', text: 'x', ts: '1700000000.000100', at: '2026-05-04T09:00:00Z' }], /only one/],
  ])('is refused for %s', async (_what, messages, why) => {
    await expect(seeded(messages)).rejects.toThrow(why);
  });
});

describe('a channel with twenty thousand messages', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => ({
    user: n % 2 ? 'U0PRIYA' : 'U0MARCUS',
    text: `message ${n}`,
    ts: `${1_700_000_000 + n}.000100`,
    ...(n > 10_000 && n % 4 === 0 ? { thread: '1700000000.000100' } : {}),
  }));

  test('counts unread messages and replies as a walk through all of them would', async () => {
    const inside = channelOf(await seeded(many));
    inside.last_read.set('U0PRIYA', '1700004999.000100');
    const top = inside.messages.filter((one) => !one.thread_ts);
    expect(unreadOf(inside, 'U0PRIYA')).toBe(
      top.filter((one) => one.ts > '1700004999.000100' && one.user !== 'U0PRIYA').length,
    );
    expect(repliesTo(inside, '1700000000.000100')).toHaveLength(2499);
  });

  test('is not walked through for a new message, nor for the pages that show it', async () => {
    const running = await seeded(many);
    const inside = channelOf(running);
    let reads = 0;
    inside.messages = new Proxy(inside.messages, {
      get(list, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(list, key, receiver);
      },
    });
    const page = new WebSocket(`${running.url.replace('http', 'ws')}/people/live?as=U0PRIYA`);
    await new Promise((resolve) => page.addEventListener('open', resolve));
    const news: string[] = [];
    page.addEventListener('message', ({ data }) => void news.push(String(data)));
    const client = clientOf(running);
    const act = async (word: string) => {
      const thread_ts = '1700000000.000100';
      const { ts = '' } = await client.chat.postMessage({ channel, text: 'root' });
      await client.chat.postMessage({ channel, text: 'reply', thread_ts });
      await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
      await client.chat.update({ channel, ts, text: word });
      await client.conversations.history({ channel, limit: 20 });
      await client.conversations.replies({ channel, ts: thread_ts, limit: 20 });
      await client.chat.delete({ channel, ts });
      await until(() => news.some((one) => one.includes('message_deleted') && one.includes(ts)));
    };
    await act('first');
    expect(reads).toBeGreaterThan(20_000);
    reads = 0;
    await act('second');
    expect(reads).toBeLessThan(1000);
    page.close();
  });
});

function channelOf(running: Workspace) {
  const found = running.world.channels.get(channel);
  if (!found) throw new Error('no channel');
  return found;
}
