import { findPlaced, suggest } from '../deliveries/interactions.ts';
import type { Scene } from '../deliveries/scene.ts';
import { SlackError } from '../slack-error.ts';
import { visibleCanvas } from '../state/canvases.ts';
import { visibleChannel } from '../state/channels.ts';
import { messageAt, repliesTo } from '../state/messages.ts';
import type { Channel } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { peopleCanvas, peopleHome, peopleMessage, peopleStack, peopleWorkspace } from './describe.ts';
import type { PeopleMessage } from './protocol.ts';
import { placeOf } from './verbs.ts';

export interface ReadParts extends Scene {
  connected: () => boolean;
}

type Read = (parts: ReadParts, as: string, query: URLSearchParams) => object | Promise<object>;

/** GET /people/<name> */
export const reads: Record<string, Read> = {
  workspace: ({ world, connected }, as) => peopleWorkspace(world, as, connected()),
  history: ({ world }, as, query) => {
    const channel = visibleChannel(world, query.get('channel') ?? '', as);
    const thread = query.get('thread_ts');
    return { messages: thread === null ? topLevel(world, channel, as) : inThread(world, channel, as, thread) };
  },
  views: ({ world }, as) => ({ stack: peopleStack(world, as) }),
  home: ({ world }, as) => ({ view: peopleHome(world, as) }),
  canvas: ({ world }, as, query) => peopleCanvas(visibleCanvas(world, query.get('canvas') ?? '', as)),
  options: async (parts, as, query) => {
    const view_id = query.get('view_id');
    const container = view_id
      ? { type: 'view' as const, view_id }
      : { type: 'message' as const, channel: query.get('channel') ?? '', ts: query.get('ts') ?? '' };
    const place = placeOf(parts.world, { as, container });
    const placed = findPlaced(place, query.get('block_id') ?? '', query.get('action_id') ?? '');
    return suggest(parts, as, place, placed, query.get('value') ?? '');
  },
};

function topLevel(world: World, channel: Channel, as: string): PeopleMessage[] {
  const own = channel.ephemerals.filter((one) => one.to === as && !one.thread_ts);
  const top = channel.messages.filter(
    (one) => !one.thread_ts || one.thread_ts === one.ts || one.subtype === 'thread_broadcast',
  );
  return sorted([...top, ...own]).map((one) => peopleMessage(world, channel, one, as));
}

function inThread(world: World, channel: Channel, as: string, ts: string): PeopleMessage[] {
  const root = messageAt(channel, ts);
  if (!root) throw new SlackError('thread_not_found');
  const own = channel.ephemerals.filter((one) => one.to === as && one.thread_ts === ts);
  return [root, ...sorted([...repliesTo(channel, ts), ...own])].map((one) => peopleMessage(world, channel, one, as));
}

function sorted<T extends { ts: string }>(messages: T[]): T[] {
  return messages.toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
}
