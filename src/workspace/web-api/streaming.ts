import { z } from 'zod';
import { withIds } from '../blocks/elements-of.ts';
import { SlackError } from '../slack-error.ts';
import { describeMessage } from '../state/describe.ts';
import { changeMessage, messageAt, postMessage } from '../state/messages.ts';
import type { Channel, Json, Message, MessageStream } from '../state/model.ts';
import { blocksOf, type Chunk, endLater, grow, newStream, textOf, withChunks } from '../state/streaming.ts';
import { formatText } from './format-text.ts';
import { checkMarkdown, parseBlocks, parseMetadata, requireText } from './message-payload.ts';
import { type Call, id, loose, type Methods, method, seen, text } from './method.ts';
import { author, customized, postable } from './posting.ts';

/** docs.slack.dev/reference/methods/chat.stopStream: so many blocks by chunks, and so many again with `blocks`. */
const BLOCKS = 50;

const Chunks = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('markdown_text'), text: z.string() }),
    z.object({
      type: z.literal('task_update'),
      id: z.string().min(1),
      title: z.string().min(1),
      status: z.enum(['pending', 'in_progress', 'complete', 'error']),
      details: z.string().optional(),
      output: z.string().optional(),
      sources: z.array(z.object({ type: z.literal('url'), url: z.url(), text: z.string() })).optional(),
    }),
    z.object({ type: z.literal('plan_update'), title: z.string().min(1) }),
    z.object({ type: z.literal('blocks'), blocks: z.unknown() }),
  ]),
);

const said = { markdown_text: z.string().optional(), chunks: loose.optional() };
const place = { channel: id, ts: text };

export const streaming: Methods = {
  'chat.startStream': method(
    z.object({
      channel: id,
      thread_ts: text,
      ...said,
      ...customized,
      recipient_user_id: text.optional(),
      recipient_team_id: text.optional(),
      task_display_mode: z.enum(['timeline', 'plan', 'dense']).default('timeline'),
    }),
    ['chat:write'],
    (call, args) => {
      forBots(call);
      const channel = postable(call, seen(call, args.channel));
      checkRecipient(call, channel, args);
      const stream = grown(call, newStream(args.task_display_mode), args);
      const { thread_ts } = args;
      const made = { ...shown(call, stream), ...author(call, args), stream, thread_ts };
      const message = postMessage(call.world, channel, made);
      endLater(call.world, channel, message);
      return { channel: channel.id, ts: message.ts };
    },
  ),
  'chat.appendStream': method(z.object({ ...place, ...said }), ['chat:write'], (call, args) => {
    const { channel, message, stream } = streamed(call, args);
    if (!args.markdown_text && !args.chunks) throw new SlackError('no_text');
    const longer = grown(call, stream, args);
    grow(call.world, channel, message, longer, shown(call, longer).text);
    return { channel: channel.id, ts: message.ts };
  }),
  'chat.stopStream': method(
    z.object({ ...place, ...said, blocks: loose.optional(), metadata: loose.optional() }),
    ['chat:write'],
    (call, args) => {
      const { channel, message, stream } = streamed(call, args);
      const whole = grown(call, stream, args);
      const last = blocksFrom(call, args.blocks);
      const metadata = parseMetadata(args.metadata);
      const { text, blocks } = shown(call, whole);
      const made = { text, blocks: [...blocks, ...last], stream: undefined, ...(metadata ? { metadata } : {}) };
      requireText(made);
      changeMessage(call.world, channel, message, made, call.bot);
      return { channel: channel.id, ts: message.ts, message: describeMessage(call.world, channel, message, true) };
    },
  ),
};

type Said = { markdown_text?: string | undefined; chunks?: unknown };

function shown(call: Call, stream: MessageStream): { text: string; blocks: Json[] } {
  return { text: formatText(call.world, textOf(stream), {}), blocks: blocksOf(stream) };
}

/** Throws `msg_too_long`, `invalid_chunks`, `invalid_blocks`, `msg_blocks_too_many`. */
function grown(call: Call, stream: MessageStream, { markdown_text, chunks }: Said): MessageStream {
  checkMarkdown(markdown_text);
  const parsed = Chunks.safeParse(chunks === undefined || chunks === '' ? [] : chunks);
  if (!parsed.success) throw new SlackError('invalid_chunks');
  const first: Chunk[] = markdown_text ? [{ type: 'markdown_text', text: markdown_text }] : [];
  const rest = parsed.data.map((chunk): Chunk => {
    if (chunk.type === 'markdown_text') checkMarkdown(chunk.text);
    return chunk.type === 'blocks' ? { type: 'blocks', blocks: blocksFrom(call, chunk.blocks) } : chunk;
  });
  const made = withChunks(call.world, stream, [...first, ...rest]);
  const count = made.parts.reduce((sum, part) => sum + (part.is === 'blocks' ? part.blocks.length : 0), 0);
  if (count > BLOCKS) throw new SlackError('msg_blocks_too_many');
  return made;
}

function blocksFrom(call: Call, input: unknown): Json[] {
  if (Array.isArray(input) && input.length > BLOCKS) throw new SlackError('msg_blocks_too_many');
  return withIds(parseBlocks(input) ?? [], call.world.ids);
}

/** Only apps stream, in their own name. */
function forBots({ token }: Call): void {
  if (token?.kind === 'user') throw new SlackError('not_allowed_token_type');
}

function checkRecipient(
  { world }: Call,
  channel: Channel,
  {
    recipient_user_id,
    recipient_team_id,
  }: { recipient_user_id?: string | undefined; recipient_team_id?: string | undefined },
): void {
  if (recipient_user_id !== undefined && !world.users.has(recipient_user_id)) throw new SlackError('user_not_found');
  if (channel.kind === 'im') return;
  if (recipient_user_id === undefined) throw new SlackError('missing_recipient_user_id');
  if (recipient_team_id === undefined) throw new SlackError('missing_recipient_team_id');
}

function streamed(
  call: Call,
  { channel: id, ts }: { channel: string; ts: string },
): { channel: Channel; message: Message; stream: MessageStream } {
  forBots(call);
  const channel = postable(call, seen(call, id));
  const message = messageAt(channel, ts);
  if (!message || message.subtype === 'tombstone') throw new SlackError('message_not_found');
  if (message.user !== call.bot) throw new SlackError('message_not_owned_by_app');
  if (!message.stream) throw new SlackError('message_not_in_streaming_state');
  return { channel, message, stream: message.stream };
}
