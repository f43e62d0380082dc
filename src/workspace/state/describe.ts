import { stateOf } from '../blocks/element-state.ts';
import { describeCanvas } from './canvases.ts';
import { dmPartner } from './channels.ts';
import { describeFile } from './files.ts';
import { repliesTo, unreadOf } from './messages.ts';
import type { Channel, Json, Message, User, View } from './model.ts';
import type { World } from './world.ts';

/** Our state in Slack's shapes. */
export function describeUser(world: World, user: User, withEmail: boolean): Json {
  const [first_name = '', ...rest] = user.real_name.split(' ');
  return {
    id: user.id,
    team_id: world.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.real_name,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: zoneOffset(user.tz, world.clock.now()),
    profile: {
      title: user.title,
      real_name: user.real_name,
      real_name_normalized: user.real_name,
      display_name: user.name,
      display_name_normalized: user.name,
      first_name,
      last_name: rest.join(' '),
      team: world.team.id,
      ...(withEmail && !user.is_bot ? { email: user.email } : {}),
      ...(user.is_bot ? { bot_id: world.app.bot_id, api_app_id: world.app.id } : {}),
    },
    is_admin: user.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.is_restricted,
    is_ultra_restricted: false,
    is_bot: user.is_bot,
    is_app_user: false,
    updated: 0,
  };
}

export function describeChannel(world: World, channel: Channel, viewer: string): Json {
  const is_private = channel.kind === 'private';
  const is_im = channel.kind === 'im';
  const common = {
    id: channel.id,
    created: channel.created,
    creator: channel.creator,
    is_archived: channel.is_archived,
    is_im,
    is_org_shared: false,
    context_team_id: world.team.id,
    updated: channel.created * 1000,
    properties: channel.canvas_id
      ? { canvas: { file_id: channel.canvas_id, is_empty: false, quip_thread_id: channel.canvas_id } }
      : {},
  };
  if (is_im) return { ...common, user: dmPartner(channel, viewer), is_user_deleted: false, is_open: true, priority: 0 };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !is_private,
    is_group: is_private,
    is_mpim: false,
    is_private,
    is_general: channel.is_general,
    is_member: channel.members.has(viewer),
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    unlinked: 0,
    topic: channel.topic,
    purpose: channel.purpose,
    previous_names: channel.previous_names,
    shared_team_ids: [world.team.id],
    pending_shared: [],
    num_members: channel.members.size,
    unread_count: unreadOf(channel, viewer),
    last_read: channel.last_read.get(viewer) ?? '0000000000.000000',
  };
}

export function describeMessage(world: World, channel: Channel, message: Message, withMetadata = false): Json {
  const replies = message.thread_ts === message.ts || !message.thread_ts ? repliesTo(channel, message.ts) : [];
  const reply_users = [...new Set(replies.map((reply) => reply.user))];
  const pinned = channel.pins.some((pin) => pin.ts === message.ts);
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: world.team.id,
    ...(message.bot_id ? { bot_id: message.bot_id, app_id: message.app_id, bot_profile: botProfile(world) } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.files ? { files: describeFiles(world, message.files), upload: false } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(message.thread_ts && message.thread_ts !== message.ts ? { parent_user_id: rootAuthor(channel, message) } : {}),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users_count: reply_users.length,
          latest_reply: replies.at(-1)?.ts,
          reply_users,
          is_locked: false,
          subscribed: false,
        }
      : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }
      : {}),
    ...(pinned ? { pinned_to: [channel.id] } : {}),
    ...(message.metadata && withMetadata ? { metadata: message.metadata } : {}),
  };
}

export function describeView(world: World, view: View): Json {
  const { user: _user, state, type, external_id, ...rest } = view;
  return {
    ...rest,
    team_id: world.team.id,
    type,
    external_id,
    state: { values: withFiles(world, stateOf(view.blocks, state)) },
    app_id: world.app.id,
    app_installed_team_id: world.team.id,
    bot_id: world.app.bot_id,
  };
}

function describeFiles(world: World, ids: string[]): Json[] {
  return ids.flatMap((id) => {
    const file = world.files.get(id);
    if (file) return [describeFile(world, file)];
    const canvas = world.canvases.get(id);
    return canvas ? [describeCanvas(world, canvas)] : [];
  });
}

/** In a submission Slack sends whole file objects for file inputs. */
function withFiles(world: World, values: Record<string, Record<string, unknown>>) {
  const whole = (state: unknown) =>
    typeof state === 'object' && state !== null && 'files' in state && Array.isArray(state.files)
      ? {
          ...state,
          files: describeFiles(
            world,
            state.files.map((file) => String(file?.id)),
          ),
        }
      : state;
  return Object.fromEntries(
    Object.entries(values).map(([block, actions]) => [
      block,
      Object.fromEntries(Object.entries(actions).map(([action, state]) => [action, whole(state)])),
    ]),
  );
}

function rootAuthor(channel: Channel, message: Message): string | undefined {
  return channel.messages.find((one) => one.ts === message.thread_ts)?.user;
}

function botProfile(world: World): Json {
  const { app, team } = world;
  return { id: app.bot_id, app_id: app.id, user_id: app.bot_user.id, name: app.name, deleted: false, team_id: team.id };
}

/** Seconds east of UTC at an instant. */
function zoneOffset(tz: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
