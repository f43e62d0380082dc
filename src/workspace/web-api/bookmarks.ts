import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { seconds } from '../state/clock.ts';
import type { Bookmark, Channel, Json } from '../state/model.ts';
import { type Call, joined, type Methods, method, seen, text } from './method.ts';

const MOST_BOOKMARKS = 100;
const EMOJI = /^:[a-z0-9_+'-]+:$/;

const Changes = { link: z.string().optional(), emoji: z.string().optional() };
const Place = { channel_id: text, bookmark_id: text };

export const bookmarks: Methods = {
  'bookmarks.add': method(
    z.object({ channel_id: text, title: text, type: text, ...Changes }),
    ['bookmarks:write'],
    (call, args) => {
      const channel = joined(call, args.channel_id);
      if (args.type !== 'link') throw new SlackError('invalid_bookmark_type');
      const link = linkOf(args.link ?? '');
      const emoji = emojiOf(args.emoji);
      if (channel.bookmarks.length >= MOST_BOOKMARKS) throw new SlackError('too_many_bookmarks');
      const bookmark: Bookmark = {
        id: call.world.ids.next('Bk'),
        channel_id: channel.id,
        title: args.title,
        link,
        type: 'link',
        created: seconds(call.world.clock.now()),
        updated: 0,
        updated_by: call.bot,
        ...(emoji ? { emoji } : {}),
      };
      channel.bookmarks.push(bookmark);
      return changed(call, channel, bookmark);
    },
  ),
  'bookmarks.edit': method(
    z.object({ ...Place, title: text.optional(), ...Changes }),
    ['bookmarks:write'],
    (call, args) => {
      const channel = joined(call, args.channel_id);
      const bookmark = bookmarkIn(channel, args.bookmark_id);
      const link = args.link === undefined ? bookmark.link : linkOf(args.link);
      const emoji = emojiOf(args.emoji);
      bookmark.title = args.title ?? bookmark.title;
      bookmark.link = link;
      if (emoji) bookmark.emoji = emoji;
      bookmark.updated = seconds(call.world.clock.now());
      bookmark.updated_by = call.bot;
      return changed(call, channel, bookmark);
    },
  ),
  'bookmarks.list': method(z.object({ channel_id: text }), ['bookmarks:read'], (call, args) => {
    const channel = seen(call, args.channel_id);
    return { bookmarks: channel.bookmarks.map((one) => describeBookmark(call, channel, one)) };
  }),
  'bookmarks.remove': method(z.object(Place), ['bookmarks:write'], (call, args) => {
    const channel = joined(call, args.channel_id);
    const gone = bookmarkIn(channel, args.bookmark_id);
    channel.bookmarks = channel.bookmarks.filter((one) => one !== gone);
    call.world.changes.tell({ type: 'channel_changed', channel });
    return {};
  }),
};

function changed(call: Call, channel: Channel, bookmark: Bookmark): Json {
  call.world.changes.tell({ type: 'channel_changed', channel });
  return { bookmark: describeBookmark(call, channel, bookmark) };
}

function describeBookmark(call: Call, channel: Channel, bookmark: Bookmark): Json {
  const { id, channel_id, title, link, emoji, type, created, updated, updated_by } = bookmark;
  return {
    id,
    channel_id,
    title,
    link,
    emoji: emoji ?? '',
    icon_url: '',
    type,
    entity_id: null,
    date_created: created,
    date_updated: updated,
    rank: channel.bookmarks.indexOf(bookmark).toString(36).padStart(2, '0'),
    last_updated_by_user_id: updated_by,
    last_updated_by_team_id: call.world.team.id,
    shortcut_id: null,
    app_id: null,
  };
}

function linkOf(link: string): string {
  if (!/^https?:\/\/[^\s]+$/.test(link)) throw new SlackError('invalid_link');
  return link;
}

function emojiOf(emoji: string | undefined): string | undefined {
  if (emoji && !EMOJI.test(emoji)) throw new SlackError('invalid_emoji');
  return emoji;
}

function bookmarkIn(channel: Channel, id: string): Bookmark {
  const bookmark = channel.bookmarks.find((one) => one.id === id);
  if (!bookmark) throw new SlackError('not_found');
  return bookmark;
}
