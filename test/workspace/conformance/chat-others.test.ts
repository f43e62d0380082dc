import { afterEach, expect } from 'vitest';
import { person } from '../fixture.ts';
import { AWAY, closeRooms, errorOf, HOME, newest, room, say, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

rule(
  'chat.postEphemeral',
  'answers message_ts, and only its reader sees it',
  'docs.slack.dev/reference/methods/chat.postEphemeral',
  async () => {
    const { workspace, client } = await room();
    const { message_ts } = await client.chat.postEphemeral({ channel: HOME, user: 'U0PRIYA', text: 'psst' });
    expect(message_ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(await person(workspace, 'U0PRIYA').see('history', { channel: HOME })).toMatchObject({
      messages: [{ text: 'psst' }],
    });
    expect(await person(workspace, 'U0YUKI').see('history', { channel: HOME })).toMatchObject({ messages: [] });
    expect(await newest(client)).toBeUndefined();
    expect(await errorOf(client.chat.update({ channel: HOME, ts: message_ts ?? '', text: 'y' }))).toBe(
      'message_not_found',
    );
  },
);
rule(
  'chat.postEphemeral',
  'needs chat:write, a channel of the bot and a reader in it',
  'docs.slack.dev/reference/methods/chat.postEphemeral',
  async () => {
    const { client } = await room();
    const to = (channel: string, user: string) => errorOf(client.chat.postEphemeral({ channel, user, text: 'x' }));
    expect(await to(HOME, 'U0NOBODY')).toBe('user_not_in_channel');
    expect(await to(AWAY, 'U0PRIYA')).toBe('not_in_channel');
    expect(await to('C0NOWHERE', 'U0PRIYA')).toBe('channel_not_found');
    const mute = (await room(without('chat:write'))).client;
    expect(await errorOf(mute.chat.postEphemeral({ channel: HOME, user: 'U0PRIYA', text: 'x' }))).toBe('missing_scope');
  },
);
rule(
  'chat.postEphemeral',
  'refuses too long a text and attachments with blocks',
  'docs.slack.dev/reference/methods/chat.postEphemeral',
  async () => {
    const { client } = await room();
    const to = { channel: HOME, user: 'U0PRIYA' };
    expect(await errorOf(client.chat.postEphemeral({ ...to, text: 'a'.repeat(40_001) }))).toBe('msg_too_long');
    const attachments = [{ blocks: [{ type: 'divider' as const }] }];
    expect(await errorOf(client.chat.postEphemeral({ ...to, text: 'x', attachments }))).toBe('invalid_attachments');
  },
);
rule(
  'chat.postEphemeral',
  'is shown in a thread only where somebody answered already',
  'docs.slack.dev/reference/methods/chat.postEphemeral',
  async () => {
    const { workspace, client } = await room();
    const thread_ts = await say(client, 'root');
    const seen = async () => (await person(workspace, 'U0PRIYA').see('history', { channel: HOME, thread_ts })).messages;
    await client.chat.postEphemeral({ channel: HOME, user: 'U0PRIYA', text: 'too early', thread_ts });
    expect(await seen()).toMatchObject([{ text: 'root' }]);
    await say(client, 'reply', { thread_ts });
    await client.chat.postEphemeral({ channel: HOME, user: 'U0PRIYA', text: 'psst', thread_ts });
    expect(await seen()).toMatchObject([{ text: 'root' }, { text: 'reply' }, { text: 'psst' }]);
  },
);

rule(
  'chat.meMessage',
  'answers channel and ts, and the message has the subtype me_message',
  'docs.slack.dev/reference/methods/chat.meMessage',
  async () => {
    const { client } = await room();
    const answer = await client.chat.meMessage({ channel: HOME, text: 'waves' });
    expect(answer).toMatchObject({ channel: HOME, ts: expect.stringMatching(/\./) });
    expect(await newest(client)).toMatchObject({ subtype: 'me_message', text: 'waves', ts: answer.ts });
  },
);
rule(
  'chat.meMessage',
  'refuses nothing, too much, and channels it is not in',
  'docs.slack.dev/reference/methods/chat.meMessage',
  async () => {
    const { client } = await room();
    expect(await errorOf(client.chat.meMessage({ channel: HOME, text: ' ' }))).toBe('no_text');
    expect(await errorOf(client.chat.meMessage({ channel: HOME, text: 'a'.repeat(40_001) }))).toBe('msg_too_long');
    expect(await errorOf(client.chat.meMessage({ channel: AWAY, text: 'x' }))).toBe('not_in_channel');
    expect(await errorOf((await room(without('chat:write'))).client.chat.meMessage({ channel: HOME, text: 'x' }))).toBe(
      'missing_scope',
    );
  },
);

rule(
  'chat.getPermalink',
  'leads to the channel and the ts without its dot; a reply names its thread',
  'docs.slack.dev/reference/methods/chat.getPermalink',
  async () => {
    const { workspace, client } = await room();
    const ts = await say(client, 'root');
    const reply = await say(client, 'reply', { thread_ts: ts });
    const link = async (message_ts: string) =>
      (await client.chat.getPermalink({ channel: HOME, message_ts })).permalink;
    expect(await link(ts)).toBe(`${workspace.url}/archives/${HOME}/p${ts.replace('.', '')}`);
    expect(await link(reply)).toBe(
      `${workspace.url}/archives/${HOME}/p${reply.replace('.', '')}?thread_ts=${ts}&cid=${HOME}`,
    );
  },
);
rule(
  'chat.getPermalink',
  'needs no scope, a real message and a channel that the bot may see',
  'docs.slack.dev/reference/methods/chat.getPermalink',
  async () => {
    const { client } = await room({ scopes: [] });
    expect(await errorOf(client.chat.getPermalink({ channel: HOME, message_ts: '1.000000' }))).toBe(
      'message_not_found',
    );
    expect(await errorOf(client.chat.getPermalink({ channel: 'C0NOWHERE', message_ts: '1.000000' }))).toBe(
      'channel_not_found',
    );
  },
);
