import { isNarrated } from '../state/message-index.ts';
import { messageAt, repliesTo } from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { foundMessage } from './plain-text.ts';
import type { Notice, PeopleActivity } from './shapes.ts';

const EVERYBODY = /<!(here|channel|everyone)(\|[^>]*)?>/;
const MOST_ITEMS = 200;

/** Whether a message names the person, or everybody in the channel, in its text or its blocks. */
function names(message: Message, user: string): boolean {
  const said = message.blocks ? message.text + JSON.stringify(message.blocks) : message.text;
  return (
    [`<@${user}>`, `<@${user}|`, `"user_id":"${user}"`].some((mark) => said.includes(mark)) || EVERYBODY.test(said)
  );
}

const isReply = (message: Message): boolean => message.thread_ts !== undefined && message.thread_ts !== message.ts;

/** A person is in a thread that they started, answered in, or were named in. */
function isInThread(channel: Channel, thread: string, user: string): boolean {
  const root = messageAt(channel, thread);
  return [...(root ? [root] : []), ...repliesTo(channel, thread)].some(
    (one) => one.user === user || one.text.includes(`<@${user}>`),
  );
}

/** Why this person should look at a new message, if they should. */
export function noticeOf(channel: Channel, message: Message, user: string): Notice | undefined {
  if (message.user === user || !channel.members.has(user) || isNarrated(message)) return undefined;
  if (channel.kind !== 'public' && channel.kind !== 'private') return 'direct';
  if (names(message, user)) return 'mention';
  return isReply(message) && isInThread(channel, message.thread_ts ?? '', user) ? 'thread' : undefined;
}

/** Unread messages outside threads that ask for this person. Messages are oldest first, so only the unread end is walked. */
export function mentionsOf(channel: Channel, user: string): number {
  const since = channel.last_read.get(user) ?? '';
  let count = 0;
  for (let at = channel.messages.length - 1; at >= 0; at -= 1) {
    const message = channel.messages[at];
    if (!message || message.ts <= since) break;
    const notice = isReply(message) ? undefined : noticeOf(channel, message, user);
    if (notice === 'mention' || notice === 'direct') count += 1;
  }
  return count;
}

export function activityOf(world: World, user: string): PeopleActivity {
  const items = [...world.channels.values()].flatMap((channel) =>
    channel.messages.flatMap((message) => {
      const why = noticeOf(channel, message, user);
      return why === 'mention' || why === 'thread' ? [{ ...foundMessage(world, channel, message), why }] : [];
    }),
  );
  return { items: items.sort((a, b) => (a.ts < b.ts ? 1 : -1)).slice(0, MOST_ITEMS) };
}
