import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { seconds } from '../state/clock.ts';
import { describeMessage } from '../state/describe.ts';
import { existingMessage, react, unreact } from '../state/messages.ts';
import type { Bookmark, Channel } from '../state/model.ts';
import { type Call, flag, joined, type Methods, method, seen, text } from './method.ts';

/** Bookmarks, pins and reactions: what people and apps leave on channels and messages. */
const MOST_PINS = 100;
const MOST_BOOKMARKS = 100;
const reaction = z.string().regex(/^[a-z0-9_+'-]+(::skin-tone-\d)?$/);

export const marks: Methods = {
  'bookmarks.add': method(
    z.object({ channel_id: text, title: text, type: text, link: z.string().optional(), emoji: z.string().optional() }),
    ['bookmarks:write'],
    (call, args) => {
      const channel = joined(call, args.channel_id);
      if (args.type !== 'link') throw new SlackError('invalid_bookmark_type');
      if (!args.link || !/^https?:\/\//.test(args.link)) throw new SlackError('invalid_link');
      if (channel.bookmarks.length >= MOST_BOOKMARKS) throw new SlackError('too_many_bookmarks');
      const now = seconds(call.world.clock.now());
      const { title, link, emoji } = args;
      const made = { id: call.world.ids.next('Bk'), channel_id: channel.id, title, link, created: now, updated: now };
      const bookmark: Bookmark = { ...made, type: 'link', ...(emoji ? { emoji } : {}) };
      channel.bookmarks.push(bookmark);
      call.world.changes.tell({ type: 'channel_changed', channel });
      return { bookmark };
    },
  ),
  'bookmarks.edit': method(
    z.object({
      channel_id: text,
      bookmark_id: text,
      title: text.optional(),
      link: text.optional(),
      emoji: z.string().optional(),
    }),
    ['bookmarks:write'],
    (call, args) => {
      const channel = joined(call, args.channel_id);
      const bookmark = bookmarkIn(channel, args.bookmark_id);
      if (args.link !== undefined && !/^https?:\/\//.test(args.link)) throw new SlackError('invalid_link');
      bookmark.title = args.title ?? bookmark.title;
      bookmark.link = args.link ?? bookmark.link;
      if (args.emoji !== undefined) bookmark.emoji = args.emoji;
      bookmark.updated = seconds(call.world.clock.now());
      call.world.changes.tell({ type: 'channel_changed', channel });
      return { bookmark };
    },
  ),
  'bookmarks.list': method(z.object({ channel_id: text }), ['bookmarks:read'], (call, args) => ({
    bookmarks: seen(call, args.channel_id).bookmarks,
  })),
  'bookmarks.remove': method(z.object({ channel_id: text, bookmark_id: text }), ['bookmarks:write'], (call, args) => {
    const channel = joined(call, args.channel_id);
    const gone = bookmarkIn(channel, args.bookmark_id);
    channel.bookmarks = channel.bookmarks.filter((one) => one !== gone);
    call.world.changes.tell({ type: 'channel_changed', channel });
    return {};
  }),
  'pins.add': method(z.object({ channel: text, timestamp: text }), ['pins:write'], (call, args) => {
    const channel = joined(call, args.channel);
    const message = existingMessage(channel, args.timestamp);
    if (channel.pins.some((pin) => pin.ts === message.ts)) throw new SlackError('already_pinned');
    if (channel.pins.length >= MOST_PINS) throw new SlackError('too_many_pins');
    channel.pins.push({ ts: message.ts, user: call.bot, created: seconds(call.world.clock.now()) });
    call.world.changes.tell({ type: 'pin', added: true, channel, message, user: call.bot });
    return {};
  }),
  'pins.remove': method(z.object({ channel: text, timestamp: text }), ['pins:write'], (call, args) => {
    const channel = joined(call, args.channel);
    const message = existingMessage(channel, args.timestamp);
    if (!channel.pins.some((pin) => pin.ts === message.ts)) throw new SlackError('no_pin');
    channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts);
    call.world.changes.tell({ type: 'pin', added: false, channel, message, user: call.bot });
    return {};
  }),
  'pins.list': method(z.object({ channel: text }), ['pins:read'], (call, args) => {
    const channel = joined(call, args.channel);
    const items = channel.pins.map((pin) => ({
      type: 'message',
      channel: channel.id,
      created: pin.created,
      created_by: pin.user,
      message: describeMessage(call.world, channel, existingMessage(channel, pin.ts)),
    }));
    return { items };
  }),
  'reactions.add': method(
    z.object({ channel: text, timestamp: text, name: text }),
    ['reactions:write'],
    (call, args) => {
      const { channel, message } = reactable(call, args);
      react(call.world, channel, message, call.bot, args.name);
      return {};
    },
  ),
  'reactions.remove': method(
    z.object({ channel: text, timestamp: text, name: text }),
    ['reactions:write'],
    (call, args) => {
      const { channel, message } = reactable(call, args);
      unreact(call.world, channel, message, call.bot, args.name);
      return {};
    },
  ),
  'reactions.get': method(
    z.object({ channel: text, timestamp: text, full: flag.optional() }),
    ['reactions:read'],
    (call, args) => {
      const channel = joined(call, args.channel);
      const message = existingMessage(channel, args.timestamp);
      return { type: 'message', channel: channel.id, message: describeMessage(call.world, channel, message) };
    },
  ),
};

function reactable(call: Call, args: { channel: string; timestamp: string; name: string }) {
  const channel = joined(call, args.channel);
  if (!reaction.safeParse(args.name).success) throw new SlackError('invalid_name');
  return { channel, message: existingMessage(channel, args.timestamp) };
}

function bookmarkIn(channel: Channel, id: string): Bookmark {
  const bookmark = channel.bookmarks.find((one) => one.id === id);
  if (!bookmark) throw new SlackError('bookmark_not_found');
  return bookmark;
}
