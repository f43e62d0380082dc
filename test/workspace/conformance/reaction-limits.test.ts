import type { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { person } from '../fixture.ts';
import { BOT, closeRooms, errorOf, HOME, newest, room, say } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const names = Array.from({ length: 60 }, (_, n) => `ours_${n}`);
const emoji = Object.fromEntries(names.map((name) => [name, 'https://x.test/a.png']));
const add = (client: WebClient, timestamp: string, name = '') =>
  client.reactions.add({ channel: HOME, timestamp, name });

rule(
  'limit:reactions',
  'a person leaves at most 23 on a message',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { workspace, client } = await room({}, { emoji });
    const ts = await say(client, 'x');
    for (const name of names.slice(0, 23)) await add(client, ts, name);
    expect(await errorOf(add(client, ts, names[23]))).toBe('too_many_reactions');
    const priya = person(workspace, 'U0PRIYA');
    for (const name of names.slice(0, 23)) await priya.do('react', { channel: HOME, ts, name });
    const refused = await priya.do('react', { channel: HOME, ts, name: names[23] });
    expect(refused).toMatchObject({ ok: false, error: 'too_many_reactions' });
    await priya.do('react', { channel: HOME, ts, name: names[0], remove: true });
    expect(await priya.do('react', { channel: HOME, ts, name: names[23] })).toMatchObject({ ok: true });
    expect((await newest(client))?.reactions).toHaveLength(24);
  },
);
rule(
  'limit:reactions',
  'a message holds at most 50 different ones, whoever leaves them',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { workspace, client } = await room({}, { emoji });
    const ts = await say(client, 'x');
    const left = (who: string, from: number, to: number) =>
      Promise.all(names.slice(from, to).map((name) => person(workspace, who).do('react', { channel: HOME, ts, name })));
    await left('U0PRIYA', 0, 23);
    await left('U0MARCUS', 23, 46);
    await left('U0YUKI', 46, 50);
    expect((await newest(client))?.reactions).toHaveLength(50);
    expect(await errorOf(add(client, ts, names[50]))).toBe('too_many_emoji');
    expect(await left('U0YUKI', 50, 51)).toMatchObject([{ ok: false, error: 'too_many_emoji' }]);
    await add(client, ts, names[0]);
  },
);
rule(
  'reactions.add',
  'a person too takes only emoji that there are',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { workspace, client } = await room();
    const ts = await say(client, 'x');
    const answer = await person(workspace, 'U0PRIYA').do('react', { channel: HOME, ts, name: 'no_such_emoji' });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_name' });
  },
);
rule(
  'reactions.add',
  'skin tones belong to people and hands alone',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { client } = await room({}, { emoji });
    const ts = await say(client, 'x');
    for (const name of [
      'heart::skin-tone-3',
      'ours_1::skin-tone-3',
      'wave::skin-tone-7',
      'wave::skin-tone-3::skin-tone-3',
    ])
      expect([name, await errorOf(add(client, ts, name))]).toEqual([name, 'invalid_name']);
    for (const name of ['wave::skin-tone-3', 'wave::skin-tone-6', 'ok_woman::skin-tone-2']) await add(client, ts, name);
  },
);
rule(
  'reactions.add',
  'the names of one emoji are one reaction',
  'docs.slack.dev/reference/methods/reactions.add',
  async () => {
    const { workspace, client } = await room();
    const ts = await say(client, 'x');
    await add(client, ts, 'thumbsup');
    expect(await errorOf(add(client, ts, '+1'))).toBe('already_reacted');
    await person(workspace, 'U0PRIYA').do('react', { channel: HOME, ts, name: '+1' });
    expect((await newest(client))?.reactions).toEqual([{ name: 'thumbsup', users: [BOT, 'U0PRIYA'], count: 2 }]);
    await client.reactions.remove({ channel: HOME, timestamp: ts, name: '+1' });
    expect((await newest(client))?.reactions).toMatchObject([{ users: ['U0PRIYA'] }]);
  },
);
