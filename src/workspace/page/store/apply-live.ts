import type { Live } from '../../people/live-protocol.ts';
import type { PeopleAssistantThread, PeopleMessage } from '../../people/shapes.ts';
import { ownViews } from './own-views.ts';
import { type PageState, threadKey } from './state.ts';

const byTs = (a: PeopleMessage, b: PeopleMessage): number => Number(a.ts) - Number(b.ts);

function insert(list: PeopleMessage[] | undefined, message: PeopleMessage): PeopleMessage[] | undefined {
  const last = list?.at(-1);
  if (list && last && byTs(last, message) < 0) return [...list, message];
  return list && [...list.filter((known) => known.ts !== message.ts), message].sort(byTs);
}

const replace = (list: PeopleMessage[] | undefined, message: PeopleMessage): PeopleMessage[] | undefined =>
  list?.map((known) => (known.ts === message.ts ? message : known));

const without = (list: PeopleMessage[] | undefined, ts: string): PeopleMessage[] | undefined =>
  list?.filter((known) => known.ts !== ts);

const put = <T>(table: Record<string, T>, key: string, value: T | undefined): Record<string, T> =>
  value === undefined ? table : { ...table, [key]: value };

function addMessage(state: PageState, channel: string, message: PeopleMessage): PageState {
  const parent = message.thread_ts ?? message.ts;
  const key = threadKey(channel, parent);
  const reply = parent !== message.ts;
  const inChannel = !reply || message.subtype === 'thread_broadcast';
  return {
    ...state,
    histories: inChannel ? put(state.histories, channel, insert(state.histories[channel], message)) : state.histories,
    threads: put(state.threads, key, insert(state.threads[key], message)),
  };
}

function mapThreads(
  state: PageState,
  channel: string,
  change: (list: PeopleMessage[]) => PeopleMessage[] | undefined,
): PageState['threads'] {
  return Object.fromEntries(
    Object.entries(state.threads).map(([key, list]) => [
      key,
      key.startsWith(`${channel}:`) ? (change(list) ?? list) : list,
    ]),
  );
}

/** State after one event of the live stream. `at` is the page's own clock (ms) when the event came. */
export function applyLive(state: PageState, live: Live, at: number): PageState {
  const { workspace } = state;
  switch (live.type) {
    case 'message':
      return addMessage(state, live.channel, live.message);
    case 'message_changed':
      return {
        ...state,
        histories: put(state.histories, live.channel, replace(state.histories[live.channel], live.message)),
        threads: mapThreads(state, live.channel, (list) => replace(list, live.message)),
      };
    case 'message_deleted':
      return {
        ...state,
        histories: put(state.histories, live.channel, without(state.histories[live.channel], live.ts)),
        threads: mapThreads(state, live.channel, (list) => without(list, live.ts)),
      };
    case 'channel': {
      if (!workspace) return state;
      const known = workspace.channels.some((channel) => channel.id === live.channel.id);
      const channels = known
        ? workspace.channels.map((channel) => (channel.id === live.channel.id ? live.channel : channel))
        : [...workspace.channels, live.channel];
      return { ...state, workspace: { ...workspace, channels } };
    }
    case 'channel_left':
      return workspace
        ? {
            ...state,
            // What is said there from now on is told to nobody here.
            histories: Object.fromEntries(Object.entries(state.histories).filter(([id]) => id !== live.channel)),
            workspace: { ...workspace, channels: workspace.channels.filter((channel) => channel.id !== live.channel) },
          }
        : state;
    case 'views':
      return { ...state, views: ownViews(live.stack, state.views) };
    case 'home':
      return { ...state, home: live.view };
    case 'canvas':
      return { ...state, canvases: { ...state.canvases, [live.canvas.id]: live.canvas } };
    case 'user': {
      if (!workspace) return state;
      const others = workspace.users.filter((user) => user.id !== live.user.id);
      return { ...state, workspace: { ...workspace, users: [...others, live.user] } };
    }
    case 'clock':
      return { ...state, clock: { now: Date.parse(live.now), at } };
    case 'assistant': {
      const { assistant } = state;
      if (!assistant) return state;
      const same = (one: PeopleAssistantThread): boolean =>
        one.channel === live.thread.channel && one.thread_ts === live.thread.thread_ts;
      const threads = [...assistant.threads.filter((one) => !same(one)), live.thread];
      return { ...state, assistant: { ...assistant, threads } };
    }
    case 'usergroups':
      return workspace ? { ...state, workspace: { ...workspace, usergroups: live.usergroups } } : state;
    case 'function':
    case 'traffic':
    case 'reset':
      return state;
    case 'app':
      return workspace?.app
        ? { ...state, workspace: { ...workspace, app: { ...workspace.app, connected: live.connected } } }
        : state;
  }
}
