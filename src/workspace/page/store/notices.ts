import type { Live } from '../../people/live-protocol.ts';
import type { PeopleActivity } from '../../people/shapes.ts';
import { read } from './api.ts';
import { markSeen, unseenOf } from './seen.ts';
import { channelOf, channelTitle, nameOf, type PageState, type Place, userOf } from './state.ts';

type NewMessage = Extract<Live, { type: 'message' }>;

interface NoticeParts {
  get(): PageState;
  set(patch: Partial<PageState>): void;
  toast(text: string, open: { place: Place; user: string; title: string }): void;
  go(place: Place): void;
}

/** Where a message stands, with its thread open when it is an answer. */
export function placeOfMessage(channel: string, ts: string, thread_ts: string | undefined): Place {
  return { kind: 'channel', channel, tab: 'messages', thread: thread_ts ?? null, focus: ts };
}

const isLookedAt = (place: Place, channel: string, thread: string | undefined): boolean =>
  document.visibilityState === 'visible' &&
  place.kind === 'channel' &&
  place.channel === channel &&
  place.tab === 'messages' &&
  (thread === undefined || place.thread === thread);

/** Brings messages to a person's notice: a note with "Open", the browser's own when they allowed it, and the list of what happened. */
export function createNotices({ get, set, toast, go }: NoticeParts) {
  const readActivity = async (): Promise<void> => {
    const as = get().workspace?.me ?? '';
    const { items } = await read<PeopleActivity>('activity', { as });
    if (get().workspace?.me === as) set({ activity: items });
  };
  /** An open thread is seen up to its newest answer. */
  const seeThread = (): void => {
    const { place, threads, workspace } = get();
    if (place.kind !== 'channel' || !place.thread || document.visibilityState !== 'visible') return;
    const newest = threads[`${place.channel}:${place.thread}`]?.at(-1)?.ts;
    if (newest) markSeen(workspace?.me ?? '', place.channel, place.thread, newest);
  };
  return {
    readActivity,
    seeThread,
    async hear({ channel: id, message, notice }: NewMessage): Promise<void> {
      const state = get();
      const thread = message.thread_ts === message.ts ? undefined : message.thread_ts;
      if (!notice) return;
      const looking = isLookedAt(state.place, id, thread);
      if (notice.why !== 'direct') await readActivity().catch(() => undefined);
      const channel = channelOf(get(), id);
      if (looking || !channel) return;
      const user = userOf(state, message.user);
      const where = channel.kind === 'im' ? '' : ` in ${channelTitle(state, channel)}`;
      const title = notice.why === 'thread' ? `${nameOf(user)} answered${where}` : `${nameOf(user)}${where}`;
      const place = placeOfMessage(id, message.ts, thread);
      toast(notice.excerpt, { place, user: message.user, title });
      if (document.visibilityState === 'visible' || !mayTell()) return;
      const told = new Notification(title, { body: notice.excerpt, tag: `${id}:${message.ts}` });
      told.onclick = () => {
        window.focus();
        go(place);
      };
    },
  };
}

const mayTell = (): boolean => 'Notification' in window && Notification.permission === 'granted';

/** What waits for this person, for the title of the window. */
export function waitingFor(state: PageState): number {
  const inChannels = (state.workspace?.channels ?? []).reduce((sum, channel) => sum + channel.mentions, 0);
  return inChannels + [...unseenOf(state)].filter((item) => item.thread_ts).length;
}
