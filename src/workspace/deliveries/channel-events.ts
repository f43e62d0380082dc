import type {
  ChannelArchiveEvent,
  ChannelCreatedEvent,
  ChannelLeftEvent,
  ChannelRenameEvent,
  ChannelUnarchiveEvent,
  GroupArchiveEvent,
  GroupLeftEvent,
  GroupRenameEvent,
  MemberJoinedChannelEvent,
  MemberLeftChannelEvent,
} from '@slack/types';
import type { Change } from '../state/changes.ts';
import type { Channel, Json } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { ifMember } from './message-events.ts';

/** An event before it is given its time. */
type Untimed<E> = Omit<E, 'event_ts'>;

/** What happens to conversations and to who is in them. */
export function channelEvents(world: World, change: Change): Json[] {
  switch (change.type) {
    case 'channel_created':
      return change.channel.kind === 'public' ? [created(world, change.channel)] : [];
    case 'channel_renamed': {
      const { id, name, created, kind } = change.channel;
      return ifMember(world, change.channel, {
        type: kind === 'public' ? 'channel_rename' : 'group_rename',
        channel: { id, name, name_normalized: name, created, is_channel: kind === 'public', is_mpim: false },
      } satisfies Untimed<ChannelRenameEvent | GroupRenameEvent>);
    }
    case 'channel_archived':
      return ifMember(world, change.channel, {
        type: change.channel.kind === 'public' ? 'channel_archive' : 'group_archive',
        channel: change.channel.id,
        user: change.user,
        is_moved: 0,
      } satisfies Untimed<ChannelArchiveEvent | GroupArchiveEvent>);
    case 'channel_unarchived':
      return ifMember(world, change.channel, {
        ...(change.channel.kind === 'public'
          ? ({ type: 'channel_unarchive', user: change.user } satisfies Partial<ChannelUnarchiveEvent>)
          : { type: 'group_unarchive', actor_id: change.user }),
        channel: change.channel.id,
      });
    case 'member_joined':
      return ifMember(world, change.channel, {
        type: 'member_joined_channel',
        ...membership(world, change.channel, change.user),
        ...(change.inviter ? { inviter: change.inviter } : {}),
      } satisfies Untimed<MemberJoinedChannelEvent>);
    case 'member_left':
      return left(world, change.channel, change.user);
    default:
      return [];
  }
}

/** The bot itself hears in other words that it left. */
function left(world: World, channel: Channel, user: string): Json[] {
  if (user !== world.app.bot_user.id) {
    return ifMember(world, channel, {
      type: 'member_left_channel',
      ...membership(world, channel, user),
    } satisfies Untimed<MemberLeftChannelEvent>);
  }
  return [
    {
      type: channel.kind === 'public' ? 'channel_left' : 'group_left',
      channel: channel.id,
      actor_id: user,
    } satisfies Untimed<ChannelLeftEvent | GroupLeftEvent>,
  ];
}

const membership = (world: World, channel: Channel, user: string) => ({
  user,
  channel: channel.id,
  channel_type: channel.kind === 'public' ? 'C' : 'G',
  team: world.users.get(user)?.team_id ?? world.team.id,
});

function created(world: World, channel: Channel): Json {
  const { id, name, created, creator, topic, purpose, previous_names } = channel;
  return {
    type: 'channel_created',
    channel: {
      id,
      name,
      name_normalized: name,
      created,
      creator,
      is_channel: true,
      is_group: false,
      is_im: false,
      is_mpim: false,
      is_private: false,
      is_archived: false,
      is_frozen: false,
      is_general: channel.is_general,
      is_shared: false,
      is_org_shared: false,
      is_ext_shared: false,
      is_pending_ext_shared: false,
      ...{ pending_shared: [], pending_connected_team_ids: [], shared_team_ids: [world.team.id], unlinked: 0 },
      ...{ context_team_id: world.team.id, updated: created * 1000, topic, purpose, previous_names },
    },
  } satisfies Untimed<ChannelCreatedEvent>;
}
