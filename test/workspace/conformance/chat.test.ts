import { afterEach, expect } from 'vitest';
import { startBolt, until } from '../fixture.ts';
import { call } from './call.ts';
import { ALL_SCOPES } from './open.ts';
import { AWAY, archivedHome, BOT, closeRooms, errorOf, HOME, room, say, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

rule(
  'chat.postMessage',
  'answers channel, ts and the message with its author',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    const answer = await client.chat.postMessage({ channel: HOME, text: 'hello' });
    expect(answer).toMatchObject({ ok: true, channel: HOME, ts: expect.stringMatching(/^\d{10}\.\d{6}$/) });
    const bot_profile = { id: 'B0APP00001', app_id: 'A0LOCALAPP', name: 'App', deleted: false };
    expect(answer.message).toMatchObject({
      type: 'message',
      text: 'hello',
      user: BOT,
      bot_id: 'B0APP00001',
      ts: answer.ts,
      bot_profile,
    });
  },
);
rule('chat.postMessage', 'needs chat:write', 'docs.slack.dev/reference/methods/chat.postMessage', async () => {
  const { client } = await room(without('chat:write'));
  expect(await errorOf(client.chat.postMessage({ channel: HOME, text: 'x' }))).toBe('missing_scope');
});
rule(
  'chat.postMessage',
  'finds a channel by id or name, and a person by id',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    expect((await client.chat.postMessage({ channel: '#handoffs', text: 'x' })).channel).toBe(HOME);
    expect((await client.chat.postMessage({ channel: 'handoffs', text: 'x' })).channel).toBe(HOME);
    expect((await client.chat.postMessage({ channel: 'U0PRIYA', text: 'x' })).channel).toMatch(/^D/);
    expect(await errorOf(client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }))).toBe('channel_not_found');
  },
);
rule(
  'chat.postMessage',
  'a bot outside of a public channel needs chat:write.public',
  'docs.slack.dev/reference/scopes/chat.write.public',
  async () => {
    const { client } = await room();
    expect(await errorOf(client.chat.postMessage({ channel: AWAY, text: 'x' }))).toBe('not_in_channel');
    const wide = await room({ scopes: [...ALL_SCOPES, 'chat:write.public'] });
    expect((await wide.client.chat.postMessage({ channel: AWAY, text: 'x' })).channel).toBe(AWAY);
  },
);
rule(
  'chat.postMessage',
  'refuses an archived channel',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room({}, archivedHome());
    expect(await errorOf(client.chat.postMessage({ channel: HOME, text: 'x' }))).toBe('is_archived');
  },
);
rule(
  'chat.postMessage',
  'another name or icon needs chat:write.customize and is ignored without it',
  'docs.slack.dev/reference/scopes/chat.write.customize',
  async () => {
    const named = { channel: HOME, text: 'x', username: 'Herald', icon_emoji: ':mega:' };
    const plain = await (await room()).client.chat.postMessage(named);
    expect(plain.message).not.toHaveProperty('username');
    expect(plain.message).toMatchObject({ user: BOT });
    const { client } = await room({ scopes: [...ALL_SCOPES, 'chat:write.customize'] });
    const answer = await client.chat.postMessage(named);
    expect(answer.message).toMatchObject({
      subtype: 'bot_message',
      username: 'Herald',
      icons: { emoji: ':mega:' },
      bot_id: 'B0APP00001',
    });
    await client.chat.update({ channel: HOME, ts: answer.ts ?? '', text: 'still mine' });
  },
);
rule(
  'chat.postMessage',
  'keeps metadata with the message and refuses it without event_type or event_payload',
  'docs.slack.dev/messaging/message-metadata',
  async () => {
    const { client } = await room();
    const metadata = { event_type: 'deal_won', event_payload: { id: '7', nested: { a: 1 } } };
    expect((await client.chat.postMessage({ channel: HOME, text: 'x', metadata })).message?.metadata).toEqual(metadata);
    for (const wrong of [
      { event_type: 'x' },
      { event_payload: {} },
      { event_type: '', event_payload: {} },
      'word',
      [1],
    ]) {
      expect(await errorOf(call(client, 'chat.postMessage', { channel: HOME, text: 'x', metadata: wrong }))).toBe(
        'invalid_metadata_format',
      );
    }
    const event_payload = { text: 'a'.repeat(16_400) };
    expect(
      await errorOf(
        client.chat.postMessage({ channel: HOME, text: 'x', metadata: { event_type: 'x', event_payload } }),
      ),
    ).toBe('metadata_too_large');
  },
);
rule(
  'chat.postMessage',
  'takes at most a hundred attachments',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    const attachments = Array.from({ length: 101 }, () => ({ text: 'a', fallback: 'a' }));
    expect(await errorOf(client.chat.postMessage({ channel: HOME, text: 'x', attachments }))).toBe(
      'too_many_attachments',
    );
    await client.chat.postMessage({ channel: HOME, text: 'x', attachments: attachments.slice(1) });
  },
);
rule('chat.postMessage', 'takes at most fifty blocks', 'docs.slack.dev/reference/block-kit/blocks', async () => {
  const { client } = await room();
  const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' as const }));
  expect(await errorOf(client.chat.postMessage({ channel: HOME, text: 'x', blocks }))).toBe('invalid_blocks');
  await client.chat.postMessage({ channel: HOME, text: 'x', blocks: blocks.slice(1) });
  expect(await errorOf(call(client, 'chat.postMessage', { channel: HOME, text: 'x', blocks: 'words' }))).toBe(
    'invalid_blocks_format',
  );
});
rule(
  'chat.postMessage',
  'ts is unique in a channel and grows with every message',
  'docs.slack.dev/messaging/retrieving-messages',
  async () => {
    const { client } = await room();
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => say(client, String(n))));
    expect(new Set(all).size).toBe(40);
    const { messages = [] } = await client.conversations.history({ channel: HOME });
    const shown = messages.map((one) => one.ts ?? '');
    expect(shown).toEqual(shown.toSorted().reverse());
  },
);
rule(
  'event:message',
  'the app hears its own message with its bot_id, and a reply in the channel as thread_broadcast',
  'docs.slack.dev/reference/events/message/thread_broadcast',
  async () => {
    const { workspace, client } = await room();
    const heard: Record<string, unknown>[] = [];
    const bolt = await startBolt(
      workspace,
      (app) => app.message(async ({ message }) => void heard.push({ ...message })),
      { ignoreSelf: false },
    );
    const thread_ts = await say(client, 'root');
    await client.chat.postMessage({ channel: HOME, text: 'to all', thread_ts, reply_broadcast: true });
    const broadcast = await until(() => heard.find((one) => one.subtype === 'thread_broadcast'));
    expect(broadcast).toMatchObject({
      text: 'to all',
      thread_ts,
      bot_id: 'B0APP00001',
      root: { text: 'root', ts: thread_ts },
    });
    await bolt.stop();
  },
);
