import { dmPartner } from '../channels.ts';
import { unreadOf } from '../messages.ts';
import type { Channel, Json } from '../model.ts';
import type { World } from '../world.ts';
import { describeMessage } from './message.ts';

/** Slack's conversation object as `viewer` sees it (docs.slack.dev/reference/objects/conversation-object). */
export function describeChannel(world: World, channel: Channel, viewer: string): Json {
  const is_im = channel.kind === 'im';
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.is_archived,
    is_im,
    is_org_shared: false,
    context_team_id: world.team.id,
    updated: channel.created * 1000,
    properties: propertiesOf(channel),
  };
  return is_im
    ? { ...common, ...directFields(world, channel, viewer) }
    : { ...common, ...namedFields(world, channel, viewer) };
}

function namedFields(world: World, channel: Channel, viewer: string): Json {
  const teams = teamsIn(world, channel);
  return {
    name: channel.name,
    name_normalized: channel.name,
    creator: channel.creator,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private' || channel.kind === 'mpim',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_shared: channel.is_ext_shared,
    is_ext_shared: channel.is_ext_shared,
    is_general: channel.is_general,
    is_member: channel.members.has(viewer),
    is_pending_ext_shared: false,
    pending_shared: [],
    pending_connected_team_ids: [],
    shared_team_ids: teams,
    ...(channel.is_ext_shared
      ? {
          conversation_host_id: world.team.id,
          internal_team_ids: [world.team.id],
          connected_team_ids: teams.filter((team) => team !== world.team.id),
        }
      : {}),
    parent_conversation: null,
    unlinked: 0,
    topic: channel.topic,
    purpose: channel.purpose,
    previous_names: channel.previous_names,
    num_members: channel.members.size,
    locale: world.users.get(viewer)?.locale ?? 'en-US',
    ...(channel.members.has(viewer) ? { last_read: lastRead(channel, viewer) } : {}),
  };
}

/** The companies whose people are in a channel; the workspace's own first. */
function teamsIn(world: World, channel: Channel): string[] {
  const teams = [...channel.members].map((id) => world.users.get(id)?.team_id ?? world.team.id);
  return channel.is_ext_shared ? [...new Set([world.team.id, ...teams])] : [world.team.id];
}

/** A direct message has no name and no topic, but what is unread in it and the newest message. */
function directFields(world: World, channel: Channel, viewer: string): Json {
  const user = dmPartner(channel, viewer);
  const latest = channel.messages.findLast(({ ts, thread_ts }) => !thread_ts || thread_ts === ts);
  const unread_count = unreadOf(channel, viewer);
  return {
    user,
    is_user_deleted: world.users.get(user)?.deleted ?? false,
    is_open: !channel.closed_for.has(viewer),
    priority: 0,
    last_read: lastRead(channel, viewer),
    latest: latest ? describeMessage(world, channel, latest) : null,
    unread_count,
    unread_count_display: unread_count,
  };
}

const lastRead = (channel: Channel, viewer: string) => channel.last_read.get(viewer) ?? '0000000000.000000';

function propertiesOf({ canvas_id }: Channel): Json {
  return canvas_id ? { canvas: { file_id: canvas_id, is_empty: false, quip_thread_id: canvas_id } } : {};
}
