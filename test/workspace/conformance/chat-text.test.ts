import { afterEach, expect } from 'vitest';
import { person, startBolt, until } from '../fixture.ts';
import { call } from './call.ts';
import { closeRooms, errorOf, HOME, newest, room } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

rule(
  'chat.postMessage',
  'cuts a text after 40,000 characters and warns of it',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    const answer = await client.chat.postMessage({ channel: HOME, text: 'a'.repeat(40_001) });
    expect(answer.message?.text).toHaveLength(40_000);
    expect(answer).toMatchObject({
      warning: 'message_truncated',
      response_metadata: { warnings: ['message_truncated'] },
    });
    expect(await client.chat.postMessage({ channel: HOME, text: 'a'.repeat(40_000) })).not.toHaveProperty('warning');
  },
);
rule(
  'chat.postMessage',
  'wants text, blocks or attachments that say something',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    for (const nothing of [
      {},
      { text: '' },
      { text: ' \n' },
      { blocks: [] },
      { attachments: [] },
      { attachments: [{}] },
    ]) {
      expect(await errorOf(call(client, 'chat.postMessage', { channel: HOME, ...nothing }))).toBe('no_text');
    }
    await client.chat.postMessage({ channel: HOME, blocks: [{ type: 'divider' }] });
    await client.chat.postMessage({ channel: HOME, attachments: [{ fallback: 'x' }] });
  },
);
rule(
  'chat.postMessage',
  'markdown_text stands alone, as a markdown block',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    const { message } = await client.chat.postMessage({ channel: HOME, markdown_text: '**bold**' });
    expect(message?.blocks).toMatchObject([{ type: 'markdown', text: '**bold**' }]);
    for (const more of [{ text: 'x' }, { blocks: [{ type: 'divider' }] }]) {
      const both = call(client, 'chat.postMessage', { channel: HOME, markdown_text: 'a', ...more });
      expect(await errorOf(both)).toBe('markdown_text_conflict');
    }
  },
);
rule(
  'chat.postMessage',
  'markdown_text holds 12,000 characters',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { client } = await room();
    await client.chat.postMessage({ channel: HOME, markdown_text: 'a'.repeat(12_000) });
    expect(await errorOf(client.chat.postMessage({ channel: HOME, markdown_text: 'a'.repeat(12_001) }))).toBe(
      'msg_too_long',
    );
  },
);
rule(
  'chat.postMessage',
  'a lone &, < or > is kept as an entity; entities and <…> constructs stay',
  'docs.slack.dev/messaging/formatting-message-text',
  async () => {
    const { client } = await room();
    const kept = async (text: string) => (await client.chat.postMessage({ channel: HOME, text })).message?.text;
    expect(await kept('a & b < c > d')).toBe('a &amp; b &lt; c &gt; d');
    expect(await kept('a &amp; b &lt;c&gt; &nbsp;')).toBe('a &amp; b &lt;c&gt; &amp;nbsp;');
    const constructs =
      '<@U0PRIYA> <#C0HANDOFFS|handoffs> <!here> <!date^1700000000^{date}|then> <https://x.test/?a=1|x> <mailto:a@x.test|a>';
    expect(await kept(constructs)).toBe(constructs);
    expect(await kept('<b>bold</b> `x<y && z`')).toBe('&lt;b&gt;bold&lt;/b&gt; `x&lt;y &amp;&amp; z`');
  },
);
rule(
  'chat.postMessage',
  'a bare address becomes a link',
  'docs.slack.dev/messaging/formatting-message-text',
  async () => {
    const { client } = await room();
    const { message } = await client.chat.postMessage({
      channel: HOME,
      text: 'see https://x.test/a?b=1&c=2, or `https://x.test`.',
    });
    expect(message?.text).toBe('see <https://x.test/a?b=1&amp;c=2>, or `https://x.test`.');
  },
);
rule(
  'chat.postMessage',
  'parse=full takes nothing as markup and finds channels and addresses itself',
  'docs.slack.dev/messaging/formatting-message-text',
  async () => {
    const { client } = await room();
    const text = '<@U0PRIYA> #handoffs #nowhere @here https://x.test';
    const { message } = await client.chat.postMessage({ channel: HOME, text, parse: 'full' });
    expect(message?.text).toBe('&lt;@U0PRIYA&gt; <#C0HANDOFFS|handoffs> #nowhere <!here> <https://x.test>');
  },
);
rule(
  'chat.postMessage',
  'link_names links user groups and no longer people',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const usergroups = [{ id: 'S0SELLERS', name: 'Sellers', handle: 'sellers', users: ['U0PRIYA'] }];
    const { client } = await room({}, { usergroups });
    const text = '@sellers and @priya';
    const kept = async (link_names: boolean) =>
      (await client.chat.postMessage({ channel: HOME, text, link_names })).message?.text;
    expect(await kept(true)).toBe('<!subteam^S0SELLERS|@sellers> and @priya');
    expect(await kept(false)).toBe(text);
  },
);
rule(
  'chat.postMessage',
  'takes unfurl flags, from a form as from JSON',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const { workspace, client } = await room();
    await client.chat.postMessage({ channel: HOME, text: 'x', unfurl_links: false, unfurl_media: false });
    const headers = { authorization: `Bearer ${workspace.bot_token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ channel: HOME, text: 'x', unfurl_links: false, unfurl_media: true });
    const answer = await fetch(`${workspace.url}/api/chat.postMessage`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ ok: true });
    const odd = call(client, 'chat.postMessage', { channel: HOME, text: 'x', unfurl_links: 'perhaps' });
    expect(await errorOf(odd)).toBe('invalid_arguments');
  },
);
rule(
  'event:message',
  'what a person types comes as text and as a rich_text block',
  'docs.slack.dev/reference/block-kit/blocks/rich-text-block',
  async () => {
    const { workspace, client } = await room();
    const heard: Record<string, unknown>[] = [];
    const bolt = await startBolt(workspace, (app) =>
      app.message(async ({ message }) => void heard.push({ ...message })),
    );
    const text =
      'Hi <@U0MARCUS>, *bold _both_* `code` :eyes: <https://x.test|here>\n• one\n• two\n&gt; said\n```a &lt; b```';
    await person(workspace, 'U0PRIYA').do('post', { channel: HOME, text });
    const [event] = await until(() => heard.length > 0 && heard);
    expect(event?.text).toBe(text);
    const blocks = [
      {
        type: 'rich_text',
        block_id: expect.stringMatching(/^.{5}$/),
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Hi ' },
              { type: 'user', user_id: 'U0MARCUS' },
              { type: 'text', text: ', ' },
              { type: 'text', text: 'bold ', style: { bold: true } },
              { type: 'text', text: 'both', style: { bold: true, italic: true } },
              { type: 'text', text: ' ' },
              { type: 'text', text: 'code', style: { code: true } },
              { type: 'text', text: ' ' },
              { type: 'emoji', name: 'eyes', unicode: '1f440' },
              { type: 'text', text: ' ' },
              { type: 'link', url: 'https://x.test', text: 'here' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 0,
            border: 0,
            elements: ['one', 'two'].map((item) => ({
              type: 'rich_text_section',
              elements: [{ type: 'text', text: item }],
            })),
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said' }] },
          { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: 'a < b' }] },
        ],
      },
    ];
    expect(event?.blocks).toEqual(blocks);
    expect((await newest(client))?.blocks).toEqual(event?.blocks);
    await bolt.stop();
  },
);
