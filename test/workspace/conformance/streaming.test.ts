import { afterEach, expect } from 'vitest';
import { person, startBolt, until } from '../fixture.ts';
import { call } from './call.ts';
import { BOT, closeRooms, errorOf, HOME, newest, room, say, without } from './room.ts';
import { rule } from './rule.ts';
import { recipient, streaming } from './stream.ts';

afterEach(closeRooms);

rule(
  'chat.startStream',
  'answers channel and ts of a reply in the thread',
  'docs.slack.dev/reference/methods/chat.startStream',
  async () => {
    const { at, thread_ts, shown } = await streaming({ markdown_text: 'Let me see' });
    expect(at.ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(await shown()).toMatchObject({ ts: at.ts, thread_ts, user: BOT, text: 'Let me see' });
  },
);
rule(
  'chat.startStream',
  'wants a thread, and in channels a recipient with their team',
  'docs.slack.dev/reference/methods/chat.startStream',
  async () => {
    const { client } = await room();
    const thread_ts = await say(client, 'question');
    const refused = (args: Record<string, unknown>) =>
      errorOf(call(client, 'chat.startStream', { channel: HOME, ...args }));
    expect(await refused(recipient)).toBe('invalid_arguments');
    expect(await refused({ thread_ts })).toBe('missing_recipient_user_id');
    expect(await refused({ thread_ts, recipient_user_id: 'U0PRIYA' })).toBe('missing_recipient_team_id');
    expect(await refused({ thread_ts, ...recipient, recipient_user_id: 'U0NOBODY' })).toBe('user_not_found');
    const { channel = '', ts = '' } = await client.chat.postMessage({ channel: 'U0PRIYA', text: 'hi' });
    await client.chat.startStream({ channel, thread_ts: ts });
  },
);
rule(
  'chat.startStream',
  'needs chat:write, a channel of the bot and a known task_display_mode',
  'docs.slack.dev/reference/methods/chat.startStream',
  async () => {
    const { client } = await room();
    const start = { thread_ts: await say(client, 'question'), ...recipient };
    expect(await errorOf(client.chat.startStream({ channel: 'C0SALES', ...start }))).toBe('not_in_channel');
    expect(await errorOf(client.chat.startStream({ channel: 'C0NOWHERE', ...start }))).toBe('channel_not_found');
    const odd = client.chat.startStream({ channel: HOME, ...start, task_display_mode: 'pie' });
    expect(await errorOf(odd)).toBe('invalid_arguments');
    const mute = (await room(without('chat:write'))).client;
    expect(await errorOf(mute.chat.startStream({ channel: HOME, ...start }))).toBe('missing_scope');
  },
);

rule(
  'chat.appendStream',
  'answers channel and ts, and the text grows',
  'docs.slack.dev/reference/methods/chat.appendStream',
  async () => {
    const { client, at, shown } = await streaming({ markdown_text: 'One' });
    expect(await client.chat.appendStream({ ...at, markdown_text: ', two' })).toMatchObject({ ok: true, ...at });
    await client.chat.appendStream({ ...at, chunks: [{ type: 'markdown_text', text: ' & three' }] });
    const blocks = [{ type: 'markdown', text: 'One, two & three' }];
    expect(await shown()).toMatchObject({ text: 'One, two &amp; three', blocks });
  },
);
rule(
  'people:streaming',
  'people see the message grow as it is written; the app hears of its beginning and its end',
  'docs.slack.dev/messaging/sending-and-scheduling-messages',
  async () => {
    const { workspace, client } = await room();
    const heard: string[] = [];
    const note = (app: Parameters<Parameters<typeof startBolt>[1]>[0]) =>
      app.event('message', async ({ event }) => void heard.push(event.subtype ?? 'new'));
    const bolt = await startBolt(workspace, note, { ignoreSelf: false });
    const thread_ts = await say(client, 'question');
    const seen: string[] = [];
    const page = new WebSocket(`${workspace.url.replace('http', 'ws')}/people/live?as=U0PRIYA`);
    await new Promise((resolve) => page.addEventListener('open', resolve));
    page.addEventListener('message', ({ data }) => {
      const news = JSON.parse(String(data));
      if (news.message?.thread_ts === thread_ts && news.message.ts !== thread_ts) seen.push(news.message.text);
    });
    const { ts = '' } = await client.chat.startStream({ channel: HOME, thread_ts, ...recipient });
    for (const word of ['a', 'b', 'c']) await client.chat.appendStream({ channel: HOME, ts, markdown_text: word });
    await client.chat.stopStream({ channel: HOME, ts });
    await until(() => seen.length === 5);
    expect(seen).toEqual(['', 'a', 'ab', 'abc', 'abc']);
    await until(() => heard.length === 3);
    expect(heard).toEqual(['new', 'new', 'message_changed']);
    page.close();
    await bolt.stop();
  },
);
rule(
  'chat.stopStream',
  'answers the whole message, with last words, blocks below and metadata',
  'docs.slack.dev/reference/methods/chat.stopStream',
  async () => {
    const { client, at } = await streaming({ markdown_text: 'One' });
    const metadata = { event_type: 'answered', event_payload: { n: 1 } };
    const end = { ...at, markdown_text: ' and all.', blocks: [{ type: 'divider' as const }], metadata };
    const answer = await client.chat.stopStream(end);
    expect(answer).toMatchObject({ ...at, message: { text: 'One and all.', metadata } });
    expect(answer.message?.blocks).toMatchObject([{ type: 'markdown', text: 'One and all.' }, { type: 'divider' }]);
  },
);
rule(
  'chat.stopStream',
  'a stopped message, or one that never streamed, takes nothing more',
  'docs.slack.dev/reference/methods/chat.stopStream',
  async () => {
    const { client, at, thread_ts } = await streaming({ markdown_text: 'One' });
    await client.chat.stopStream(at);
    for (const ts of [at.ts, thread_ts]) {
      const to = { channel: HOME, ts };
      expect(await errorOf(client.chat.appendStream({ ...to, markdown_text: 'x' }))).toBe(
        'message_not_in_streaming_state',
      );
      expect(await errorOf(client.chat.stopStream(to))).toBe('message_not_in_streaming_state');
    }
  },
);
rule(
  'chat.stopStream',
  'wants a message of the app with something in it',
  'docs.slack.dev/reference/methods/chat.stopStream',
  async () => {
    const { workspace, client, at } = await streaming();
    expect(await errorOf(client.chat.stopStream(at))).toBe('no_text');
    expect(await errorOf(client.chat.stopStream({ channel: HOME, ts: '1.000000' }))).toBe('message_not_found');
    const { ts } = await person(workspace, 'U0PRIYA').do('post', { channel: HOME, text: 'mine' });
    expect(await errorOf(client.chat.stopStream({ channel: HOME, ts: String(ts) }))).toBe('message_not_owned_by_app');
  },
);
rule(
  'chat.update',
  'refuses a message that is still streaming',
  'docs.slack.dev/reference/methods/chat.update',
  async () => {
    const { client, at } = await streaming({ markdown_text: 'One' });
    expect(await errorOf(client.chat.update({ ...at, text: 'x' }))).toBe('streaming_state_conflict');
    await client.chat.stopStream(at);
    await client.chat.update({ ...at, text: 'x' });
    expect(await newest(client)).toMatchObject({ text: 'question' });
  },
);
rule(
  'chat.appendStream',
  'works with the chatStream of the client, which buffers and starts by itself',
  'docs.slack.dev/tools/node-slack-sdk/web-api',
  async () => {
    const { client } = await room();
    const thread_ts = await say(client, 'question');
    const stream = client.chatStream({ channel: HOME, thread_ts, ...recipient, buffer_size: 8 });
    for (const word of ['one ', 'two ', 'three ', 'four']) await stream.append({ markdown_text: word });
    expect(await stream.stop()).toMatchObject({ ok: true, message: { text: 'one two three four' } });
  },
);
