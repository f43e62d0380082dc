import { createHash } from 'node:crypto';
import { isNarrated } from '../message-index.ts';
import { messageAt, repliesTo, replyUsers } from '../messages.ts';
import type { Channel, Json, Message } from '../model.ts';
import type { World } from '../world.ts';
import { avatars } from './avatar.ts';
import { describeFiles } from './file.ts';
import { typedBlocks } from './rich-text.ts';

/** Slack's message object (docs.slack.dev/reference/events/message). Metadata is shown only to who asks for it. */
export function describeMessage(world: World, channel: Channel, message: Message, withMetadata = false): Json {
  const pin = channel.pins.find((one) => one.ts === message.ts);
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    // A message under another name has no user (docs.slack.dev/reference/events/message/bot_message).
    ...(message.subtype === 'bot_message' ? {} : { user: message.user }),
    ...(message.subtype === 'tombstone' ? { hidden: true } : {}),
    text: message.text,
    ts: message.ts,
    ...(isNarrated(message) ? {} : { team: world.team.id }),
    ...visitor(world, message),
    ...authorOf(world, channel, message),
    ...message.told,
    ...blocksOf(channel, message),
    ...(message.attachments ? { attachments: message.attachments.map(numbered) } : {}),
    ...(message.files ? { files: describeFiles(world, message.files), upload: false, display_as_bot: false } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...threadOf(world, channel, message),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }
      : {}),
    ...(pin ? { pinned_to: [channel.id] } : {}),
    ...(message.metadata && withMetadata ? { metadata: message.metadata } : {}),
  };
}

/** Slack numbers attachments, and says in words what a client that shows none of them would show. */
const numbered = (attachment: Json, index: number): Json => ({
  id: index + 1,
  fallback: typeof attachment.text === 'string' ? attachment.text : '[no preview available]',
  ...attachment,
});

/** Of somebody from another company Slack tells which. */
function visitor(world: World, { user }: Message): Json {
  const team = world.users.get(user)?.team_id ?? world.team.id;
  return team === world.team.id ? {} : { user_team: team, source_team: team };
}

/** Bots sign with their app; what a person typed has an id that their client gave it. */
function authorOf(world: World, channel: Channel, message: Message): Json {
  const { bot_id, app_id, username, icons, ts } = message;
  if (!bot_id) return isTyped(message) ? { client_msg_id: clientId(channel, ts) } : {};
  return {
    bot_id,
    app_id,
    bot_profile: botProfile(world),
    ...(username ? { username } : {}),
    ...(icons ? { icons } : {}),
  };
}

/** By a person, in Slack itself. */
const isTyped = ({ bot_id, subtype }: Message): boolean =>
  !bot_id && (!subtype || subtype === 'thread_broadcast' || subtype === 'file_share');

function blocksOf(channel: Channel, message: Message): Json {
  const blocks = message.blocks ?? (isTyped(message) ? typedBlocks(channel, message) : []);
  return blocks.length > 0 ? { blocks } : {};
}

function threadOf(world: World, channel: Channel, message: Message): Json {
  const { ts, thread_ts, subtype } = message;
  if (thread_ts && thread_ts !== ts) {
    const root = messageAt(channel, thread_ts);
    const shown = subtype === 'thread_broadcast' && root ? { root: describeMessage(world, channel, root) } : {};
    return { thread_ts, parent_user_id: root?.user, ...shown };
  }
  const replies = repliesTo(channel, ts);
  if (replies.length === 0) return thread_ts ? { thread_ts } : {};
  const reply_users = replyUsers(channel, ts);
  const { id: bot } = world.app.bot_user;
  const subscribed = message.user === bot || reply_users.includes(bot);
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: reply_users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users,
    is_locked: false,
    subscribed,
    ...(subscribed ? { last_read: replies.findLast((one) => one.user === bot)?.ts ?? ts } : {}),
  };
}

function botProfile(world: World): Json {
  const { app, team } = world;
  return {
    id: app.bot_id,
    app_id: app.id,
    user_id: app.bot_user.id,
    name: app.name,
    icons: avatars(world, app.bot_id, [36, 48, 72]),
    deleted: false,
    updated: world.users.get(app.bot_user.id)?.updated ?? 0,
    team_id: team.id,
  };
}

/** The same UUID for the same message, however often it is described. */
function clientId(channel: Channel, ts: string): string {
  const hex = createHash('sha1').update(`${channel.id} ${ts}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
