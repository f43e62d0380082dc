import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Live } from '../../../src/workspace/people/live-protocol.ts';
import type { PeopleChannel, PeopleWorkspace } from '../../../src/workspace/people/shapes.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, seedWith, until } from '../fixture.ts';

let workspace: Workspace;
const open: WebSocket[] = [];
const channels = [
  { id: 'C0OPEN', name: 'open', members: ['U0PRIYA', 'U0APPBOT'] },
  { id: 'C0BOARD', name: 'board', is_private: true, members: ['U0PRIYA', 'U0MARCUS'] },
];
beforeEach(async () => {
  const seed = seedWith({}, { channels });
  const users = seed.users.map((user) => (user.id === 'U0CARLOS' ? { ...user, deleted: true } : user));
  workspace = await startWorkspace({ seed: { ...seed, users } });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await workspace.close();
});

async function watch(as: string): Promise<Live[]> {
  const news: Live[] = [];
  const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/people/live?as=${as}`);
  open.push(socket);
  socket.on('message', (data) => news.push(JSON.parse(String(data))));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return news;
}
const channelsOf = async (as: string): Promise<PeopleChannel[]> => {
  const seen = (await person(workspace, as).see('workspace')) as unknown as PeopleWorkspace;
  return seen.channels;
};

describe('a person', () => {
  test('sees public channels and those they are in', async () => {
    expect((await channelsOf('U0MARCUS')).map((one) => one.name)).toEqual(['open', 'board']);
    expect((await channelsOf('U0YUKI')).map((one) => one.name)).toEqual(['open']);
    expect(await person(workspace, 'U0YUKI').see('history', { channel: 'C0BOARD' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  test('who is not known here sits down as the first one', async () => {
    expect(await person(workspace, 'U0ELSEWHERE').see('workspace')).toMatchObject({ me: 'U0PRIYA' });
    expect(await (await fetch(`${workspace.url}/people/workspace`)).json()).toMatchObject({ me: 'U0PRIYA' });
  });

  test('posts where they are a member', async () => {
    const yuki = person(workspace, 'U0YUKI');
    expect(await yuki.do('post', { channel: 'C0OPEN', text: 'x' })).toMatchObject({
      ok: false,
      error: 'not_in_channel',
    });
    await yuki.do('join', { channel: 'C0OPEN' });
    expect(await yuki.do('post', { channel: 'C0OPEN', text: 'x' })).toMatchObject({ ok: true });
  });

  test('must exist and be active', async () => {
    expect(await person(workspace, 'U0NOBODY').do('open_home')).toMatchObject({ error: 'user_not_found' });
    expect(await person(workspace, 'U0CARLOS').do('open_home')).toMatchObject({ error: 'account_inactive' });
    expect(await person(workspace, 'U0PRIYA').do('post', { channel: 'C0OPEN' })).toMatchObject({
      error: 'invalid_request',
    });
    expect(await person(workspace, 'U0PRIYA').do('shout')).toMatchObject({ error: 'unknown_verb' });
  });

  test('has as many unread messages as others wrote since they looked', async () => {
    const unread = async () => (await channelsOf('U0PRIYA')).find((one) => one.id === 'C0OPEN')?.unread;
    const client = clientOf(workspace);
    await client.chat.postMessage({ channel: 'C0OPEN', text: '1' });
    const { ts } = await client.chat.postMessage({ channel: 'C0OPEN', text: '2' });
    expect(await unread()).toBe(2);
    await person(workspace, 'U0PRIYA').do('read', { channel: 'C0OPEN', ts });
    expect(await unread()).toBe(0);
  });

  test('without an app at the other end is told so', async () => {
    const answer = await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0OPEN', command: '/desk' });
    expect(answer).toMatchObject({ ok: false, error: 'app_error', message: expect.any(String) });
    const unknown = await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0OPEN', command: '/nope' });
    expect(unknown).toMatchObject({ ok: false, error: 'unknown_command' });
  });
});

describe('the live connection', () => {
  test('tells each person what they may see, numbered without gaps', async () => {
    const [priya, yuki] = [await watch('U0PRIYA'), await watch('U0YUKI')];
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0BOARD', text: 'hush' });
    await clientOf(workspace).chat.postEphemeral({ channel: 'C0OPEN', user: 'U0PRIYA', text: 'psst' });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0OPEN', text: 'all' });
    const texts = (news: Live[]) => news.flatMap((one) => (one.type === 'message' ? [one.message.text] : []));
    await until(() => texts(priya).includes('all') && texts(yuki).includes('all'));
    expect(texts(priya)).toEqual(['hush', 'psst', 'all']);
    expect(texts(yuki)).toEqual(['all']);
    for (const news of [priya, yuki]) expect(news.map((one) => one.seq)).toEqual(news.map((_one, index) => index + 1));
  });

  test('tells of a reply at the message it answers, and of the clock', async () => {
    const news = await watch('U0PRIYA');
    const { ts } = await person(workspace, 'U0PRIYA').do('post', { channel: 'C0OPEN', text: 'root' });
    await person(workspace, 'U0PRIYA').do('post', { channel: 'C0OPEN', text: 'reply', thread_ts: ts });
    await until(() => news.find((one) => one.type === 'message_changed' && one.message.reply_count === 1));
    workspace.world.clock.advance(60_000);
    await until(() => news.some((one) => one.type === 'clock'));
  });

  test('is refused to strangers', async () => {
    await expect(watch('U0NOBODY')).rejects.toThrow('403');
  });
});

test('the traffic log shows calls and their errors, and nothing anybody wrote', async () => {
  const client = clientOf(workspace);
  await client.chat.postMessage({ channel: 'C0OPEN', text: 'a secret' });
  await client.chat.postMessage({ channel: 'C0NONE', text: 'a secret' }).catch(() => {});
  const traffic = await person(workspace, 'U0PRIYA').see('traffic', { after: '0' });
  const calls = (traffic.entries as { direction: string }[]).filter((one) => one.direction === 'api_call');
  expect(calls).toMatchObject([
    { n: 1, what: 'chat.postMessage', ok: true },
    { what: 'chat.postMessage', ok: false, error: 'channel_not_found' },
  ]);
  expect(JSON.stringify(traffic)).not.toContain('secret');
});
