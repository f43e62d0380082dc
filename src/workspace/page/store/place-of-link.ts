import { channelOf, type PageState, type Place } from './state.ts';

export type Target =
  | { kind: 'message'; channel: string; ts: string; thread: string | null }
  | { kind: 'channel'; channel: string }
  | { kind: 'canvas'; canvas: string }
  | { kind: 'file'; file: string };

/**
 * Where an address leads inside this workspace, or null when it leads out of it.
 * Knows Slack's permalinks (`/archives/C…/p1700000000000100?thread_ts=…`, `/docs/T…/F…`, `/files/U…/F…/name`) on the team's Slack host and on the
 * page's own origin.
 */
export function targetOf(address: string, origin: string, domain: string): Target | null {
  let url: URL;
  try {
    url = new URL(address, origin);
  } catch {
    return null;
  }
  if (url.origin !== origin && url.hostname !== `${domain}.slack.com`) return null;
  const message = /^\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})$/.exec(url.pathname);
  if (message) {
    const [, channel = '', seconds, micros] = message;
    const ts = `${seconds}.${micros}`;
    const thread = url.searchParams.get('thread_ts');
    return { kind: 'message', channel, ts, thread: thread === ts ? null : thread };
  }
  const channel = /^\/archives\/([A-Z0-9]+)\/?$/.exec(url.pathname)?.[1];
  if (channel) return { kind: 'channel', channel };
  const canvas = /^\/docs\/[A-Z0-9]+\/(F[A-Z0-9]+)/.exec(url.pathname)?.[1];
  if (canvas) return { kind: 'canvas', canvas };
  const file = /^\/files\/[A-Z0-9]+\/(F[A-Z0-9]+)/.exec(url.pathname)?.[1];
  return file ? { kind: 'file', file } : null;
}

/** The place a target is shown at; null for a channel that this person does not see, and for files. */
export function placeOfTarget(state: PageState, target: Target): Place | null {
  switch (target.kind) {
    case 'file':
      return null;
    case 'canvas': {
      const tab = state.workspace?.channels.find((one) => one.canvas_id === target.canvas);
      if (tab) return { kind: 'channel', channel: tab.id, tab: 'canvas', thread: null };
      return { kind: 'canvas', canvas: target.canvas };
    }
    case 'channel':
      return channelOf(state, target.channel)
        ? { kind: 'channel', channel: target.channel, tab: 'messages', thread: null }
        : null;
    case 'message': {
      if (!channelOf(state, target.channel)) return null;
      return { kind: 'channel', channel: target.channel, tab: 'messages', thread: target.thread, focus: target.ts };
    }
  }
}
