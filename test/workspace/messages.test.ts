import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/server.ts';
import { clientOf, control, person, refusal, startBolt, started, until } from './fixture.ts';

let workspace: Workspace;
let client: WebClient;
const channel = 'C0HANDOFFS';
beforeEach(async () => {
  workspace = await started({ rateLimits: false });
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

describe('chat.postMessage', () => {
  test('refuses nothing, too much, and both kinds of text at once', async () => {
    expect((await refusal(client.apiCall('chat.postMessage', { channel, text: '' }))).error).toBe('no_text');
    expect((await refusal(client.chat.postMessage({ channel, markdown_text: 'a'.repeat(12_001) }))).error).toBe(
      'msg_too_long',
    );
    const both = client.apiCall('chat.postMessage', { channel, text: 'a', markdown_text: 'b' });
    expect((await refusal(both)).error).toBe('markdown_text_conflict');
  });

  test('refuses a reply to nothing, and hangs a reply to a reply under the root', async () => {
    expect((await refusal(client.chat.postMessage({ channel, text: 'x', thread_ts: '1.000000' }))).error).toBe(
      'thread_not_found',
    );
    const root = await client.chat.postMessage({ channel, text: 'root' });
    const reply = await client.chat.postMessage({ channel, text: 'one', thread_ts: root.ts ?? '' });
    const nested = await client.chat.postMessage({ channel, text: 'two', thread_ts: reply.ts ?? '' });
    expect(nested.message?.thread_ts).toBe(root.ts);
    const replies = await client.conversations.replies({ channel, ts: root.ts ?? '' });
    expect(replies.messages?.map((one) => one.text)).toEqual(['root', 'one', 'two']);
    expect(replies.messages?.[0]).toMatchObject({ reply_count: 2, latest_reply: nested.ts });
    expect((await client.conversations.history({ channel })).messages?.map((one) => one.text)).toEqual(['root']);
  });

  test('keeps metadata and gives it back only when asked', async () => {
    const metadata = { event_type: 'desk_key', event_payload: { key: 'k1' } };
    await client.chat.postMessage({ channel, text: 'x', metadata });
    expect((await client.conversations.history({ channel })).messages?.[0]).not.toHaveProperty('metadata');
    const asked = await client.conversations.history({ channel, include_all_metadata: true });
    expect(asked.messages?.[0]?.metadata).toEqual(metadata);
  });

  test('reaches a person in a direct message by their id', async () => {
    const { channel: dm } = await client.chat.postMessage({ channel: 'U0PRIYA', text: 'just you' });
    expect(dm).toMatch(/^D/);
    const { messages } = await person(workspace, 'U0PRIYA').see('history', { channel: dm ?? '' });
    expect(messages).toMatchObject([{ text: 'just you' }]);
    expect(await person(workspace, 'U0YUKI').see('history', { channel: dm ?? '' })).toMatchObject({
      error: 'channel_not_found',
    });
  });
});

describe('chat.update and chat.delete', () => {
  test('touch own messages only, and only real ones', async () => {
    const { ts } = await person(workspace, 'U0PRIYA').do('post', { channel, text: 'mine' });
    expect((await refusal(client.chat.update({ channel, ts: String(ts), text: 'no' }))).error).toBe(
      'cant_update_message',
    );
    expect((await refusal(client.chat.delete({ channel, ts: String(ts) }))).error).toBe('cant_delete_message');
    expect((await refusal(client.chat.update({ channel, ts: '1.0', text: 'no' }))).error).toBe('message_not_found');
  });

  test('an update with text alone takes the blocks away', async () => {
    const blocks = [{ type: 'divider' as const }];
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks });
    await client.chat.update({ channel, ts, text: 'b' });
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.[0]).toMatchObject({ text: 'b', edited: { user: 'U0APPBOT' } });
    expect(messages?.[0]).not.toHaveProperty('blocks');
  });

  test('an update with blocks shows no "(edited)", and one with metadata alone keeps the rest', async () => {
    const blocks = [{ type: 'divider' as const, block_id: 'd' }];
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks });
    const metadata = { event_type: 'k', event_payload: {} };
    await client.apiCall('chat.update', { channel, ts, metadata });
    const { messages } = await client.conversations.history({ channel, include_all_metadata: true });
    expect(messages?.[0]).toMatchObject({ text: 'a', blocks, metadata });
    expect(messages?.[0]).not.toHaveProperty('edited');
  });
});

test('an ephemeral message is seen by one member and by nobody else', async () => {
  await client.chat.postEphemeral({ channel, user: 'U0PRIYA', text: 'psst' });
  expect(await person(workspace, 'U0PRIYA').see('history', { channel })).toMatchObject({
    messages: [{ text: 'psst', ephemeral: true }],
  });
  expect(await person(workspace, 'U0YUKI').see('history', { channel })).toMatchObject({ messages: [] });
  expect((await client.conversations.history({ channel })).messages).toEqual([]);
});

