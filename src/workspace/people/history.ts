import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { visibleChannel } from '../state/channels.ts';
import { isTopLevel } from '../state/message-index.ts';
import { messageAt, repliesTo } from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { peopleMessage } from './describe.ts';
import type { PeopleHistory } from './shapes.ts';

const Ts = z.string().regex(/^\d{1,12}\.\d{1,6}$/);
const Asked = z.object({
  channel: z.string(),
  thread_ts: z.string().optional(),
  before: Ts.optional(),
  include: Ts.optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});

/** A stretch of a channel, or a whole thread; oldest first, with the ephemeral messages of the reader. Throws ZodError, SlackError. */
export function readHistory(world: World, as: string, query: URLSearchParams): PeopleHistory {
  const asked = Asked.parse(Object.fromEntries(query));
  const channel = visibleChannel(world, asked.channel, as);
  const tell = (one: Message) => peopleMessage(world, channel, one, as);
  if (asked.thread_ts !== undefined) {
    return { messages: thread(channel, as, asked.thread_ts).map(tell), has_more: false };
  }
  const all = topLevel(channel, as);
  const end = asked.before === undefined ? all.length : countBefore(all, asked.before);
  const start = Math.max(0, end - (asked.limit ?? end));
  const first = asked.include === undefined ? start : Math.min(start, countBefore(all, asked.include));
  return { messages: all.slice(first, end).map(tell), has_more: first > 0 };
}

function topLevel(channel: Channel, as: string): Message[] {
  const own = channel.ephemerals.filter((one) => one.to === as && !one.thread_ts);
  const top = channel.messages.filter(isTopLevel);
  return own.length > 0 ? sorted([...top, ...own]) : top;
}

function thread(channel: Channel, as: string, ts: string): Message[] {
  const root = messageAt(channel, ts);
  if (!root) throw new SlackError('thread_not_found');
  const own = channel.ephemerals.filter((one) => one.to === as && one.thread_ts === ts);
  return [root, ...sorted([...repliesTo(channel, ts), ...own])];
}

function sorted(messages: Message[]): Message[] {
  return messages.toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
}

function countBefore(messages: Message[], ts: string): number {
  const at = messages.findIndex((one) => Number(one.ts) >= Number(ts));
  return at < 0 ? messages.length : at;
}
