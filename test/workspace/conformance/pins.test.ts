import { afterEach, expect } from 'vitest';
import { call } from './call.ts';
import { AWAY, BOT, closeRooms, errorOf, HOME, newest, room, say, withHistory, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

rule('pins.add', 'pins a message, which then says where', 'docs.slack.dev/reference/methods/pins.add', async () => {
  const { client } = await room();
  const timestamp = await say(client, 'x');
  expect(await client.pins.add({ channel: HOME, timestamp })).toMatchObject({ ok: true });
  expect(await newest(client)).toMatchObject({ pinned_to: [HOME] });
  expect((await client.conversations.history({ channel: HOME })).pin_count).toBe(1);
  expect(await errorOf(client.pins.add({ channel: HOME, timestamp }))).toBe('already_pinned');
});
rule('pins.add', 'checks item, channel and scope', 'docs.slack.dev/reference/methods/pins.add', async () => {
  const { client } = await room();
  const refused = (args: Record<string, unknown>) =>
    errorOf(call(client, 'pins.add', { channel: HOME, timestamp: '1.000000', ...args }));
  expect(await refused({})).toBe('message_not_found');
  expect(await refused({ timestamp: undefined })).toBe('no_item_specified');
  expect(await refused({ timestamp: 'now' })).toBe('bad_timestamp');
  expect(await refused({ channel: 'C0NOWHERE' })).toBe('channel_not_found');
  expect(await refused({ channel: AWAY })).toBe('not_in_channel');
  const mute = (await room(without('pins:write'))).client;
  expect(await errorOf(mute.pins.add({ channel: HOME, timestamp: '1.000000' }))).toBe('missing_scope');
});
rule(
  'pins.add',
  'what Slack itself wrote into the channel cannot be pinned',
  'docs.slack.dev/reference/methods/pins.add',
  async () => {
    const { client } = await room();
    await client.conversations.setTopic({ channel: HOME, topic: 'new' });
    const { ts = '', subtype } = (await newest(client)) ?? {};
    expect(subtype).toBe('channel_topic');
    expect(await errorOf(client.pins.add({ channel: HOME, timestamp: ts }))).toBe('not_pinnable');
  },
);
rule('limit:pins', 'a channel holds a hundred', 'docs.slack.dev/reference/methods/pins.add', async () => {
  const messages = Array.from({ length: 101 }, (_, n) => ({
    user: 'U0PRIYA',
    text: 'x',
    ts: `${1_700_000_000 + n}.000100`,
  }));
  const { client } = await room({}, withHistory(messages));
  for (const { ts } of messages.slice(1)) await client.pins.add({ channel: HOME, timestamp: ts });
  expect(await errorOf(client.pins.add({ channel: HOME, timestamp: '1700000000.000100' }))).toBe('too_many_pins');
});
rule('pins.remove', 'unpins, once', 'docs.slack.dev/reference/methods/pins.remove', async () => {
  const { client } = await room();
  const timestamp = await say(client, 'x');
  await client.pins.add({ channel: HOME, timestamp });
  expect(await client.pins.remove({ channel: HOME, timestamp })).toMatchObject({ ok: true });
  expect(await newest(client)).not.toHaveProperty('pinned_to');
  expect(await errorOf(client.pins.remove({ channel: HOME, timestamp }))).toBe('no_pin');
});
rule('pins.remove', 'checks item, message and scope', 'docs.slack.dev/reference/methods/pins.remove', async () => {
  const { client } = await room();
  expect(await errorOf(call(client, 'pins.remove', { channel: HOME }))).toBe('no_item_specified');
  const nowhere = { channel: HOME, timestamp: '1.000000' };
  expect(await errorOf(client.pins.remove(nowhere))).toBe('message_not_found');
  expect(await errorOf((await room(without('pins:write'))).client.pins.remove(nowhere))).toBe('missing_scope');
});
rule(
  'pins.list',
  'lists messages with who pinned them and when',
  'docs.slack.dev/reference/methods/pins.list',
  async () => {
    const { client } = await room();
    const timestamp = await say(client, 'x');
    await client.pins.add({ channel: HOME, timestamp });
    const { items } = await client.pins.list({ channel: HOME });
    const pinned = { type: 'message', channel: HOME, created_by: BOT, created: expect.any(Number) };
    expect(items).toMatchObject([
      { ...pinned, message: { text: 'x', ts: timestamp, permalink: expect.stringMatching(/^http/) } },
    ]);
    await client.chat.delete({ channel: HOME, ts: timestamp });
    expect((await client.pins.list({ channel: HOME })).items).toEqual([]);
  },
);
rule('pins.list', 'checks channel and scope', 'docs.slack.dev/reference/methods/pins.list', async () => {
  const { client } = await room();
  expect(await errorOf(client.pins.list({ channel: 'C0NOWHERE' }))).toBe('channel_not_found');
  expect(await errorOf((await room(without('pins:read'))).client.pins.list({ channel: HOME }))).toBe('missing_scope');
});
