import type { Seed, SeedApp } from '../seed.ts';
import { watchAssistant } from './assistant.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Clock, type ClockOptions, createClock, seconds } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import type { AssistantThread, FunctionExecution, ResponseUrl, Trigger, View } from './interaction.ts';
import type { Canvas, Channel, ChannelKind, Json, ScheduledMessage, StoredFile, User, UserGroup } from './model.ts';
import { seedMessages } from './seed-messages.ts';
import { watchShown } from './shown.ts';
import { type OAuthCode, seedTokens, type Token } from './tokens.ts';

/** `canvas_replace_leaves_sibling`: replacing a section inserts the new one and keeps the old (slackapi/slack-skills-plugin#30). */
type Quirk = 'canvas_replace_leaves_sibling';

/** docs.slack.dev/reference/methods/files.getUploadURLExternal: 5 GB. */
const FREE_STORAGE_BYTES = 5 * 1024 ** 3;

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
  usergroups: Map<string, UserGroup>;
  /** Custom emoji: name → address, or `alias:<name>`. */
  emoji: Map<string, string>;
  files: Map<string, StoredFile>;
  canvases: Map<string, Canvas>;
  /** Open modals of each person, bottom first. */
  stacks: Map<string, View[]>;
  homes: Map<string, View>;
  /** Blocks that messages and views showed before they were changed, newest first, by `C…:ts` or view id. */
  shown: Map<string, Json[][]>;
  /** What all files of a free workspace may weigh together. */
  free_storage_bytes: number;
  assistant_threads: Map<string, AssistantThread>;
  executions: Map<string, FunctionExecution>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** Messages still to be posted, by `scheduled_message_id`. */
  scheduled: Map<string, ScheduledMessage>;
  /** Access tokens by value. */
  tokens: Map<string, Token>;
  codes: Map<string, OAuthCode>;
  /** Oddities of Slack that a test switched on. */
  quirks: Set<Quirk>;
  /** Own address, e.g. `http://127.0.0.1:4100`; known once the server listens. */
  url: string;
}

export function createWorld(seed: Seed, options: ClockOptions): World {
  const clock = createClock(options);
  const { bot_user } = seed.app;
  const team_id = seed.team.id;
  const updated = seconds(clock.now());
  const bot: User = {
    ...bot_user,
    title: '',
    email: '',
    tz: 'Etc/UTC',
    locale: 'en-US',
    is_bot: true,
    deleted: !seed.app.installed,
    is_restricted: false,
    is_ultra_restricted: false,
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    team_id,
    status: { text: '', emoji: '', expiration: 0 },
    presence: 'auto',
    updated,
  };
  const world: World = {
    team: seed.team,
    plan: seed.plan,
    app: seed.app,
    clock,
    ids: createIds(),
    changes: createChanges(),
    users: new Map([
      ...seed.users.map((user): [string, User] => [user.id, { team_id, updated, ...user, is_bot: false }]),
      [bot.id, bot],
    ]),
    channels: new Map(),
    usergroups: new Map(),
    emoji: new Map(Object.entries(seed.emoji)),
    files: new Map(),
    canvases: new Map(),
    stacks: new Map(),
    homes: new Map(),
    shown: new Map(),
    free_storage_bytes: FREE_STORAGE_BYTES,
    assistant_threads: new Map(),
    executions: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    scheduled: new Map(),
    tokens: new Map(),
    codes: new Map(),
    quirks: new Set(),
    url: '',
  };
  seedTokens(world);
  watchShown(world);
  watchAssistant(world);
  const owner = seed.users[0]?.id ?? bot.id;
  for (const { is_private, topic, purpose, members, messages, ...rest } of seed.channels) {
    const channel = newChannel(world, { ...rest, kind: is_private ? 'private' : 'public', creator: owner });
    channel.topic.value = topic;
    channel.purpose.value = purpose;
    channel.is_archived = rest.is_archived;
    channel.is_general = rest.is_general;
    channel.is_ext_shared = rest.is_ext_shared;
    for (const member of members) if (seed.app.installed || member !== bot.id) channel.members.add(member);
    world.channels.set(channel.id, channel);
    seedMessages(world, channel, messages);
  }
  for (const group of seed.usergroups) {
    const made = { created_by: owner, updated_by: owner, date_create: updated, date_update: updated, date_delete: 0 };
    world.usergroups.set(group.id, { ...group, ...made });
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
    is_ext_shared: false,
    closed_for: new Set(),
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
