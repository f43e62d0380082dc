import { z } from 'zod';
import { withIds } from '../blocks/elements-of.ts';
import { validateBlocks } from '../blocks/validate.ts';
import { argumentError, SlackError } from '../slack-error.ts';
import type { Json, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** docs.slack.dev/reference/methods/chat.postMessage and chat.update. */
const TEXT_LIMIT = 40_000;
const UPDATE_TEXT_LIMIT = 4000;
const ATTACHMENTS = 100;
const MARKDOWN_LIMIT = 12_000;

export interface MessageContent {
  text?: string | undefined;
  markdown_text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
}

const Metadata = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });
const Objects = z.array(z.record(z.string(), z.unknown()));

type Content = Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>;

/**
 * Checks what a message says. Throws `no_text`, `msg_too_long`, `invalid_blocks`, `invalid_blocks_format`,
 * `markdown_text_conflict`, `too_many_attachments`, `invalid_metadata_format`, `metadata_too_large`.
 */
export function parseContent(world: World, given: MessageContent, use: 'post' | 'update'): Content {
  if (given.markdown_text && (given.text || given.blocks)) throw new SlackError('markdown_text_conflict');
  if ((given.markdown_text?.length ?? 0) > MARKDOWN_LIMIT) throw new SlackError('msg_too_long');
  const markdown = given.markdown_text ? [{ type: 'markdown', text: given.markdown_text }] : undefined;
  const blocks = markdown ?? parseBlocks(given.blocks);
  const attachments = parseAttachments(given.attachments);
  const text = given.text ?? given.markdown_text ?? '';
  if (text.trim() === '' && !blocks?.length && !attachments?.length) throw new SlackError('no_text');
  if (text.length > (use === 'update' ? UPDATE_TEXT_LIMIT : TEXT_LIMIT)) throw new SlackError('msg_too_long');
  const metadata = parseMetadata(given.metadata);
  return {
    text,
    ...(blocks?.length ? { blocks: withIds(blocks, world.ids) } : {}),
    ...(attachments?.length ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

function parseBlocks(input: unknown): Json[] | undefined {
  if (input === undefined || input === null) return undefined;
  const parsed = Objects.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_blocks_format');
  const wrong = validateBlocks(parsed.data, 'message');
  if (wrong.length > 0) throw argumentError('invalid_blocks', wrong);
  return parsed.data;
}

function parseAttachments(input: unknown): Json[] | undefined {
  if (input === undefined || input === null) return undefined;
  const parsed = Objects.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_attachments');
  if (parsed.data.length > ATTACHMENTS) throw new SlackError('too_many_attachments');
  const wrong = parsed.data.flatMap((one, at) =>
    Array.isArray(one.blocks) ? validateBlocks(one.blocks, 'message', `/attachments/${at}/blocks`) : [],
  );
  if (wrong.length > 0) throw argumentError('invalid_attachments', wrong);
  return parsed.data;
}

/** Slack stores at most 16 KB of metadata with a message (docs.slack.dev/messaging/message-metadata). */
function parseMetadata(input: unknown): Message['metadata'] {
  if (input === undefined || input === null) return undefined;
  const parsed = Metadata.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > 16_384) throw new SlackError('metadata_too_large');
  return parsed.data;
}
