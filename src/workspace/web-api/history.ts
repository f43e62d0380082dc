import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { describeMessage } from '../state/describe.ts';
import { messageAt, repliesTo } from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import { type Call, flag, type Methods, method, ofKinds, page, paged, requireKind, seen, text } from './method.ts';

const window = {
  channel: text,
  ...page,
  latest: text.optional(),
  oldest: text.optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
};
type Window = { latest?: string | undefined; oldest?: string | undefined; inclusive: boolean };

export const history: Methods = {
  /** Newest first, without replies. */
  'conversations.history': method(z.object(window), ofKinds('history'), (call, args) => {
    const channel = readable(call, args.channel);
    const top = channel.messages.filter(
      (one) => !one.thread_ts || one.thread_ts === one.ts || one.subtype === 'thread_broadcast',
    );
    const { items, response_metadata } = paged(within(top, args).reverse(), args, 999);
    return {
      messages: items.map((one) => describeMessage(call.world, channel, one, args.include_all_metadata)),
      has_more: response_metadata.next_cursor !== '',
      pin_count: channel.pins.length,
      channel_actions_ts: null,
      channel_actions_count: 0,
      response_metadata,
    };
  }),
  /** The root first, then its replies, oldest first. */
  'conversations.replies': method(z.object({ ...window, ts: text }), ofKinds('history'), (call, args) => {
    const channel = readable(call, args.channel);
    const asked = messageAt(channel, args.ts);
    const root = asked?.thread_ts ? messageAt(channel, asked.thread_ts) : asked;
    if (!root) throw new SlackError('thread_not_found');
    const { items, response_metadata } = paged([root, ...within(repliesTo(channel, root.ts), args)], args);
    return {
      messages: items.map((one) => describeMessage(call.world, channel, one, args.include_all_metadata)),
      has_more: response_metadata.next_cursor !== '',
      response_metadata,
    };
  }),
};

function readable(call: Call, id: string): Channel {
  const channel = seen(call, id);
  requireKind(call, channel, 'history');
  if (!channel.members.has(call.bot)) throw new SlackError('not_in_channel');
  return channel;
}

function within(messages: Message[], { latest, oldest, inclusive }: Window): Message[] {
  const after = (ts: string) => oldest === undefined || Number(ts) > Number(oldest) || (inclusive && ts === oldest);
  const before = (ts: string) => latest === undefined || Number(ts) < Number(latest) || (inclusive && ts === latest);
  return messages.filter(({ ts }) => after(ts) && before(ts));
}
