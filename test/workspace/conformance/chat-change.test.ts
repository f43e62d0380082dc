import { afterEach, expect } from 'vitest';
import { person } from '../fixture.ts';
import { call } from './call.ts';
import { BOT, closeRooms, errorOf, HOME, newest, room, say, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const divider = [{ type: 'divider' as const, block_id: 'd' }];

rule(
  'chat.update',
  'answers channel, ts, text and message, and marks a text as edited',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client } = await room();
    const ts = await say(client, 'a');
    const answer = await client.chat.update({ channel: HOME, ts, text: 'b & c' });
    expect(answer).toMatchObject({
      channel: HOME,
      ts,
      text: 'b &amp; c',
      message: { text: 'b &amp; c', ts, edited: { user: BOT } },
    });
  },
);
rule(
  'chat.update',
  'changes own messages only, in real channels, with chat:write',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { workspace, client } = await room();
    const { ts } = await person(workspace, 'U0PRIYA').do('post', { channel: HOME, text: 'mine' });
    const change = (channel: string, at: string) => errorOf(client.chat.update({ channel, ts: at, text: 'x' }));
    expect(await change(HOME, String(ts))).toBe('cant_update_message');
    expect(await change(HOME, '1.000000')).toBe('message_not_found');
    expect(await change('C0NOWHERE', '1.000000')).toBe('channel_not_found');
    const mute = (await room(without('chat:write'))).client;
    expect(await errorOf(mute.chat.update({ channel: HOME, ts: '1.000000', text: 'x' }))).toBe('missing_scope');
  },
);
rule('chat.update', 'text holds 4,000 characters', 'docs.slack.dev/reference/methods/chat.update', async () => {
  const { client } = await room();
  const ts = await say(client, 'a'.repeat(5000));
  await client.chat.update({ channel: HOME, ts, text: 'a'.repeat(4000) });
  expect(await errorOf(client.chat.update({ channel: HOME, ts, text: 'a'.repeat(4001) }))).toBe('msg_too_long');
  const long = await say(client, 'a'.repeat(5000));
  await client.chat.update({ channel: HOME, ts: long, blocks: divider });
});
rule(
  'chat.update',
  'text alone takes blocks away; blocks alone keep the text and show no edited',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client } = await room();
    const { ts = '' } = await client.chat.postMessage({ channel: HOME, text: 'a', blocks: divider });
    await client.chat.update({ channel: HOME, ts, blocks: [...divider, { type: 'divider', block_id: 'e' }] });
    expect(await newest(client)).toMatchObject({ text: 'a', blocks: [{ block_id: 'd' }, { block_id: 'e' }] });
    expect(await newest(client)).not.toHaveProperty('edited');
    await client.chat.update({ channel: HOME, ts, text: 'b' });
    expect(await newest(client)).not.toHaveProperty('blocks');
  },
);
rule(
  'chat.update',
  'metadata stays until it is given anew, and an empty object removes it',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client } = await room();
    const metadata = { event_type: 'k', event_payload: { n: 1 } };
    const { ts = '' } = await client.chat.postMessage({ channel: HOME, text: 'a', metadata });
    await client.chat.update({ channel: HOME, ts, text: 'b' });
    expect((await newest(client))?.metadata).toEqual(metadata);
    await call(client, 'chat.update', { channel: HOME, ts, metadata: {} });
    expect(await newest(client)).toMatchObject({ text: 'b' });
    expect(await newest(client)).not.toHaveProperty('metadata');
  },
);
rule(
  'chat.update',
  'wants something to change and something left to say',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client } = await room();
    const { ts = '' } = await client.chat.postMessage({ channel: HOME, blocks: divider });
    expect(await errorOf(call(client, 'chat.update', { channel: HOME, ts }))).toBe('no_text');
    expect(await errorOf(call(client, 'chat.update', { channel: HOME, ts, blocks: [] }))).toBe('no_text');
  },
);
rule(
  'chat.update',
  'refuses an archived channel as is_inactive',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client } = await room();
    const { channel } = await client.conversations.create({ name: 'short-lived' });
    const id = channel?.id ?? '';
    const ts = await say(client, 'x', { channel: id });
    await client.conversations.archive({ channel: id });
    expect(await errorOf(client.chat.update({ channel: id, ts, text: 'y' }))).toBe('is_inactive');
  },
);
rule(
  'chat.update',
  'reply_broadcast shows an old reply in the channel, and changes nothing else',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client } = await room();
    const root = await say(client, 'root');
    const ts = await say(client, 'reply', { thread_ts: root });
    const both = call(client, 'chat.update', { channel: HOME, ts, text: 'x', reply_broadcast: true });
    expect(await errorOf(both)).toBe('no_dual_broadcast_content_update');
    const notReply = call(client, 'chat.update', { channel: HOME, ts: root, reply_broadcast: true });
    expect(await errorOf(notReply)).toBe('cant_broadcast_message');
    await call(client, 'chat.update', { channel: HOME, ts, reply_broadcast: true });
    expect(await newest(client)).toMatchObject({ text: 'reply', subtype: 'thread_broadcast', thread_ts: root });
  },
);
rule(
  'chat.update',
  'file_ids puts files into the message',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { workspace, client } = await room();
    const { file } = await person(workspace, 'U0PRIYA').upload({ channel: HOME, filename: 'a.txt' }, 'hello');
    const id = typeof file === 'object' && file !== null && 'id' in file ? String(file.id) : '';
    const ts = await say(client, 'a');
    expect(await errorOf(call(client, 'chat.update', { channel: HOME, ts, file_ids: ['F0NOWHERE'] }))).toBe(
      'file_not_found',
    );
    await call(client, 'chat.update', { channel: HOME, ts, file_ids: [id] });
    expect(await newest(client)).toMatchObject({ ts, text: 'a', files: [{ id }] });
  },
);

rule(
  'chat.delete',
  'answers channel and ts, and the message is gone',
  'docs.slack.dev/reference/methods/chat.delete',
  async () => {
    const { client } = await room();
    const ts = await say(client, 'x');
    expect(await client.chat.delete({ channel: HOME, ts })).toMatchObject({ ok: true, channel: HOME, ts });
    expect(await newest(client)).toBeUndefined();
    expect(await errorOf(client.chat.delete({ channel: HOME, ts }))).toBe('message_not_found');
  },
);
rule(
  'chat.delete',
  'deletes own messages only, with chat:write',
  'docs.slack.dev/reference/methods/chat.delete',
  async () => {
    const { workspace, client } = await room();
    const { ts } = await person(workspace, 'U0PRIYA').do('post', { channel: HOME, text: 'mine' });
    expect(await errorOf(client.chat.delete({ channel: HOME, ts: String(ts) }))).toBe('cant_delete_message');
    expect(await errorOf(client.chat.delete({ channel: 'C0NOWHERE', ts: String(ts) }))).toBe('channel_not_found');
    const mute = (await room(without('chat:write'))).client;
    expect(await errorOf(mute.chat.delete({ channel: HOME, ts: '1.000000' }))).toBe('missing_scope');
  },
);
