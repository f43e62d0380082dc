import type {
  AppHomeOpenedEvent,
  FileSharedEvent,
  PinAddedEvent,
  PinRemovedEvent,
  ReactionAddedEvent,
  ReactionRemovedEvent,
} from '@slack/types';
import type { Change } from '../state/changes.ts';
import { formatTs, seconds } from '../state/clock.ts';
import { describeMessage, describeUser, describeView } from '../state/describe.ts';
import type { Json } from '../state/model.ts';
import { permalink } from '../state/permalink.ts';
import { isInstalled } from '../state/tokens.ts';
import { describeUserGroup, membersChanged } from '../state/usergroups.ts';
import type { World } from '../state/world.ts';
import { channelEvents } from './channel-events.ts';
import type { Courier } from './courier.ts';
import { scopesOf } from './event-scopes.ts';
import { changed, deleted, ifMember, MESSAGE_EVENTS, posted } from './message-events.ts';

/** Without an installation Slack tells an app nothing but that it is gone. */
const FAREWELLS = new Set<unknown>(['tokens_revoked', 'app_uninstalled']);

/** An event before it is given its time. */
type Untimed<E> = Omit<E, 'event_ts'>;

/** Tells the app what it subscribed to and may see. */
export function sendEvents(world: World, courier: Courier): void {
  world.changes.listen((change) => {
    for (const event of eventsOf(world, change)) sendEvent(world, courier, event);
  });
}

export function sendEvent(world: World, courier: Courier, event: Json): void {
  if (!subscribed(world, event) || !(isInstalled(world) || FAREWELLS.has(event.type))) return;
  const now = world.clock.now();
  const event_ts = formatTs(Math.floor(now * 1000));
  courier.event(String(event.type), {
    token: 'local-verification-token',
    team_id: world.team.id,
    context_team_id: world.team.id,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event: { event_ts, ...event },
    type: 'event_callback',
    event_id: world.ids.once('Ev'),
    event_time: seconds(now),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.app.bot_user.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: world.channels.get(channelOf(event))?.is_ext_shared ?? false,
    event_context: world.ids.secret(),
  });
}

/** A person looked at the app's Home or Messages tab. */
export function homeOpened(world: World, user: string, channel: string, tab: 'home' | 'messages'): Json {
  const view = world.homes.get(user);
  const shown = tab === 'home' && view ? { view: describeView(world, view) } : {};
  const opened = { type: 'app_home_opened', user, channel, tab } satisfies Untimed<AppHomeOpenedEvent>;
  return { ...opened, ...shown };
}

function eventsOf(world: World, change: Change): Json[] {
  switch (change.type) {
    case 'message_posted':
      return posted(world, change.channel, change.message);
    case 'message_changed':
      return changed(world, change.channel, change.message, change.previous);
    case 'message_deleted':
      return deleted(world, change.channel, change.previous);
    case 'reaction':
      return ifMember(world, change.channel, {
        type: change.added ? 'reaction_added' : 'reaction_removed',
        user: change.user,
        reaction: change.name,
        item: { type: 'message', channel: change.channel.id, ts: change.message.ts },
        item_user: change.message.user,
      } satisfies Untimed<ReactionAddedEvent | ReactionRemovedEvent>);
    case 'pin':
      return ifMember(world, change.channel, pinned(world, change));
    case 'file_shared':
      return ifMember(world, change.channel, {
        type: 'file_shared',
        channel_id: change.channel.id,
        file_id: change.file.id,
        user_id: change.user,
        file: { id: change.file.id },
      } satisfies Untimed<FileSharedEvent>);
    case 'user':
      return [
        {
          type: 'user_change',
          user: describeUser(world, change.user, world.app.scopes.includes('users:read.email'), true),
          cache_ts: seconds(world.clock.now()),
        },
      ];
    case 'usergroup':
      return [
        {
          type: change.created ? 'subteam_created' : 'subteam_updated',
          subteam: describeUserGroup(world, change.group, { users: true, count: true }),
        },
      ];
    case 'usergroup_members':
      return [membersChanged(world, change)];
    case 'tokens_revoked':
      return [{ type: 'tokens_revoked', tokens: change.tokens }];
    case 'app_uninstalled':
      return [{ type: 'app_uninstalled' }];
    case 'file_deleted':
      return [{ type: 'file_deleted', file_id: change.file.id, channel_ids: [...change.file.shares.keys()] }];
    default:
      return channelEvents(world, change);
  }
}

function pinned(world: World, { added, channel, message, user }: Extract<Change, { type: 'pin' }>): Json {
  const now = seconds(world.clock.now());
  const { user: created_by, created } = channel.pins.find((pin) => pin.ts === message.ts) ?? { user, created: now };
  const event = {
    type: added ? 'pin_added' : 'pin_removed',
    user,
    channel_id: channel.id,
    item_user: message.user,
    pin_count: String(channel.pins.length),
    pinned_info: { channel: channel.id, pinned_by: created_by, pinned_ts: created },
  } satisfies Omit<PinAddedEvent | PinRemovedEvent, 'event_ts' | 'item'>;
  const shown = { ...describeMessage(world, channel, message), permalink: permalink(world, channel, message) };
  const item = { type: 'message', channel: channel.id, created, created_by, message: shown };
  return { ...event, item, ...(added ? {} : { has_pins: channel.pins.length > 0 }) };
}

/** Where it happened, if it happened in a conversation. */
function channelOf({ channel, channel_id, item }: Json): string {
  if (typeof channel === 'string') return channel;
  const inItem = typeof item === 'object' && item !== null && 'channel' in item ? item.channel : '';
  return String(channel_id ?? inItem);
}

function subscribed(world: World, event: Json): boolean {
  const { events, scopes } = world.app;
  const type = String(event.type);
  if (type === 'message') {
    const [name, scope] = MESSAGE_EVENTS[world.channels.get(String(event.channel))?.kind ?? 'public'];
    return events.includes(name) && scopes.includes(scope);
  }
  const needed = scopesOf(type);
  return events.includes(type) && (needed.length === 0 || needed.some((scope) => scopes.includes(scope)));
}
