import { createHash } from 'node:crypto';
import { emojiOf } from '../../page/mrkdwn/emoji.ts';
import type { Block, Inline } from '../../page/mrkdwn/nodes.ts';
import { parseMrkdwn } from '../../page/mrkdwn/parse-mrkdwn.ts';
import type { Channel, Json, Message } from '../model.ts';

/** What Slack's own clients send beside the text a person typed: the same words as a `rich_text` block (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
export function typedBlocks(channel: Channel, { ts, text }: Pick<Message, 'ts' | 'text'>): Json[] {
  const elements = sections(parseMrkdwn(text));
  if (elements.length === 0) return [];
  const block_id = createHash('sha1').update(`rich ${channel.id} ${ts}`).digest('base64url').slice(0, 5);
  return [{ type: 'rich_text', block_id, elements }];
}

function sections(blocks: Block[]): Json[] {
  const out: Json[] = [];
  let items: Json[] | null = null;
  for (const block of blocks) {
    if (block.type === 'hanging') {
      if (!items) {
        items = [];
        out.push({ type: 'rich_text_list', style: 'bullet', indent: 0, border: 0, elements: items });
      }
      items.push({ type: 'rich_text_section', elements: inline(withoutBullet(block.children)) });
      continue;
    }
    items = null;
    if (block.type === 'paragraph') out.push({ type: 'rich_text_section', elements: inline(block.children) });
    else if (block.type === 'quote') out.push({ type: 'rich_text_quote', elements: inline(quoted(block.children)) });
    else if (block.type === 'pre') {
      out.push({ type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: block.text }] });
    }
  }
  return out;
}

const quoted = (blocks: Block[]): Inline[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? block.children : []));

function withoutBullet([first, ...rest]: Inline[]): Inline[] {
  return first?.type === 'text' ? [{ ...first, text: first.text.replace(/^\s*\S\s/, '') }, ...rest] : [];
}

type Style = { bold?: true; italic?: true; strike?: true; code?: true };

const inline = (nodes: Inline[], style: Style = {}): Json[] => nodes.flatMap((node) => elementOf(node, style));

function elementOf(node: Inline, style: Style): Json[] {
  const styled = Object.keys(style).length > 0 ? { style } : {};
  switch (node.type) {
    case 'text':
      return node.text === '' ? [] : [{ type: 'text', text: node.text, ...styled }];
    case 'code':
      return [{ type: 'text', text: node.text, style: { ...style, code: true } }];
    case 'bold':
    case 'italic':
    case 'strike':
      return inline(node.children, { ...style, [node.type]: true });
    case 'underline':
      return inline(node.children, style);
    case 'link': {
      const [label] = node.children;
      const text = label?.type === 'text' && label.text !== node.url ? { text: label.text } : {};
      return [{ type: 'link', url: node.url, ...text, ...styled }];
    }
    case 'user':
      return [{ type: 'user', user_id: node.id, ...styled }];
    case 'channel':
      return [{ type: 'channel', channel_id: node.id, ...styled }];
    case 'group':
      return /^@(here|channel|everyone)$/.test(node.label)
        ? [{ type: 'broadcast', range: node.label.slice(1), ...styled }]
        : [{ type: 'text', text: node.label, ...styled }];
    case 'date':
      return [{ type: 'date', timestamp: node.ts, format: node.format, fallback: node.fallback, ...styled }];
    case 'emoji':
      return [{ type: 'emoji', name: node.name, ...unicodeOf(node.name), ...styled }];
    case 'image':
      return [];
  }
}

function unicodeOf(name: string): { unicode?: string } {
  const sign = emojiOf(name);
  return sign ? { unicode: [...sign].map((one) => (one.codePointAt(0) ?? 0).toString(16)).join('-') } : {};
}
