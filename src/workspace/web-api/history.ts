import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { describeMessage } from '../state/describe.ts';
import { isTopLevel, placeOf } from '../state/message-index.ts';
import { messageAt, repliesTo } from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import { type Call, count, flag, id, type Methods, method, ofKinds, requireKind, seen, text } from './method.ts';

const window = {
  channel: id,
  limit: count.optional(),
  cursor: z.string().optional(),
  latest: text.optional(),
  oldest: text.optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
};
type Window = {
  limit?: number | undefined;
  cursor?: string | undefined;
  latest?: string | undefined;
  oldest?: string | undefined;
  inclusive: boolean;
};

/** Items in one answer: docs.slack.dev/reference/methods/conversations.history and conversations.replies. */
const MOST = 999;
const DEFAULT = { history: 100, replies: 1000 };
const MOST_REPLIES = 1000;

export const history: Methods = {
  /** Newest first, without replies. */
  'conversations.history': method(z.object(window), ofKinds('history'), (call, args) => {
    const channel = readable(call, args.channel);
    const { from, until } = stretch(channel.messages, args);
    const limit = limitOf(args, DEFAULT.history, MOST);
    const start = args.cursor ? Math.min(until, edge(channel.messages, readCursor(args.cursor), true)) : until;
    const found: Message[] = [];
    for (let at = start - 1; at >= from && found.length <= limit; at -= 1) {
      const message = channel.messages[at];
      if (message && isTopLevel(message)) found.push(message);
    }
    return {
      ...pageOf(call, channel, found, limit, args.include_all_metadata),
      pin_count: channel.pins.length,
      channel_actions_ts: null,
      channel_actions_count: 0,
    };
  }),
  /** The root first, then its replies, oldest first. */
  'conversations.replies': method(z.object({ ...window, ts: z.string() }), ofKinds('history'), (call, args) => {
    const channel = readable(call, args.channel);
    const asked = messageAt(channel, args.ts);
    const root = asked?.thread_ts ? messageAt(channel, asked.thread_ts) : asked;
    if (!root) throw new SlackError('thread_not_found');
    const replies = repliesTo(channel, root.ts);
    const limit = limitOf(args, DEFAULT.replies, MOST_REPLIES);
    const { from, until } = stretch(replies, args);
    const start = args.cursor ? Math.max(from, placeOf(replies, readCursor(args.cursor))) : from;
    const first = args.cursor ? [] : [root];
    return pageOf(call, channel, [...first, ...replies.slice(start, until)], limit, args.include_all_metadata);
  }),
};

/** Only user tokens read public channels that they are not in. */
function readable(call: Call, id: string): Channel {
  const channel = seen(call, id);
  requireKind(call, channel, 'history');
  if (!channel.members.has(call.bot) && call.token?.kind !== 'user') throw new SlackError('not_in_channel');
  return channel;
}

/** `found` holds one more than is shown where there is more. */
function pageOf(call: Call, channel: Channel, found: Message[], limit: number, withMetadata: boolean) {
  const next = found[limit];
  return {
    messages: found.slice(0, limit).map((one) => describeMessage(call.world, channel, one, withMetadata)),
    has_more: next !== undefined,
    response_metadata: { next_cursor: next ? cursorAt(next.ts) : '' },
  };
}

/** Neither page names an error for a limit: more than Slack gives gets what it gives, 0 the usual. */
function limitOf({ limit }: Window, otherwise: number, most: number): number {
  const asked = limit || otherwise;
  if (asked < 0) throw new SlackError('invalid_limit');
  return Math.min(asked, most);
}

const TS = /^\d{1,10}(\.\d{1,6})?$/;

/** The places between `oldest` and `latest`. Throws `invalid_ts_oldest`, `invalid_ts_latest`. */
function stretch(messages: readonly Message[], { oldest, latest, inclusive }: Window): { from: number; until: number } {
  return {
    from: oldest === undefined ? 0 : edge(messages, full(oldest, 'invalid_ts_oldest'), !inclusive),
    until: latest === undefined ? messages.length : edge(messages, full(latest, 'invalid_ts_latest'), inclusive),
  };
}

function edge(messages: readonly Message[], ts: string, past: boolean): number {
  const at = placeOf(messages, ts);
  return past && messages[at]?.ts === ts ? at + 1 : at;
}

/** As a message's `ts` is written: `1700000000` and `1700000000.5` are instants too. */
function full(ts: string, refusal: string): string {
  if (!TS.test(ts)) throw new SlackError(refusal);
  const [whole = '', part = ''] = ts.split('.');
  return `${whole.padStart(10, '0')}.${part.padEnd(6, '0')}`;
}

/** A page begins at a message, so that what is said meanwhile does not shift the pages. */
const cursorAt = (ts: string): string => Buffer.from(`next_ts:${ts.replace('.', '')}`).toString('base64');

function readCursor(cursor: string): string {
  const [, whole, part] = /^next_ts:(\d{10})(\d{6})$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (whole === undefined) throw new SlackError('invalid_cursor');
  return `${whole}.${part}`;
}