test('a root with replies leaves a tombstone until its last reply is deleted', async () => {
  const events: Record<string, unknown>[] = [];
  const note = (app: App) => app.event('message', async ({ event }) => void events.push({ ...event }));
  const bolt = await startBolt(workspace, note, { ignoreSelf: false });
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'root' });
  const reply = await client.chat.postMessage({ channel, text: 'reply', thread_ts: ts });
  await client.chat.delete({ channel, ts });
  const tombstone = { ts, subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', hidden: true };
  expect((await client.conversations.history({ channel })).messages).toMatchObject([{ ...tombstone, reply_count: 1 }]);
  const changed = await until(() => events.find((one) => one.subtype === 'message_changed'));
  expect(changed).toMatchObject({ message: tombstone, previous_message: { text: 'root' } });
  expect((await refusal(client.chat.delete({ channel, ts }))).error).toBe('message_not_found');
  await client.chat.delete({ channel, ts: reply.ts ?? '' });
  expect((await client.conversations.history({ channel })).messages).toEqual([]);
  await bolt.stop();
});

test('a stream ends by itself after five minutes', async () => {
  const { ts: thread_ts = '' } = await client.chat.postMessage({ channel, text: 'question' });
  const recipient = { recipient_user_id: 'U0PRIYA', recipient_team_id: 'T0NORTHWIND' };
  const { ts = '' } = await client.chat.startStream({ channel, thread_ts, markdown_text: 'One', ...recipient });
  workspace.world.clock.advance(5 * 60_000);
  const late = client.chat.appendStream({ channel, ts, markdown_text: 'x' });
  expect((await refusal(late)).error).toBe('message_not_in_streaming_state');
  await client.chat.update({ channel, ts, text: 'Two' });
});

test('ts grows in a channel even when the clock is moved back', async () => {
  const first = await client.chat.postMessage({ channel, text: '1' });
  workspace.world.clock.advance(-86_400_000);
  const second = await client.chat.postMessage({ channel, text: '2' });
  expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
});

test('the clock moves on request and the workspace says what time it is', async () => {
  const now = '2027-03-01T09:00:00.000Z';
  await fetch(`${workspace.url}/people/clock`, { method: 'POST', body: JSON.stringify({ now }) });
  const clock = await (await fetch(`${workspace.url}/clock`)).json();
  expect(clock).toMatchObject({ now: expect.stringContaining('2027-03-01T09:00:0'), offset_ms: expect.any(Number) });
  const { ts } = await client.chat.postMessage({ channel, text: 'x' });
  expect(new Date(Number(ts) * 1000).toISOString()).toContain('2027-03-01T09:00:0');
});

describe('bookmarks, pins and reactions', () => {
  test('are kept once, and their errors are named', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' });
    await client.pins.add({ channel, timestamp: ts });
    expect((await refusal(client.pins.add({ channel, timestamp: ts }))).error).toBe('already_pinned');
    expect((await client.pins.list({ channel })).items).toHaveLength(1);
    await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    expect((await refusal(client.reactions.add({ channel, timestamp: ts, name: 'eyes' }))).error).toBe(
      'already_reacted',
    );
    await client.reactions.remove({ channel, timestamp: ts, name: 'eyes' });
    expect((await refusal(client.reactions.remove({ channel, timestamp: ts, name: 'eyes' }))).error).toBe(
      'no_reaction',
    );
    const link = 'https://example.test/x';
    const { bookmark } = await client.bookmarks.add({ channel_id: channel, title: 'Deal', type: 'link', link });
    const edit = { channel_id: channel, bookmark_id: bookmark?.id ?? '', title: 'Sold deal', link };
    await client.bookmarks.edit(edit);
    expect((await client.bookmarks.list({ channel_id: channel })).bookmarks).toMatchObject([
      { title: 'Sold deal', link },
    ]);
    const { channels } = await person(workspace, 'U0PRIYA').see('workspace');
    expect((channels as { id: string }[]).find((one) => one.id === channel)).toMatchObject({
      pinned: [ts],
      bookmarks: [{ title: 'Sold deal' }],
    });
  });

  test('a channel holds a hundred pins', async () => {
    for (let n = 0; n < 100; n += 1) {
      const { ts = '' } = await client.chat.postMessage({ channel, text: String(n) });
      await client.pins.add({ channel, timestamp: ts });
    }
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'one more' });
    expect((await refusal(client.pins.add({ channel, timestamp: ts }))).error).toBe('too_many_pins');
  });
});

describe('faults', () => {
  test('come as often as asked and then no more', async () => {
    await control(workspace, 'faults', { method: 'chat.postMessage', fault: 'ratelimited', times: 2, retry_after: 7 });
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject({ retryAfter: 7 });
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject({ retryAfter: 7 });
    await client.chat.postMessage({ channel, text: 'x' });
    await control(workspace, 'faults', { method: 'chat.postMessage', fault: 'error:internal_error' });
    expect((await refusal(client.chat.postMessage({ channel, text: 'x' }))).error).toBe('internal_error');
    await control(workspace, 'faults', { method: 'chat.postMessage', fault: 'http_500' });
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject({ statusCode: 500 });
  });

  test('a lost response has its effect, though the caller sees a broken connection', async () => {
    await control(workspace, 'faults', { method: 'chat.postMessage', fault: 'lost_response' });
    await expect(client.chat.postMessage({ channel, text: 'was it posted?' })).rejects.toThrow();
    expect((await client.conversations.history({ channel })).messages).toMatchObject([{ text: 'was it posted?' }]);
  });
});
