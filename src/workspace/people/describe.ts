import { stateOf } from '../blocks/element-state.ts';
import { toMarkdown } from '../canvas/edit.ts';
import { accessTo, frozenByPlan } from '../state/canvases.ts';
import { avatarColor } from '../state/ids.ts';
import type { View } from '../state/interaction.ts';
import { messageAt, repliesTo, unreadOf } from '../state/messages.ts';
import type { Canvas, Channel, Message, StoredFile, User } from '../state/model.ts';
import { canSee } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { mentionsOf } from './attention.ts';
import { plainMessage } from './plain-text.ts';
import type {
  PeopleCanvas,
  PeopleChannel,
  PeopleFile,
  PeopleMessage,
  PeopleUser,
  PeopleView,
  PeopleWorkspace,
} from './shapes.ts';

/** What a person's page is shown. */
export function peopleUser(user: User): PeopleUser {
  return {
    id: user.id,
    name: user.name,
    real_name: user.real_name,
    title: user.title,
    tz: user.tz,
    is_bot: user.is_bot,
    deleted: user.deleted,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
    is_admin: user.is_admin,
    is_owner: user.is_owner,
    team_id: user.team_id,
    status: user.status,
    presence: user.presence,
    ...(user.working_hours ? { working_hours: user.working_hours } : {}),
    color: avatarColor(user.id),
  };
}

export function peopleChannel(world: World, channel: Channel, viewer: string): PeopleChannel {
  const name = channel.kind === 'im' || channel.kind === 'mpim' ? namesOfOthers(world, channel, viewer) : channel.name;
  return {
    id: channel.id,
    name,
    kind: channel.kind,
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    is_member: channel.members.has(viewer),
    is_archived: channel.is_archived,
    is_ext_shared: channel.is_ext_shared,
    members: [...channel.members],
    unread: channel.members.has(viewer) ? unreadOf(channel, viewer) : 0,
    mentions: mentionsOf(channel, viewer),
    creator: channel.creator,
    created: channel.created,
    last_read: channel.last_read.get(viewer) ?? '0000000000.000000',
    canvas_id: channel.canvas_id,
    bookmarks: channel.bookmarks.map(({ id, title, link, emoji }) => ({
      id,
      title,
      link,
      ...(emoji ? { emoji } : {}),
    })),
    pinned: channel.pins.map((pin) => pin.ts),
  };
}

/** A direct message has the names of the others; a note to oneself has one's own. */
function namesOfOthers(world: World, channel: Channel, viewer: string): string {
  const others = [...channel.members].filter((id) => id !== viewer);
  return (others.length > 0 ? others : [viewer]).map((id) => world.users.get(id)?.real_name ?? id).join(', ');
}

export function peopleFile(world: World, file: StoredFile, viewer: string): PeopleFile {
  const { id, name, mimetype, user } = file;
  return {
    id,
    name,
    mimetype,
    user,
    size: file.bytes.length,
    permalink: `${world.url}/files/${user}/${id}/${encodeURIComponent(name)}`,
    href: `/people/file?as=${viewer}&file=${id}`,
  };
}

export function peopleMessage(world: World, channel: Channel, message: Message, viewer: string): PeopleMessage {
  const replies = repliesTo(channel, message.ts);
  const files = (message.files ?? []).flatMap((id) => {
    const file = world.files.get(id);
    return file && !file.deleted ? [peopleFile(world, file, viewer)] : [];
  });
  const attached = (message.attachments ?? []).flatMap((one) => (Array.isArray(one.blocks) ? one.blocks : []));
  const attachments = (message.attachments ?? []).filter((one) => !Array.isArray(one.blocks));
  const blocks = [...(message.blocks ?? []), ...attached];
  const { ts, thread_ts, user, text, edited, subtype, username, icons } = message;
  const root = subtype === 'thread_broadcast' && thread_ts ? messageAt(channel, thread_ts) : undefined;
  return {
    ts,
    user,
    text,
    ...(thread_ts ? { thread_ts } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(username ? { username } : {}),
    ...(icons?.emoji ? { icon_emoji: icons.emoji } : {}),
    ...(root ? { root: { user: root.user, text: plainMessage(world, root).slice(0, 200) } } : {}),
    ...(message.stream ? { streaming: true } : {}),
    ...(edited ? { edited: { ts: edited.ts } } : {}),
    ...(replies.length > 0
      ? {
          reply_count: replies.length,
          latest_reply: replies.at(-1)?.ts ?? ts,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
        }
      : {}),
    ...(message.reactions.length > 0 ? { reactions: message.reactions } : {}),
    ...('to' in message ? { ephemeral: true } : {}),
    ...(subtype ? { subtype } : {}),
  };
}

function peopleView(view: View): PeopleView {
  const { id, type, callback_id, title, submit, close, blocks, state } = view;
  return {
    id,
    type,
    callback_id,
    blocks,
    state: stateOf(blocks, state),
    ...(title ? { title } : {}),
    ...(submit ? { submit } : {}),
    ...(view.submit_disabled ? { submit_disabled: true } : {}),
    ...(close ? { close } : {}),
  };
}

export function peopleStack(world: World, viewer: string): PeopleView[] {
  return (world.stacks.get(viewer) ?? []).map(peopleView);
}

export function peopleHome(world: World, viewer: string): PeopleView | null {
  const view = world.homes.get(viewer);
  return view ? peopleView(view) : null;
}

export function peopleCanvas(world: World, canvas: Canvas, viewer: string): PeopleCanvas {
  const { id, title, channel, sections, updated } = canvas;
  return {
    id,
    title,
    channel,
    sections,
    markdown: toMarkdown(sections),
    can_write: accessTo(world, canvas, viewer) !== 'read' && !frozenByPlan(world, canvas),
    updated_at: new Date(updated).toISOString(),
  };
}

export function peopleGroups(world: World): PeopleWorkspace['usergroups'] {
  const used = [...world.usergroups.values()].filter((group) => group.date_delete === 0);
  return used.map(({ id, name, handle, users }) => ({ id, name, handle, users }));
}

export function peopleWorkspace(world: World, viewer: string, connected: boolean): PeopleWorkspace {
  const { app } = world;
  return {
    team: world.team,
    me: viewer,
    users: [...world.users.values()].map(peopleUser),
    channels: [...world.channels.values()]
      .filter((channel) => canSee(world, channel, viewer))
      .map((channel) => peopleChannel(world, channel, viewer)),
    commands: app.commands.map(({ command, description, usage_hint }) => ({ command, description, usage_hint })),
    shortcuts: app.shortcuts,
    usergroups: peopleGroups(world),
    app: { id: app.id, name: app.name, bot_user: app.bot_user.id, connected },
    now: new Date(world.clock.now()).toISOString(),
  };
}
