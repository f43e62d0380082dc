import type { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { person, startBolt, until } from '../fixture.ts';
import { call } from './call.ts';
import { AWAY, BOT, closeRooms, errorOf, HOME, newest, room, say, withHistory, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const add = (client: WebClient, timestamp: string, name: string) =>
  client.reactions.add({ channel: HOME, timestamp, name });

rule(
  'reactions.add',
  'shows on the message with who left it and how many',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { workspace, client } = await room();
    const ts = await say(client, 'x');
    expect(await add(client, ts, 'eyes')).toMatchObject({ ok: true });
    await person(workspace, 'U0PRIYA').do('react', { channel: HOME, ts, name: 'eyes' });
    expect((await newest(client))?.reactions).toEqual([{ name: 'eyes', users: [BOT, 'U0PRIYA'], count: 2 }]);
  },
);
rule(
  'event:reaction_added',
  'tells who, which and on whose message',
  'docs.slack.dev/reference/events/reaction_added',
  async () => {
    const { workspace, client } = await room();
    const heard: unknown[] = [];
    const bolt = await startBolt(workspace, (app) =>
      app.event('reaction_added', async ({ event }) => void heard.push(event)),
    );
    const ts = await say(client, 'x');
    await person(workspace, 'U0PRIYA').do('react', { channel: HOME, ts, name: 'tada' });
    await until(() => heard.length > 0);
    const item = { type: 'message', channel: HOME, ts };
    expect(heard[0]).toMatchObject({ type: 'reaction_added', user: 'U0PRIYA', reaction: 'tada', item_user: BOT, item });
    await bolt.stop();
  },
);
rule(
  'reactions.add',
  'takes each emoji once of each person, by names that Slack or the workspace has',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { client } = await room({}, { emoji: { our_own: 'https://x.test/a.png' } });
    const ts = await say(client, 'x');
    await add(client, ts, 'thumbsup');
    expect(await errorOf(add(client, ts, 'thumbsup'))).toBe('already_reacted');
    for (const name of ['no_such_emoji', ':eyes:', 'Eyes', 'two words']) {
      expect(await errorOf(add(client, ts, name))).toBe('invalid_name');
    }
    for (const name of ['wave::skin-tone-3', 'our_own']) await add(client, ts, name);
  },
);
rule(
  'reactions.add',
  'wants a message: item, timestamp, channel and scope are checked',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { client } = await room();
    const timestamp = await say(client, 'x');
    const refused = (args: Record<string, unknown>) =>
      errorOf(call(client, 'reactions.add', { channel: HOME, timestamp, name: 'eyes', ...args }));
    expect(await refused({ timestamp: undefined })).toBe('no_item_specified');
    expect(await refused({ channel: undefined })).toBe('no_item_specified');
    expect(await refused({ name: undefined })).toBe('invalid_arguments');
    expect(await refused({ timestamp: 'now' })).toBe('bad_timestamp');
    expect(await refused({ timestamp: '1.000000' })).toBe('message_not_found');
    expect(await refused({ channel: 'C0NOWHERE' })).toBe('channel_not_found');
    const mute = (await room(without('reactions:write'))).client;
    expect(await errorOf(add(mute, timestamp, 'eyes'))).toBe('missing_scope');
  },
);
rule('reactions.add', 'refuses archived channels', 'docs.slack.dev/reference/methods/reactions.add', async () => {
  const said = withHistory([{ user: BOT, text: 'x', ts: '1700000000.000100' }]);
  const channels = said.channels.map((one) => ({ ...one, is_archived: one.id === HOME }));
  const { client } = await room({}, { channels });
  expect(await errorOf(add(client, '1700000000.000100', 'eyes'))).toBe('is_archived');
  const shown = await client.reactions.get({ channel: HOME, timestamp: '1700000000.000100' });
  expect(shown).toMatchObject({ ok: true, message: { text: 'x' } });
});
rule(
  'reactions.remove',
  'takes away what the caller left, and nothing else',
  'docs.slack.dev/reference/methods/reactions.remove',
  async () => {
    const { workspace, client } = await room();
    const timestamp = await say(client, 'x');
    await person(workspace, 'U0PRIYA').do('react', { channel: HOME, ts: timestamp, name: 'eyes' });
    const remove = () => client.reactions.remove({ channel: HOME, timestamp, name: 'eyes' });
    expect(await errorOf(remove())).toBe('no_reaction');
    await add(client, timestamp, 'eyes');
    expect(await remove()).toMatchObject({ ok: true });
    expect((await newest(client))?.reactions).toEqual([{ name: 'eyes', users: ['U0PRIYA'], count: 1 }]);
  },
);
rule(
  'reactions.remove',
  'checks scope, item and message',
  'docs.slack.dev/reference/methods/reactions.remove',
  async () => {
    const { client } = await room();
    expect(await errorOf(call(client, 'reactions.remove', { name: 'eyes' }))).toBe('no_item_specified');
    const nowhere = { channel: HOME, timestamp: '1.000000', name: 'eyes' };
    expect(await errorOf(client.reactions.remove(nowhere))).toBe('message_not_found');
    expect(await errorOf((await room(without('reactions:write'))).client.reactions.remove(nowhere))).toBe(
      'missing_scope',
    );
  },
);

