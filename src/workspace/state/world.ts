import type { Seed, SeedApp } from '../seed.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Clock, createClock, seconds } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import type { Canvas, Channel, ChannelKind, ResponseUrl, StoredFile, Trigger, User, View } from './model.ts';

/** `canvas_replace_leaves_sibling`: replacing a section inserts the new one and keeps the old (slackapi/slack-skills-plugin#30). */
type Quirk = 'canvas_replace_leaves_sibling';

/** One workspace in memory. */
export interface World {
  team: { id: string; name: string; domain: string };
  plan: 'paid' | 'free';
  app: SeedApp;
  clock: Clock;
  ids: Ids;
  changes: Changes;
  users: Map<string, User>;
  channels: Map<string, Channel>;
  files: Map<string, StoredFile>;
  canvases: Map<string, Canvas>;
  /** Open modals of each person, bottom first. */
  stacks: Map<string, View[]>;
  homes: Map<string, View>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** Oddities of Slack that a test switched on. */
  quirks: Set<Quirk>;
  /** Own address, e.g. `http://127.0.0.1:4100`; known once the server listens. */
  url: string;
}

export function createWorld(seed: Seed, options: { wall: () => number; start?: number }): World {
  const clock = createClock(options.wall, options.start);
  const { bot_user } = seed.app;
  const bot: User = {
    ...bot_user,
    title: '',
    email: '',
    tz: 'Etc/UTC',
    is_bot: true,
    deleted: false,
    is_restricted: false,
    is_admin: false,
  };
  const world: World = {
    team: seed.team,
    plan: seed.plan,
    app: seed.app,
    clock,
    ids: createIds(),
    changes: createChanges(),
    users: new Map([...seed.users.map((user): [string, User] => [user.id, { ...user, is_bot: false }]), [bot.id, bot]]),
    channels: new Map(),
    files: new Map(),
    canvases: new Map(),
    stacks: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    quirks: new Set(),
    url: '',
  };
  const owner = seed.users[0]?.id ?? bot.id;
  for (const { is_private, topic, purpose, members, ...rest } of seed.channels) {
    const channel = newChannel(world, { ...rest, kind: is_private ? 'private' : 'public', creator: owner });
    channel.topic.value = topic;
    channel.purpose.value = purpose;
    channel.is_archived = rest.is_archived;
    channel.is_general = rest.is_general;
    for (const member of members) channel.members.add(member);
    world.channels.set(channel.id, channel);
  }
  return world;
}

/** A channel without members; the caller registers it. */
export function newChannel(
  world: World,
  made: { id: string; name: string; kind: ChannelKind; creator: string },
): Channel {
  const now = seconds(world.clock.now());
  return {
    ...made,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    created: now,
    is_archived: false,
    is_general: false,
    members: new Set(),
    messages: [],
    ephemerals: [],
    last_read: new Map(),
    last_micros: 0,
    canvas_id: null,
    bookmarks: [],
    pins: [],
    previous_names: [],
  };
}

export function userName(world: World, id: string): string {
  return world.users.get(id)?.name ?? id;
}
