import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { openDm, visibleChannel } from '../state/channels.ts';
import { describeMessage } from '../state/describe.ts';
import {
  changeMessage,
  deleteMessage,
  existingMessage,
  messageAt,
  postEphemeral,
  postMessage,
} from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import { permalink } from '../state/permalink.ts';
import { parseContent } from './message-payload.ts';
import { type Call, flag, loose, type Methods, method, seen, text } from './method.ts';

const content = {
  text: z.string().optional(),
  markdown_text: z.string().optional(),
  blocks: loose.optional(),
  attachments: loose.optional(),
  metadata: loose.optional(),
};

export const chat: Methods = {
  'chat.postMessage': method(
    z.object({ channel: text, ...content, thread_ts: text.optional(), reply_broadcast: flag.default(false) }),
    ['chat:write'],
    (call, args) => {
      const channel = target(call, args.channel);
      const made = parseContent(call.world, args, 'post');
      const thread = args.thread_ts ? { thread_ts: args.thread_ts } : {};
      const broadcast = args.thread_ts && args.reply_broadcast ? { subtype: 'thread_broadcast' } : {};
      const message = postMessage(call.world, channel, { ...made, ...author(call), ...thread, ...broadcast });
      return { channel: channel.id, ts: message.ts, message: describeMessage(call.world, channel, message, true) };
    },
  ),
  'chat.postEphemeral': method(
    z.object({ channel: text, user: text, ...content, thread_ts: text.optional() }),
    ['chat:write'],
    (call, args) => {
      const channel = target(call, args.channel);
      const user = call.world.users.get(args.user);
      if (!user || user.deleted || !channel.members.has(args.user)) throw new SlackError('user_not_in_channel');
      const made = parseContent(call.world, args, 'post');
      const thread = args.thread_ts ? { thread_ts: args.thread_ts } : {};
      const message = postEphemeral(call.world, channel, args.user, { ...made, ...author(call), ...thread });
      return { message_ts: message.ts };
    },
  ),
  'chat.update': method(z.object({ channel: text, ts: text, ...content }), ['chat:write'], (call, args) => {
    const channel = seen(call, args.channel);
    const message = own(call, channel, args.ts, 'cant_update_message');
    if (channel.is_archived) throw new SlackError('is_archived');
    // Text alone takes blocks and attachments away, as in Slack; metadata stays unless it is given.
    const old = args.text === undefined && args.markdown_text === undefined ? message : null;
    const made = parseContent(
      call.world,
      {
        ...args,
        text: old ? old.text : args.text,
        blocks: args.blocks ?? old?.blocks,
        attachments: args.attachments ?? old?.attachments,
      },
      'update',
    );
    const { blocks, attachments } = made;
    changeMessage(call.world, channel, message, { ...made, blocks, attachments }, call.bot);
    const described = describeMessage(call.world, channel, message, true);
    return { channel: channel.id, ts: message.ts, text: message.text, message: described };
  }),
  'chat.delete': method(z.object({ channel: text, ts: text }), ['chat:write'], (call, args) => {
    const channel = seen(call, args.channel);
    deleteMessage(call.world, channel, own(call, channel, args.ts, 'cant_delete_message'));
    return { channel: channel.id, ts: args.ts };
  }),
  'chat.getPermalink': method(z.object({ channel: text, message_ts: text }), [], (call, args) => {
    const channel = seen(call, args.channel);
    const message = existingMessage(channel, args.message_ts);
    return { channel: channel.id, permalink: permalink(call.world, channel, message) };
  }),
};

/** A channel id, a `#name`, or a person (their direct message). */
function target(call: Call, to: string): Channel {
  const { world, bot } = call;
  const user = world.users.get(to);
  if (user?.deleted) throw new SlackError('user_not_found');
  if (user) return openDm(world, bot, to).channel;
  const name = to.replace(/^#/, '');
  const named = [...world.channels.values()].find((one) => one.kind !== 'im' && one.name === name);
  const channel = visibleChannel(world, named?.id ?? to, bot);
  if (channel.is_archived) throw new SlackError('is_archived');
  const anywhere = channel.kind === 'public' && world.app.scopes.includes('chat:write.public');
  if (!channel.members.has(bot) && !anywhere) throw new SlackError('not_in_channel');
  return channel;
}

function own(call: Call, channel: Channel, ts: string, refusal: string): Message {
  const message = messageAt(channel, ts);
  if (!message) throw new SlackError('message_not_found');
  if (message.user !== call.bot) throw new SlackError(refusal);
  return message;
}

function author(call: Call) {
  return { user: call.bot, bot_id: call.world.app.bot_id, app_id: call.world.app.id };
}
