import type { Message } from './model.ts';

/** The replies under one root, oldest first, and how many each author wrote. */
interface Thread {
  replies: Message[];
  authors: Map<string, number>;
}

interface MessageIndex {
  /** How many messages it knows; when the list has another number, it was replaced by hand and the index is made anew. */
  size: number;
  threads: Map<string, Thread>;
  /** `ts` of what can be unread, ascending: of everybody, and of each author. */
  shown: string[];
  shownBy: Map<string, string[]>;
}

const indexes = new WeakMap<Message[], MessageIndex>();

/** What is asked about a channel's messages again and again, kept up to date beside the list. Lists are in the order of `ts`. */
function indexOf(messages: Message[]): MessageIndex {
  const known = indexes.get(messages);
  if (known?.size === messages.length) return known;
  const made: MessageIndex = { size: 0, threads: new Map(), shown: [], shownBy: new Map() };
  indexes.set(messages, made);
  for (const message of messages) note(made, message);
  return made;
}

export const threadIn = (messages: Message[], rootTs: string): Thread | undefined =>
  indexOf(messages).threads.get(rootTs);

/** Messages after `since` that can be unread and are somebody else's. */
export function countUnread(messages: Message[], since: string, user: string): number {
  const { shown, shownBy } = indexOf(messages);
  const own = shownBy.get(user) ?? [];
  return shown.length - countUpTo(shown, since) - (own.length - countUpTo(own, since));
}

export function append(messages: Message[], message: Message): void {
  const index = indexOf(messages);
  messages.push(message);
  note(index, message);
}

export function takeOut(messages: Message[], message: Message): void {
  const at = placeOf(messages, message.ts);
  if (messages[at] !== message) return;
  const index = indexOf(messages);
  forget(index, message);
  messages.splice(at, 1);
}

/** Changes of a message that move it in or out of what the index counts. */
export function refile(messages: Message[], message: Message, change: () => void): void {
  const index = indexOf(messages);
  forget(index, message);
  change();
  note(index, message);
}

/** Where the first message with this `ts` or a later one stands. */
export function placeOf(messages: readonly { ts: string }[], ts: string): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((messages[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const isReply = ({ ts, thread_ts }: Message): boolean => thread_ts !== undefined && thread_ts !== ts;

/** Stands in the channel itself, not only in a thread. */
export const isTopLevel = (message: Message): boolean => !isReply(message) || message.subtype === 'thread_broadcast';

/** What Slack writes into a channel about the channel itself. */
export const isNarrated = ({ subtype }: Pick<Message, 'subtype'>): boolean => /^(channel|group)_/.test(subtype ?? '');

const canBeUnread = (message: Message): boolean =>
  isTopLevel(message) && !isNarrated(message) && message.subtype !== 'tombstone';

function note(index: MessageIndex, message: Message): void {
  index.size += 1;
  const { ts, thread_ts, user } = message;
  if (thread_ts !== undefined && thread_ts !== ts) {
    const thread = index.threads.get(thread_ts) ?? { replies: [], authors: new Map() };
    thread.replies.splice(placeOf(thread.replies, ts), 0, message);
    thread.authors.set(user, (thread.authors.get(user) ?? 0) + 1);
    index.threads.set(thread_ts, thread);
  }
  if (!canBeUnread(message)) return;
  const own = index.shownBy.get(user) ?? [];
  index.shownBy.set(user, own);
  for (const list of [index.shown, own]) list.splice(countUpTo(list, ts), 0, ts);
}

function forget(index: MessageIndex, message: Message): void {
  index.size -= 1;
  const { ts, thread_ts, user } = message;
  const thread = thread_ts === undefined || thread_ts === ts ? undefined : index.threads.get(thread_ts);
  if (thread && thread_ts !== undefined) {
    thread.replies.splice(placeOf(thread.replies, ts), 1);
    const left = (thread.authors.get(user) ?? 1) - 1;
    if (left > 0) thread.authors.set(user, left);
    else thread.authors.delete(user);
    if (thread.replies.length === 0) index.threads.delete(thread_ts);
  }
  if (!canBeUnread(message)) return;
  for (const list of [index.shown, index.shownBy.get(user) ?? []]) {
    const at = countUpTo(list, ts) - 1;
    if (list[at] === ts) list.splice(at, 1);
  }
}

/** How many of these ascending `ts` are not later than this one. */
function countUpTo(list: readonly string[], ts: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? '') <= ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
