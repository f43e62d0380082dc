import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { accessTo } from '../state/canvases.ts';
import type { Change } from '../state/changes.ts';
import type { Channel } from '../state/model.ts';
import { canSee } from '../state/people.ts';
import type { World } from '../state/world.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { peopleExecution, peopleThread } from './assistant.ts';
import { noticeOf } from './attention.ts';
import {
  peopleCanvas,
  peopleChannel,
  peopleGroups,
  peopleHome,
  peopleMessage,
  peopleStack,
  peopleUser,
} from './describe.ts';
import type { Live } from './live-protocol.ts';
import { plainMessage } from './plain-text.ts';
import type { TrafficEntry } from './traffic-entry.ts';

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never;
type News = WithoutSeq<Live>;

interface Page {
  as: string;
  socket: WebSocket;
  seq: number;
}

const TRAFFIC_EVERY_MS = 100;

/** Tells every open page what its person may see. */
export interface LivePages {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createLivePages(world: World, traffic: Traffic): LivePages {
  const server = new WebSocketServer({ noServer: true });
  const pages = new Set<Page>();

  const tell = (page: Page, news: News) => {
    page.seq += 1;
    page.socket.send(JSON.stringify({ seq: page.seq, ...news }));
  };
  const toAll = (news: News) => {
    for (const page of pages) tell(page, news);
  };

  world.changes.listen((change) => {
    for (const page of pages) {
      for (const news of newsFor(world, change, page.as)) tell(page, news);
    }
  });
  world.clock.onMove(() => toAll({ type: 'clock', now: new Date(world.clock.now()).toISOString() }));

  // What changed since the last time is told together, in the order in which it began.
  const changed = new Map<number, TrafficEntry>();
  let soon: NodeJS.Timeout | undefined;
  const tellTraffic = () => {
    soon = undefined;
    for (const entry of changed.values()) toAll({ type: 'traffic', entry });
    changed.clear();
  };
  traffic.listen((entry) => {
    if (pages.size === 0) return;
    changed.set(entry.n, entry);
    soon ??= setTimeout(tellTraffic, TRAFFIC_EVERY_MS).unref();
  });

  return {
    upgrade(request, socket, head) {
      const as = new URL(request.url ?? '', 'http://localhost').searchParams.get('as') ?? '';
      if (!world.users.has(as)) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, (opened) => {
        const page = { as, socket: opened, seq: 0 };
        pages.add(page);
        opened.on('error', () => opened.terminate());
        opened.on('close', () => pages.delete(page));
      });
    },
    close() {
      clearTimeout(soon);
      for (const page of pages) page.socket.terminate();
      server.close();
    },
  };
}

function newsFor(world: World, change: Change, as: string): News[] {
  switch (change.type) {
    case 'message_posted': {
      const why = noticeOf(change.channel, change.message, as);
      return about(world, change.channel, as, [
        {
          type: 'message',
          channel: change.channel.id,
          message: peopleMessage(world, change.channel, change.message, as),
          ...(why ? { notice: { why, excerpt: plainMessage(world, change.message) } } : {}),
        },
        { type: 'channel', channel: peopleChannel(world, change.channel, as) },
      ]);
    }
    case 'message_changed':
    case 'message_touched':
    case 'reaction': {
      const message = peopleMessage(world, change.channel, change.message, as);
      return about(world, change.channel, as, [{ type: 'message_changed', channel: change.channel.id, message }]);
    }
    case 'message_deleted':
      return about(world, change.channel, as, [
        { type: 'message_deleted', channel: change.channel.id, ts: change.previous.ts },
      ]);
    case 'ephemeral': {
      if (change.message.to !== as) return [];
      const message = peopleMessage(world, change.channel, change.message, as);
      return [{ type: 'message', channel: change.channel.id, message }];
    }
    case 'ephemeral_gone':
      if (change.message.to !== as) return [];
      return [{ type: 'message_deleted', channel: change.channel.id, ts: change.message.ts }];
    case 'member_left':
      if (change.user === as && !canSee(world, change.channel, as)) {
        return [{ type: 'channel_left', channel: change.channel.id }];
      }
      return channelNews(world, change.channel, as);
    case 'read':
      return change.user === as ? channelNews(world, change.channel, as) : [];
    case 'pin':
    case 'channel_created':
    case 'channel_changed':
    case 'channel_renamed':
    case 'channel_archived':
    case 'channel_unarchived':
    case 'member_joined':
      return channelNews(world, change.channel, as);
    case 'views':
      return change.user === as ? [{ type: 'views', stack: peopleStack(world, as) }] : [];
    case 'home':
      return change.user === as ? [{ type: 'home', view: peopleHome(world, as) }] : [];
    case 'canvas':
      return accessTo(world, change.canvas, as)
        ? [{ type: 'canvas', canvas: peopleCanvas(world, change.canvas, as) }]
        : [];
    case 'assistant':
      return world.channels.get(change.thread.channel)?.members.has(as)
        ? [{ type: 'assistant', thread: peopleThread(change.thread) }]
        : [];
    case 'function':
      return change.execution.user === as ? [{ type: 'function', execution: peopleExecution(change.execution) }] : [];
    case 'user':
    case 'presence':
      return [{ type: 'user', user: peopleUser(change.user) }];
    case 'app':
      return [{ type: 'app', connected: change.connected }];
    case 'reset':
      return [{ type: 'reset' }];
    case 'usergroup':
    case 'usergroup_members':
      return [{ type: 'usergroups', usergroups: peopleGroups(world) }];
    case 'tokens_revoked':
    case 'app_uninstalled':
    case 'file_shared':
    case 'file_deleted':
      return [];
  }
}

function channelNews(world: World, channel: Channel, as: string): News[] {
  return about(world, channel, as, [{ type: 'channel', channel: peopleChannel(world, channel, as) }]);
}

function about(world: World, channel: Channel, as: string, news: News[]): News[] {
  return canSee(world, channel, as) ? news : [];
}
