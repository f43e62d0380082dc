import type {
  PeopleActivity,
  PeopleAssistantThread,
  PeopleCanvas,
  PeopleChannel,
  PeopleMessage,
  PeopleUser,
  PeopleView,
  PeopleWorkspace,
} from '../../people/shapes.ts';

export type Tab = 'messages' | 'canvas';
export type Place =
  | { kind: 'nowhere' }
  | { kind: 'home'; tab?: 'history' | 'about' }
  | { kind: 'search'; query: string }
  | { kind: 'activity' }
  | { kind: 'inspector' }
  /** A canvas that is nobody's tab. */
  | { kind: 'canvas'; canvas: string }
  | { kind: 'channel'; channel: string; tab: Tab; thread: string | null; focus?: string; side?: 'canvas' };

export interface PeopleAssistant {
  view: 'agent_view' | 'assistant_view' | null;
  threads: PeopleAssistantThread[];
}

export interface Toast {
  id: number;
  text: string;
  /** Where it leads, and who speaks. */
  open?: { place: Place; user: string; title: string };
}

/** A window of the page's own, over everything else. */
export type Panel =
  | { kind: 'switcher' }
  | { kind: 'keys' }
  | { kind: 'browse' }
  | { kind: 'new_channel'; name: string }
  | { kind: 'channel'; channel: string; tab: 'about' | 'members' }
  | { kind: 'person'; user: string }
  | { kind: 'time' };

export interface Question {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  danger: boolean;
  answer(yes: boolean): void;
}

/** Everything the page shows. The server is the truth: a value here is what it last said. */
export interface PageState {
  workspace: PeopleWorkspace | null;
  place: Place;
  /** By channel id, the newest stretch of each. A missing key was never read. */
  histories: Record<string, PeopleMessage[]>;
  /** By channel id: there are messages before those of `histories`. */
  hasOlder: Record<string, boolean>;
  /** By `threadKey`, parent first. */
  threads: Record<string, PeopleMessage[]>;
  canvases: Record<string, PeopleCanvas>;
  views: PeopleView[];
  home: PeopleView | null;
  connection: 'connecting' | 'live' | 'lost';
  /** The workspace's time at a moment of this page's own clock (`performance.now()`, ms). */
  clock: { now: number; at: number };
  /** The app as an assistant: null until it was read; `view` null when it is none. */
  assistant: PeopleAssistant | null;
  /** Null until it was read. */
  activity: PeopleActivity['items'] | null;
  panel: Panel | null;
  toasts: Toast[];
  question: Question | null;
  problem: string | null;
}

export const emptyState: PageState = {
  workspace: null,
  place: { kind: 'nowhere' },
  histories: {},
  hasOlder: {},
  threads: {},
  canvases: {},
  views: [],
  home: null,
  connection: 'connecting',
  clock: { now: 0, at: 0 },
  assistant: null,
  activity: null,
  panel: null,
  toasts: [],
  question: null,
  problem: null,
};

export const threadKey = (channel: string, ts: string): string => `${channel}:${ts}`;

export const userOf = (state: PageState, id: string): PeopleUser | undefined =>
  state.workspace?.users.find((user) => user.id === id);

export const channelOf = (state: PageState, id: string): PeopleChannel | undefined =>
  state.workspace?.channels.find((channel) => channel.id === id);

export const zoneOf = (state: PageState): string => userOf(state, state.workspace?.me ?? '')?.tz ?? 'UTC';

/** The other person of a direct message (oneself, in a note to oneself). */
export const partnerOf = (state: PageState, channel: PeopleChannel): PeopleUser | undefined =>
  userOf(state, channel.members.find((id) => id !== state.workspace?.me) ?? state.workspace?.me ?? '');

export const nameOf = (user: PeopleUser | undefined): string => user?.real_name || user?.name || 'Somebody';

/** "#general", or the names of those one talks to. */
export const channelTitle = (state: PageState, channel: PeopleChannel): string =>
  isDirect(channel) ? directName(state, channel) : `#${channel.name}`;

/** The talk with the app. */
export const isWithApp = (state: PageState, channel: PeopleChannel): boolean =>
  channel.kind === 'im' && channel.members.includes(state.workspace?.app?.bot_user ?? '');

export const isDirect = (channel: PeopleChannel): boolean => channel.kind !== 'public' && channel.kind !== 'private';

/** The other person's name; of a group everybody's but one's own. */
export function directName(state: PageState, channel: PeopleChannel): string {
  if (channel.kind === 'im') return nameOf(partnerOf(state, channel));
  const others = channel.members.filter((id) => id !== state.workspace?.me);
  return others.map((id) => nameOf(userOf(state, id)).split(' ')[0]).join(', ');
}