rule(
  'reactions.get',
  'answers the message with its reactions and its permalink',
  'docs.slack.dev/reference/methods/reactions.get',
  async () => {
    const { workspace, client } = await room();
    const timestamp = await say(client, 'x');
    await add(client, timestamp, 'eyes');
    const answer = await client.reactions.get({ channel: HOME, timestamp, full: true });
    expect(answer).toMatchObject({ type: 'message', channel: HOME, message: { ts: timestamp, text: 'x' } });
    expect(answer.message).toMatchObject({
      reactions: [{ name: 'eyes', users: [BOT], count: 1 }],
      permalink: `${workspace.url}/archives/${HOME}/p${timestamp.replace('.', '')}`,
    });
  },
);
rule('reactions.get', 'checks scope, item and message', 'docs.slack.dev/reference/methods/reactions.get', async () => {
  const { client } = await room();
  expect(await errorOf(call(client, 'reactions.get', {}))).toBe('no_item_specified');
  expect(await errorOf(client.reactions.get({ channel: HOME, timestamp: 'x' }))).toBe('bad_timestamp');
  const nowhere = { channel: HOME, timestamp: '1.000000' };
  expect(await errorOf(client.reactions.get(nowhere))).toBe('message_not_found');
  expect(await errorOf((await room(without('reactions:read'))).client.reactions.get(nowhere))).toBe('missing_scope');
});

rule(
  'reactions.list',
  'lists what a person reacted to, newest first, by numbered pages',
  'docs.slack.dev/reference/methods/reactions.list',
  async () => {
    const { workspace, client } = await room();
    for (const text of ['a', 'b', 'c']) await add(client, await say(client, text), 'eyes');
    const texts = (items: { message?: { text?: string } }[] = []) => items.map((one) => one.message?.text);
    const { items, paging } = await client.reactions.list({ count: 2 });
    expect(items?.[0]).toMatchObject({ type: 'message', channel: HOME });
    expect(texts(items)).toEqual(['c', 'b']);
    expect(paging).toEqual({ count: 2, total: 3, page: 1, pages: 2 });
    expect(texts((await client.reactions.list({ count: 2, page: 2 })).items)).toEqual(['a']);
    expect((await client.reactions.list({ user: 'U0PRIYA' })).items).toEqual([]);
    await person(workspace, 'U0PRIYA').do('react', { channel: HOME, ts: await say(client, 'd'), name: 'tada' });
    expect(texts((await client.reactions.list({ user: 'U0PRIYA' })).items)).toEqual(['d']);
  },
);
rule(
  'reactions.list',
  'pages by cursor when asked with a limit; scope and user are checked',
  'docs.slack.dev/reference/methods/reactions.list',
  async () => {
    const { client } = await room();
    for (const text of ['a', 'b', 'c']) await add(client, await say(client, text), 'eyes');
    const first = await client.reactions.list({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect((await client.reactions.list({ limit: 2, cursor })).items).toMatchObject([{ message: { text: 'a' } }]);
    expect(await errorOf(client.reactions.list({ user: 'U0NOBODY' }))).toBe('user_not_found');
    expect(await errorOf((await room(without('reactions:read'))).client.reactions.list())).toBe('missing_scope');
    expect(await errorOf(client.reactions.add({ channel: AWAY, timestamp: '1.000000', name: 'eyes' }))).toBe(
      'not_in_channel',
    );
  },
);
