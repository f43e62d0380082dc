import { people } from './api.ts';
import { placeOfTarget, targetOf } from './place-of-link.ts';
import { queryOfPlace } from './place-url.ts';
import { channelOf, type PageState, type Panel, type Place } from './state.ts';

interface MoveParts {
  get(): PageState;
  set(patch: Partial<PageState>): void;
  me(): string;
  go(place: Place): Promise<void>;
  attempt<T>(work: Promise<T>): Promise<T | null>;
  readWorkspace(as: string): Promise<void>;
  readAssistant(): Promise<void>;
}

/** The ways from place to place. */
export function createMoves({ get, set, me, go, attempt, readWorkspace, readAssistant }: MoveParts) {
  return {
    openChannel: (channel: string) => go({ kind: 'channel', channel, tab: 'messages', thread: null }),
    openTab: (tab: 'messages' | 'canvas') => {
      const { place } = get();
      if (place.kind !== 'channel') return Promise.resolve();
      const { side: _, ...rest } = place;
      return go({ ...rest, tab });
    },
    openThread: (ts: string | null) => {
      const { place } = get();
      if (place.kind !== 'channel') return Promise.resolve();
      const { focus: _, side, ...rest } = place;
      return go({ ...rest, thread: ts, ...(side && ts === null ? { side } : {}) });
    },
    /** The channel's canvas beside its messages. */
    openSide: (open: boolean) => {
      const { place } = get();
      if (place.kind !== 'channel') return Promise.resolve();
      const { side: _, ...rest } = place;
      return go({ ...rest, tab: 'messages', ...(open ? { side: 'canvas', thread: null } : {}) });
    },
    /** The same place in other words; "back" does not stop here. */
    rename: (place: Place): void => {
      history.replaceState(null, '', `/${queryOfPlace(me(), place)}`);
      set({ place });
    },
    openPanel: (panel: Panel | null): void => set({ panel }),
    openHome: (tab?: 'history' | 'about') => go({ kind: 'home', ...(tab ? { tab } : {}) }),
    /** Opens the app as an assistant, with an eye on the channel one comes from. */
    async openAssistant(): Promise<void> {
      const { place } = get();
      const viewing = place.kind === 'channel' ? { viewing: place.channel } : {};
      const answer = await attempt(people('open_assistant', { as: me(), ...viewing }));
      if (!answer || typeof answer.channel !== 'string') return;
      const thread = typeof answer.thread_ts === 'string' ? answer.thread_ts : null;
      await attempt(Promise.all([readWorkspace(me()), readAssistant()]));
      await go({ kind: 'channel', channel: answer.channel, tab: 'messages', thread });
    },
    async openDm(user: string): Promise<void> {
      const answer = await attempt(people('open_dm', { as: me(), user }));
      const channel =
        typeof answer?.channel === 'string' ? answer.channel : (answer?.channel as { id?: string } | undefined)?.id;
      if (!channel) return;
      if (!channelOf(get(), channel)) await attempt(readWorkspace(me()));
      await go({ kind: 'channel', channel, tab: 'messages', thread: null });
    },
    /** Follows a link if it stays in this workspace; says whether it did. */
    follow(address: string): boolean {
      const target = targetOf(address, location.origin, get().workspace?.team.domain ?? '');
      if (!target) return false;
      if (target.kind === 'file') {
        window.open(`/people/file?${new URLSearchParams({ as: me(), file: target.file })}`, '_blank', 'noopener');
        return true;
      }
      const place = placeOfTarget(get(), target);
      if (place) void go(place);
      return place !== null;
    },
  };
}
