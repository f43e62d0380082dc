import type { Change } from '../state/changes.ts';
import { formatTs, seconds } from '../state/clock.ts';
import { describeMessage, describeUser, describeView } from '../state/describe.ts';
import type { Channel, Json, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';
import type { Courier } from './courier.ts';

/** Message subscriptions by kind of conversation, with the scope Slack asks for. */
const MESSAGE_EVENTS = {
  public: ['message.channels', 'channels:history', 'channel'],
  private: ['message.groups', 'groups:history', 'group'],
  im: ['message.im', 'im:history', 'im'],
} as const;

/** Tells the app what it subscribed to and may see. */
export function sendEvents(world: World, courier: Courier): void {
  world.changes.listen((change) => {
    for (const event of eventsOf(world, change)) sendEvent(world, courier, event);
  });
}

export function sendEvent(world: World, courier: Courier, event: Json): void {
  if (!subscribed(world, event)) return;
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
    event_id: world.ids.next('Ev'),
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
    is_ext_shared_channel: false,
    event_context: world.ids.secret(),
  });
}

/** A person looked at the app's Home or Messages tab. */
export function homeOpened(world: World, user: string, channel: string, tab: 'home' | 'messages'): Json {
  const view = world.homes.get(user);
  const shown = tab === 'home' && view ? { view: describeView(world, view) } : {};
  return { type: 'app_home_opened', user, channel, tab, ...shown };
}

function eventsOf(world: World, change: Change): Json[] {
  switch (change.type) {
    case 'message_posted':
      return posted(world, change.channel, change.message);
    case 'message_changed':
      return aboutMessage(world, change.channel, {
        subtype: 'message_changed',
        message: describeMessage(world, change.channel, change.message, true),
        previous_message: describeMessage(world, change.channel, change.previous, true),
      });
    case 'message_deleted':
      return aboutMessage(world, change.channel, {
        subtype: 'message_deleted',
        deleted_ts: change.previous.ts,
        previous_message: describeMessage(world, change.channel, change.previous, true),
      });
    case 'reaction':
      return ifMember(world, change.channel, {
        type: change.added ? 'reaction_added' : 'reaction_removed',
        user: change.user,
        reaction: change.name,
        item: { type: 'message', channel: change.channel.id, ts: change.message.ts },
        item_user: change.message.user,
      });
    case 'pin':
      return ifMember(world, change.channel, {
        type: change.added ? 'pin_added' : 'pin_removed',
        user: change.user,
        channel_id: change.channel.id,
        item: {
          type: 'message',
          channel: change.channel.id,
          message: describeMessage(world, change.channel, change.message),
        },
      });
    case 'file_shared':
      return ifMember(world, change.channel, {
        type: 'file_shared',
        channel_id: change.channel.id,
        file_id: change.file.id,
        user_id: change.user,
        file: { id: change.file.id },
      });
    case 'user': {
      const withEmail = world.app.scopes.includes('users:read.email');
      return [{ type: 'user_change', user: describeUser(world, change.user, withEmail) }];
    }
    case 'file_deleted':
      return [{ type: 'file_deleted', file_id: change.file.id, channel_ids: [...change.file.shares.keys()] }];
    default:
      return channelEvents(world, change);
  }
}

function channelEvents(world: World, change: Change): Json[] {
  const bot = world.app.bot_user.id;
  switch (change.type) {
    case 'channel_created': {
      const { id, name, created, creator, kind } = change.channel;
      return kind === 'public' ? [{ type: 'channel_created', channel: { id, name, created, creator } }] : [];
    }
    case 'channel_renamed': {
      const { id, name, created, kind } = change.channel;
      return ifMember(world, change.channel, {
        type: kind === 'public' ? 'channel_rename' : 'group_rename',
        channel: { id, name, created, is_channel: kind === 'public' },
      });
    }
    case 'channel_archived':
      return ifMember(world, change.channel, {
        type: change.channel.kind === 'public' ? 'channel_archive' : 'group_archive',
        channel: change.channel.id,
        user: change.user,
      });
    case 'member_joined':
      return ifMember(world, change.channel, {
        type: 'member_joined_channel',
        user: change.user,
        channel: change.channel.id,
        channel_type: change.channel.kind === 'public' ? 'C' : 'G',
        team: world.team.id,
        ...(change.inviter ? { inviter: change.inviter } : {}),
      });
    case 'member_left': {
      const left = { channel: change.channel.id, channel_type: change.channel.kind === 'public' ? 'C' : 'G' };
      if (change.user !== bot) {
        return ifMember(world, change.channel, { type: 'member_left_channel', user: change.user, ...left });
      }
      return [
        {
          type: change.channel.kind === 'public' ? 'channel_left' : 'group_left',
          channel: change.channel.id,
          actor_id: bot,
        },
      ];
    }
    default:
      return [];
  }
}

function posted(world: World, channel: Channel, message: Message): Json[] {
  const bot = world.app.bot_user.id;
  const described = describeMessage(world, channel, message, true);
  const events = aboutMessage(world, channel, described, message.ts);
  const mentioned = channel.kind !== 'im' && message.user !== bot && message.text.includes(`<@${bot}>`);
  if (!mentioned || message.subtype === 'channel_join') return events;
  const mention = { ...described, type: 'app_mention', channel: channel.id, event_ts: message.ts };
  return [...events, ...ifMember(world, channel, mention)];
}

function aboutMessage(world: World, channel: Channel, event: Json, at?: string): Json[] {
  const ts = at ?? formatTs(Math.floor(world.clock.now() * 1000));
  const hidden = at === undefined ? { hidden: true, ts } : {};
  const channel_type = MESSAGE_EVENTS[channel.kind][2];
  return ifMember(world, channel, {
    ...event,
    type: 'message',
    channel: channel.id,
    channel_type,
    ...hidden,
    event_ts: ts,
  });
}

function ifMember(world: World, channel: Channel, event: Json): Json[] {
  return channel.members.has(world.app.bot_user.id) ? [event] : [];
}

function subscribed(world: World, event: Json): boolean {
  const { events, scopes } = world.app;
  if (event.type !== 'message') return events.includes(String(event.type));
  const kind = world.channels.get(String(event.channel))?.kind ?? 'public';
  const [name, scope] = MESSAGE_EVENTS[kind];
  return events.includes(name) && scopes.includes(scope);
}
