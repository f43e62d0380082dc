import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Live } from '../../../src/workspace/people/live-protocol.ts';
import type { PeopleActivity, PeopleWorkspace } from '../../../src/workspace/people/shapes.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, started, until } from '../fixture.ts';

let workspace: Workspace;
const open: WebSocket[] = [];
beforeEach(async () => {
  workspace = await started({ clockStart: '2026-11-30T09:00:00Z' });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await workspace.close();
});

const priya = () => person(workspace, 'U0PRIYA');
const channelOf = async (as: string, name: string) => {
  const seen: unknown = await person(workspace, as).see('workspace');
  return (seen as PeopleWorkspace).channels.find((one) => one.name === name);
};

describe('a person makes a channel', () => {
  test('by the rules for names', async () => {
    expect(await priya().do('create_channel', { name: 'new deal' })).toMatchObject({ error: 'invalid_name_specials' });
    expect(await priya().do('create_channel', { name: 'sales' })).toMatchObject({ error: 'name_taken' });
    const made = await priya().do('create_channel', { name: 'new-deal' });
    expect(made).toMatchObject({ ok: true, channel: { name: 'new-deal', kind: 'public', members: ['U0PRIYA'] } });
    expect(await channelOf('U0YUKI', 'new-deal')).toMatchObject({ creator: 'U0PRIYA', is_member: false });
  });

  test('unless they are a guest', async () => {
    const yuki = workspace.world.users.get('U0YUKI');
    if (yuki) yuki.is_restricted = true;
    expect(await person(workspace, 'U0YUKI').do('create_channel', { name: 'mine' })).toMatchObject({
      error: 'user_is_restricted',
    });
  });

  test('and brings people into it', async () => {
    const invite = (users: string[], channel = 'C0SALES') => priya().do('invite', { channel, users });
    expect(await invite(['U0YUKI', 'U0MARCUS'])).toMatchObject({ ok: true });
    expect(await channelOf('U0YUKI', 'sales')).toMatchObject({ is_member: true });
    expect(await invite(['U0NOBODY'])).toMatchObject({ error: 'user_not_found' });
    await control(workspace, 'user', { id: 'U0CARLOS', deleted: true });
    expect(await invite(['U0CARLOS'])).toMatchObject({ error: 'cant_invite' });
    expect(await invite(['U0YUKI'], 'C0DELIVERY')).toMatchObject({ error: 'not_in_channel' });
  });

  test('and says what it is for', async () => {
    await priya().do('describe_channel', { channel: 'C0SALES', topic: 'Deals of December' });
    expect(await channelOf('U0MARCUS', 'sales')).toMatchObject({ topic: 'Deals of December' });
    const { channel } = await clientOf(workspace).conversations.info({ channel: 'C0SALES' });
    expect(channel?.topic).toMatchObject({ value: 'Deals of December', creator: 'U0PRIYA' });
  });
});

