import type { PeopleActivity } from '../../people/shapes.ts';
import { channelOf, type PageState, threadKey } from './state.ts';

type Item = PeopleActivity['items'][number];

const keyOf = (person: string): string => `workspace-seen:${person}`;

/** Newest reply that a person has seen, by `threadKey`. Slack keeps this on its side; here it stays in the browser, as only the page asks. */
function readSeen(person: string): Record<string, string> {
  try {
    // Written by `markSeen` below.
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

export function markSeen(person: string, channel: string, thread: string, ts: string): void {
  const seen = readSeen(person);
  const key = threadKey(channel, thread);
  if ((seen[key] ?? '') < ts) localStorage.setItem(keyOf(person), JSON.stringify({ ...seen, [key]: ts }));
}

/** Items that wait for this person: mentions after what they read of the channel, answers after what they saw of the thread. */
export function unseenOf(state: PageState): Set<Item> {
  const seen = readSeen(state.workspace?.me ?? '');
  return new Set(
    (state.activity ?? []).filter((item) => {
      if (item.thread_ts) return item.ts > (seen[threadKey(item.channel, item.thread_ts)] ?? '');
      return item.ts > (channelOf(state, item.channel)?.last_read ?? '');
    }),
  );
}
