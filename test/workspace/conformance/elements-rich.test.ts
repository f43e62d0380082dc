import { blockKit, richText } from './block-kit.ts';
import { rule } from './rule.ts';

const { takes, refuses } = blockKit();
const at = '/blocks/0/elements/0';
const inner = `${at}/elements/0`;
const text = { type: 'text', text: 'a' };
const part = (type: string, more: Record<string, unknown> = {}) => ({
  type: 'rich_text',
  elements: [{ type, elements: [text], ...more }],
});
const section = (...elements: Record<string, unknown>[]) => ({ type: 'rich_text_section', elements });

rule(
  'element:rich_text_section',
  'holds texts, links, emoji and mentions',
  'docs.slack.dev/reference/block-kit/blocks/rich-text-block',
  async () => {
    await takes('message', part('rich_text_section'));
    await refuses('message', { type: 'rich_text', elements: [section(section(text))] }, `${inner}/type`);
  },
);

rule(
  'element:rich_text_list',
  'is bullet or ordered, of sections, indented up to eight',
  'docs.slack.dev/reference/block-kit/blocks/rich-text-block',
  async () => {
    const list = (more: Record<string, unknown>) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_list', style: 'bullet', elements: [section(text)], ...more }],
    });
    await takes('message', list({ style: 'ordered', indent: 8, offset: 2, border: 1 }));
    await refuses('message', list({ style: 'roman' }), `${at}/style`);
    await refuses('message', list({ indent: 9 }), `${at}/indent`);
    await refuses('message', list({ elements: [text] }), `${inner}/type`);
    await refuses('message', list({ style: undefined }), at, 'style');
  },
);

rule(
  'element:rich_text_quote',
  'holds what a section holds',
  'docs.slack.dev/reference/block-kit/blocks/rich-text-block',
  async () => {
    await takes('message', part('rich_text_quote', { border: 0 }));
    await refuses('message', part('rich_text_quote', { border: 2 }), `${at}/border`);
  },
);

rule(
  'element:rich_text_preformatted',
  'holds texts and links alone',
  'docs.slack.dev/reference/block-kit/blocks/rich-text-block',
  async () => {
    await takes('message', part('rich_text_preformatted'));
    await refuses(
      'message',
      part('rich_text_preformatted', { elements: [{ type: 'user', user_id: 'U1' }] }),
      `${inner}/type`,
    );
  },
);

rule(
  'element:text',
  'is not empty and is styled by five switches',
  'docs.slack.dev/reference/block-kit/block-elements/text-element',
  async () => {
    await takes(
      'message',
      richText({ ...text, style: { bold: true, italic: true, strike: true, code: true, underline: true } }),
    );
    await refuses('message', richText({ type: 'text', text: '' }), `${inner}/text`);
    await refuses('message', richText({ ...text, style: { bold: 'yes' } }), `${inner}/style/bold`);
    await refuses('message', richText({ ...text, style: { huge: true } }), `${inner}/style`, 'huge');
  },
);

rule(
  'element:link',
  'has an address and may have a text',
  'docs.slack.dev/reference/block-kit/block-elements/link-element',
  async () => {
    await takes(
      'message',
      richText({ type: 'link', url: 'https://e.test', text: 'E', unsafe: true, style: { bold: true } }),
    );
    await refuses('message', richText({ type: 'link', text: 'E' }), inner, 'url');
  },
);

rule('element:emoji', 'has a name', 'docs.slack.dev/reference/block-kit/block-elements/emoji-element', async () => {
  await takes('message', richText({ type: 'emoji', name: 'wave', unicode: '1f44b-1f3fd', skin_tone: 3 }));
  await refuses('message', richText({ type: 'emoji' }), inner, 'name');
});

rule(
  'element:user',
  'names a person',
  'docs.slack.dev/reference/block-kit/block-elements/user-mention-element',
  async () => {
    await takes('message', richText({ type: 'user', user_id: 'U1', style: { client_highlight: true } }));
    await refuses('message', richText({ type: 'user' }), inner, 'user_id');
  },
);

rule(
  'element:channel',
  'names a channel',
  'docs.slack.dev/reference/block-kit/block-elements/channel-mention-element',
  async () => {
    await takes('message', richText({ type: 'channel', channel_id: 'C1' }));
    await refuses('message', richText({ type: 'channel' }), inner, 'channel_id');
  },
);

rule(
  'element:usergroup',
  'names a user group',
  'docs.slack.dev/reference/block-kit/block-elements/user-group-mention-element',
  async () => {
    await takes('message', richText({ type: 'usergroup', usergroup_id: 'S1' }));
    await refuses('message', richText({ type: 'usergroup' }), inner, 'usergroup_id');
  },
);

rule(
  'element:team',
  'names a workspace',
  'docs.slack.dev/reference/block-kit/block-elements/team-mention-element',
  async () => {
    await takes('message', richText({ type: 'team', team_id: 'T1' }));
    await refuses('message', richText({ type: 'team' }), inner, 'team_id');
  },
);

rule(
  'element:broadcast',
  'is here, channel or everyone',
  'docs.slack.dev/reference/block-kit/block-elements/broadcast-element',
  async () => {
    for (const range of ['here', 'channel', 'everyone']) await takes('message', richText({ type: 'broadcast', range }));
    await refuses('message', richText({ type: 'broadcast', range: 'all' }), `${inner}/range`);
  },
);

rule('element:color', 'is a hex value', 'docs.slack.dev/reference/block-kit/block-elements/color-element', async () => {
  await takes('message', richText({ type: 'color', value: '#F405B3' }));
  await refuses('message', richText({ type: 'color', value: 'pink' }), `${inner}/value`);
});

rule(
  'element:date',
  'has seconds and a format',
  'docs.slack.dev/reference/block-kit/block-elements/date-element',
  async () => {
    await takes(
      'message',
      richText({
        type: 'date',
        timestamp: 1_720_710_212,
        format: '{date_long}',
        url: 'https://e.test',
        fallback: 'July',
      }),
    );
    await refuses(
      'message',
      richText({ type: 'date', timestamp: '1720710212', format: '{date}' }),
      `${inner}/timestamp`,
    );
    await refuses('message', richText({ type: 'date', timestamp: 1 }), inner, 'format');
  },
);

rule(
  'element:canvas',
  'names a canvas, perhaps a section of it',
  'docs.slack.dev/reference/block-kit/block-elements/canvas-element',
  async () => {
    await takes('message', richText({ type: 'canvas', file_id: 'F1', section_id: 'temp:C:1' }));
    await refuses('message', richText({ type: 'canvas' }), inner, 'file_id');
  },
);
