import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { describeMessage } from '../state/describe.ts';
import { visibleFile } from '../state/files.ts';
import { isReply } from '../state/message-index.ts';
import {
  broadcast,
  changeMessage,
  deleteMessage,
  existingMessage,
  postEphemeral,
  postMessage,
} from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import { permalink } from '../state/permalink.ts';
import { type Content, parseContent, readContent, requireText, TEXT_LIMIT } from './message-payload.ts';
import { type Call, commaList, flag, id, type Methods, method, seen, text } from './method.ts';
import { accepted, author, content, customized, own, target } from './posting.ts';

const inThread = { thread_ts: text.optional() };
const Update = z.object({
  channel: id,
  ts: text,
  ...content,
  file_ids: commaList.optional(),
  reply_broadcast: flag.default(false),
});

export const chat: Methods = {
  'chat.postMessage': method(
    z.object({
      channel: id,
      ...content,
      ...inThread,
      ...customized,
      ...accepted,
      reply_broadcast: flag.default(false),
    }),
    ['chat:write'],
    (call, args) => {
      const channel = target(call, args.channel);
      const made = { ...parseContent(call.world, args, 'post'), ...author(call, args) };
      const message = postMessage(call.world, channel, { ...made, ...threaded(args) });
      const described = describeMessage(call.world, channel, message, true);
      return { channel: channel.id, ts: message.ts, message: described, ...cutShort(args.text) };
    },
  ),
  'chat.postEphemeral': method(
    z.object({ channel: id, user: text, ...content, ...inThread, ...customized }),
    ['chat:write'],
    (call, args) => {
      const channel = target(call, args.channel);
      const user = call.world.users.get(args.user);
      if (!user || user.deleted || !channel.members.has(args.user)) throw new SlackError('user_not_in_channel');
      const made = { ...parseContent(call.world, args, 'ephemeral'), ...author(call, args) };
      const message = postEphemeral(call.world, channel, args.user, { ...made, ...threaded(args) });
      return { message_ts: message.ts };
    },
  ),
  'chat.meMessage': method(z.object({ channel: id, text: z.string() }), ['chat:write'], (call, args) => {
    const channel = target(call, args.channel);
    const made = parseContent(call.world, { text: args.text }, 'ephemeral');
    const message = postMessage(call.world, channel, { ...made, ...author(call), subtype: 'me_message' });
    return { channel: channel.id, ts: message.ts };
  }),
  'chat.update': method(Update, ['chat:write'], (call, args) => {
    const { channel, message } = own(call, args.channel, args.ts, 'cant_update_message');
    if (channel.is_archived) throw new SlackError('is_inactive');
    if (message.stream) throw new SlackError('streaming_state_conflict');
    update(call, channel, message, args);
    const described = describeMessage(call.world, channel, message, true);
    return { channel: channel.id, ts: message.ts, text: message.text, message: described };
  }),
  'chat.delete': method(z.object({ channel: id, ts: text }), ['chat:write'], (call, args) => {
    const { channel, message } = own(call, args.channel, args.ts, 'cant_delete_message');
    deleteMessage(call.world, channel, message);
    return { channel: channel.id, ts: args.ts };
  }),
  'chat.getPermalink': method(z.object({ channel: id, message_ts: text }), [], (call, args) => {
    const channel = seen(call, args.channel);
    const message = existingMessage(channel, args.message_ts);
    return { channel: channel.id, permalink: permalink(call.world, channel, message) };
  }),
};

export function threaded({
  thread_ts,
  reply_broadcast,
}: {
  thread_ts?: string | undefined;
  reply_broadcast?: boolean;
}) {
  if (!thread_ts) return {};
  return { thread_ts, ...(reply_broadcast ? { subtype: 'thread_broadcast' } : {}) };
}

/** Slack posts a longer text cut short, and says so. */
function cutShort(given: string | undefined) {
  if ((given?.length ?? 0) <= TEXT_LIMIT) return {};
  return { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } };
}

function update(call: Call, channel: Channel, message: Message, args: z.output<typeof Update>): void {
  const said = [args.text, args.markdown_text, args.blocks, args.attachments, args.metadata, args.file_ids];
  const silent = said.every((one) => one === undefined);
  if (args.reply_broadcast) {
    if (!silent) throw new SlackError('no_dual_broadcast_content_update');
    if (!isReply(message) || message.subtype === 'thread_broadcast') throw new SlackError('cant_broadcast_message');
    broadcast(call.world, channel, message);
    return;
  }
  if (silent) throw new SlackError('no_text');
  const files = args.file_ids?.map((id) => visibleFile(call.world, id, call.bot).id);
  const made = replaced(message, args, readContent(call.world, args, 'update'));
  if (!files?.length && !message.files?.length) requireText(made);
  changeMessage(call.world, channel, message, { ...made, ...(files ? { files } : {}) }, call.bot);
}

/** Text alone takes blocks and attachments away; what is not given otherwise stays, metadata in any case. An empty list or object removes. */
function replaced(old: Message, args: z.output<typeof Update>, made: Content) {
  const worded = args.text !== undefined || args.markdown_text !== undefined;
  const { blocks, attachments, metadata } = worded ? { ...old, blocks: undefined, attachments: undefined } : old;
  return {
    text: worded ? made.text : old.text,
    blocks: args.blocks !== undefined || args.markdown_text ? made.blocks : blocks,
    attachments: args.attachments === undefined ? attachments : made.attachments,
    metadata: args.metadata === undefined ? metadata : made.metadata,
  };
}
