import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import type { Channel, Message } from '../state/model.ts';
import { react, unreact } from '../state/reacting.ts';
import { describeItem, item, itemOf } from './message-item.ts';
import { type Call, count, flag, type Methods, method, page, paged, text } from './method.ts';

const Reaction = z.object({ ...item, name: text });

export const reactions: Methods = {
  'reactions.add': method(Reaction, ['reactions:write'], (call, args) => {
    const { channel, message } = itemOf(call, args, 'write');
    react(call.world, channel, message, call.bot, args.name);
    return {};
  }),
  'reactions.remove': method(Reaction, ['reactions:write'], (call, args) => {
    const { channel, message } = itemOf(call, args, 'write');
    unreact(call.world, channel, message, call.bot, args.name);
    return {};
  }),
  'reactions.get': method(z.object({ ...item, full: flag.optional() }), ['reactions:read'], (call, args) => {
    const { channel, message } = itemOf(call, args, 'read');
    return describeItem(call, channel, message);
  }),
  /** Newest first. With `limit` or `cursor` the pages have cursors, otherwise numbers. */
  'reactions.list': method(
    z.object({
      ...page,
      user: text.optional(),
      full: flag.optional(),
      count: count.pipe(z.number().min(1).max(1000)).default(100),
      page: count.pipe(z.number().min(1)).default(1),
    }),
    ['reactions:read'],
    (call, args) => {
      const user = args.user ?? call.bot;
      if (!call.world.users.has(user)) throw new SlackError('user_not_found');
      const all = reactedBy(call, user);
      const tell = (found: typeof all) => found.map(({ channel, message }) => describeItem(call, channel, message));
      if (args.limit !== undefined || args.cursor) {
        const { items, response_metadata } = paged(all, args);
        return { items: tell(items), response_metadata };
      }
      const from = (args.page - 1) * args.count;
      const paging = {
        count: args.count,
        total: all.length,
        page: args.page,
        pages: Math.ceil(all.length / args.count),
      };
      return { items: tell(all.slice(from, from + args.count)), paging, response_metadata: { next_cursor: '' } };
    },
  ),
};

/** Where the caller may look: channels that it is in. */
function reactedBy(call: Call, user: string): { channel: Channel; message: Message }[] {
  return [...call.world.channels.values()]
    .filter((channel) => channel.members.has(call.bot))
    .flatMap((channel) =>
      channel.messages
        .filter((message) => message.reactions.some((one) => one.users.includes(user)))
        .map((message) => ({ channel, message })),
    )
    .sort((a, b) => (a.message.ts < b.message.ts ? 1 : -1));
}