describe('what asks for a person', () => {
  const listen = async (as: string): Promise<Live[]> => {
    const news: Live[] = [];
    const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/people/live?as=${as}`);
    open.push(socket);
    socket.on('message', (data) => news.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('open', resolve));
    return news;
  };

  test('is told with the reason: named, written to, answered', async () => {
    const news = await listen('U0PRIYA');
    const { ts } = await priya().do('post', { channel: 'C0HANDOFFS', text: 'Who takes it?' });
    const tomasz = person(workspace, 'U0TOMASZ');
    await tomasz.do('post', { channel: 'C0HANDOFFS', text: 'I do', thread_ts: ts });
    await tomasz.do('post', { channel: 'C0HANDOFFS', text: 'All done <!here>' });
    await tomasz.do('post', { channel: 'C0HANDOFFS', text: 'Nothing for anybody' });
    const { channel } = await tomasz.do('open_dm', { user: 'U0PRIYA' });
    const id = typeof channel === 'object' && channel !== null && 'id' in channel ? String(channel.id) : '';
    await tomasz.do('post', { channel: id, text: 'A word with you' });
    const told = () => news.flatMap((one) => (one.type === 'message' ? [one.notice?.why ?? null] : []));
    await until(() => told().length === 5);
    expect(told()).toEqual([null, 'thread', 'mention', null, 'direct']);
  });

  test('is counted beside what is merely unread', async () => {
    const tomasz = person(workspace, 'U0TOMASZ');
    await tomasz.do('post', { channel: 'C0HANDOFFS', text: 'One' });
    const { ts } = await tomasz.do('post', { channel: 'C0HANDOFFS', text: 'Two, <@U0PRIYA>' });
    expect(await channelOf('U0PRIYA', 'handoffs')).toMatchObject({ unread: 2, mentions: 1 });
    expect(await channelOf('U0ELENA', 'handoffs')).toMatchObject({ unread: 2, mentions: 0 });
    await priya().do('read', { channel: 'C0HANDOFFS', ts });
    expect(await channelOf('U0PRIYA', 'handoffs')).toMatchObject({ unread: 0, mentions: 0 });
  });

  test('is listed, newest first, with blocks looked into', async () => {
    const { ts } = await priya().do('post', { channel: 'C0HANDOFFS', text: 'Who takes it?' });
    const tomasz = person(workspace, 'U0TOMASZ');
    await tomasz.do('post', { channel: 'C0HANDOFFS', text: 'I do', thread_ts: ts });
    await clientOf(workspace).chat.postMessage({
      channel: 'C0HANDOFFS',
      text: 'A question',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<@U0PRIYA> decides' } }],
    });
    const seen: unknown = await priya().see('activity');
    expect((seen as PeopleActivity).items).toMatchObject([
      { why: 'mention', excerpt: 'A question @Priya Raman decides' },
      { why: 'thread', thread_ts: ts, excerpt: 'I do' },
    ]);
    const others: unknown = await person(workspace, 'U0ELENA').see('activity');
    expect((others as PeopleActivity).items).toEqual([]);
  });
});

test('what waits for its time is told, and the clock goes back to real time', async () => {
  await control(workspace, 'faults', { method: 'delivery:message', fault: 'http_500', times: 2 });
  await person(workspace, 'U0TOMASZ').do('post', { channel: 'C0HANDOFFS', text: 'Hear me' });
  const due = async () => (await priya().see('ahead')).due;
  await until(async () => JSON.stringify(await due()).includes('Retry 2 of message'));
  const move = (body: object) =>
    fetch(`${workspace.url}/people/clock`, { method: 'POST', body: JSON.stringify(body) }).then((one) => one.json());
  await move({ real: true });
  expect(workspace.world.clock.offset()).toBe(0);
});

test('who writes in a canvas that changed meanwhile is told, and nothing is written', async () => {
  const markdown = '# One\n\nTwo\n\n## Three';
  const { canvas_id = '' } = await clientOf(workspace).conversations.canvases.create({
    channel_id: 'C0HANDOFFS',
    document_content: { type: 'markdown', markdown },
  });
  const read = async () => {
    const canvas: unknown = await priya().see('canvas', { canvas: canvas_id });
    return canvas as { markdown: string; updated_at: string; can_write: boolean; sections: { id: string }[] };
  };
  const before = await read();
  expect(before.can_write).toBe(true);
  workspace.world.clock.advance(1000);
  const edit = (body: object) => priya().do('edit_canvas', { canvas: canvas_id, ...body });
  const [, second] = before.sections;
  expect(await edit({ markdown: 'Zwei', section_id: second?.id, seen: before.updated_at })).toMatchObject({ ok: true });
  expect((await read()).markdown).toBe('# One\n\nZwei\n\n## Three');
  expect(await edit({ markdown: '# Mine', seen: before.updated_at })).toMatchObject({ error: 'canvas_changed' });
  const now = await read();
  await edit({ markdown: ' ', section_id: now.sections.at(-1)?.id, seen: now.updated_at });
  expect((await read()).markdown).toBe('# One\n\nZwei');
});
