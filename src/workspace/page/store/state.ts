import type {
  PeopleCanvas,
  PeopleChannel,
  PeopleMessage,
  PeopleUser,
  PeopleView,
  PeopleWorkspace,
} from '../../people/protocol.ts';

export type Tab = 'messages' | 'canvas';
export type Place =
  | { kind: 'nowhere' }
  | { kind: 'home' }
  /** A canvas that is nobody's tab. */
  | { kind: 'canvas'; canvas: string }
  | { kind: 'channel'; channel: string; tab: Tab; thread: string | null; focus?: string };

interface Toast {
  id: number;
  text: string;
}

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
  /** By channel id. A missing key was never read. */
  histories: Record<string, PeopleMessage[]>;
  /** By `threadKey`, parent first. */
  threads: Record<string, PeopleMessage[]>;
  canvases: Record<string, PeopleCanvas>;
  views: PeopleView[];
  home: PeopleView | null;
  connection: 'connecting' | 'live' | 'lost';
  /** The workspace's time at a moment of this page's own clock (`performance.now()`, ms). */
  clock: { now: number; at: number };
  toasts: Toast[];
  question: Question | null;
  problem: string | null;
}

export const emptyState: PageState = {
  workspace: null,
  place: { kind: 'nowhere' },
  histories: {},
  threads: {},
  canvases: {},
  views: [],
  home: null,
  connection: 'connecting',
  clock: { now: 0, at: 0 },
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

/** "#general", or the person's name for a direct message. */
export const channelTitle = (state: PageState, channel: PeopleChannel): string =>
  channel.kind === 'im' ? nameOf(partnerOf(state, channel)) : `#${channel.name}`;
