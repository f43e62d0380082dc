import { z } from 'zod';
import { withIds } from '../blocks/elements-of.ts';
import { validateBlocks } from '../blocks/validate.ts';
import { argumentError, SlackError } from '../slack-error.ts';
import type { Json, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { type Formatting, formatText } from './format-text.ts';

/** docs.slack.dev/reference/methods/chat.postMessage, chat.postEphemeral and chat.update. */
export const TEXT_LIMIT = 40_000;
const UPDATE_TEXT_LIMIT = 4000;
const ATTACHMENTS = 100;
const MARKDOWN_LIMIT = 12_000;

interface MessageContent extends Formatting {
  text?: string | undefined;
  markdown_text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
}

/** chat.postMessage cuts a long text short, all others refuse it; only chat.postEphemeral refuses blocks in attachments. */
type Use = 'post' | 'update' | 'ephemeral' | 'schedule';

const Metadata = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });
const Objects = z.array(z.record(z.string(), z.unknown()));
/** One of these makes an attachment something that can be shown. */
const SHOWN = [
  'blocks',
  'text',
  'fallback',
  'pretext',
  'title',
  'fields',
  'image_url',
  'author_name',
  'footer',
  'actions',
];

export type Content = Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>;

/** As `readContent`; throws `no_text` when it says nothing. */
export function parseContent(world: World, given: MessageContent, use: Use): Content {
  const content = readContent(world, given, use);
  requireText(content);
  return content;
}

export function requireText({ text, blocks, attachments }: Pick<Content, 'text' | 'blocks' | 'attachments'>): void {
  const shown = attachments?.some((one) => SHOWN.some((name) => one[name] !== undefined && one[name] !== ''));
  if (text.trim() === '' && !blocks?.length && !shown) throw new SlackError('no_text');
}

/**
 * Checks what a message says. Throws `msg_too_long`, `invalid_blocks`, `invalid_blocks_format`, `markdown_text_conflict`,
 * `too_many_attachments`, `invalid_attachments`, `invalid_metadata_format`, `metadata_too_large`.
 */
export function readContent(world: World, given: MessageContent, use: Use): Content {
  if (given.markdown_text && (given.text || given.blocks)) throw new SlackError('markdown_text_conflict');
  checkMarkdown(given.markdown_text);
  const text = given.text || given.markdown_text || '';
  if (use !== 'post' && text.length > (use === 'update' && !given.markdown_text ? UPDATE_TEXT_LIMIT : TEXT_LIMIT)) {
    throw new SlackError('msg_too_long');
  }
  const markdown = given.markdown_text ? [{ type: 'markdown', text: given.markdown_text }] : undefined;
  const blocks = markdown ?? parseBlocks(given.blocks);
  const attachments = parseAttachments(given.attachments, use);
  const metadata = parseMetadata(given.metadata);
  return {
    text: formatText(world, text.slice(0, TEXT_LIMIT), given),
    ...(blocks?.length ? { blocks: withIds(blocks, world.ids) } : {}),
    ...(attachments?.length ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

export function checkMarkdown(markdown_text: string | undefined): void {
  if ((markdown_text?.length ?? 0) > MARKDOWN_LIMIT) throw new SlackError('msg_too_long');
}

export function parseBlocks(input: unknown): Json[] | undefined {
  if (input === undefined || input === null || input === '') return undefined;
  const parsed = Objects.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_blocks_format');
  const wrong = validateBlocks(parsed.data, 'message');
  if (wrong.length > 0) throw argumentError('invalid_blocks', wrong);
  return parsed.data;
}

function parseAttachments(input: unknown, use: Use): Json[] | undefined {
  if (input === undefined || input === null || input === '') return undefined;
  const parsed = Objects.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_attachments');
  if (parsed.data.length > ATTACHMENTS) throw new SlackError('too_many_attachments');
  if (use === 'ephemeral' && parsed.data.some((one) => one.blocks)) throw new SlackError('invalid_attachments');
  const wrong = parsed.data.flatMap((one, at) =>
    Array.isArray(one.blocks) ? validateBlocks(one.blocks, 'message', `/attachments/${at}/blocks`) : [],
  );
  if (wrong.length > 0) throw argumentError('invalid_attachments', wrong);
  return parsed.data;
}

/** Slack stores at most 16 KB of metadata with a message (docs.slack.dev/messaging/message-metadata). An empty object is none. */
export function parseMetadata(input: unknown): Message['metadata'] {
  if (input === undefined || input === null || input === '' || isEmptyObject(input)) return undefined;
  const parsed = Metadata.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > 16_384) throw new SlackError('metadata_too_large');
  return parsed.data;
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
