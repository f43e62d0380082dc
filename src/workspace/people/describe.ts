import { stateOf } from '../blocks/element-state.ts';
import { toMarkdown } from '../canvas/edit.ts';
import { dmPartner } from '../state/channels.ts';
import { avatarColor } from '../state/ids.ts';
import { repliesTo, unreadOf } from '../state/messages.ts';
import type { Canvas, Channel, Message, StoredFile, User, View } from '../state/model.ts';
import type { World } from '../state/world.ts';
import type {
  PeopleCanvas,
  PeopleChannel,
  PeopleFile,
  PeopleMessage,
  PeopleUser,
  PeopleView,
  PeopleWorkspace,
} from './protocol.ts';

/** What a person's page is shown. */
export function peopleUser({ id, name, real_name, title, tz, is_bot, deleted }: User): PeopleUser {
  return { id, name, real_name, title, tz, is_bot, deleted, color: avatarColor(id) };
}

export function peopleChannel(world: World, channel: Channel, viewer: string): PeopleChannel {
  const partner = channel.kind === 'im' ? world.users.get(dmPartner(channel, viewer)) : undefined;
  return {
    id: channel.id,
    name: partner?.real_name ?? channel.name,
    kind: channel.kind,
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    is_member: channel.members.has(viewer),
    is_archived: channel.is_archived,
    members: [...channel.members],
    unread: channel.members.has(viewer) ? unreadOf(channel, viewer) : 0,
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
  const blocks = [...(message.blocks ?? []), ...attached];
  const { ts, thread_ts, user, text, edited, subtype } = message;
  return {
    ts,
    user,
    text,
    ...(thread_ts ? { thread_ts } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(files.length > 0 ? { files } : {}),
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

export function peopleCanvas(canvas: Canvas): PeopleCanvas {
  const { id, title, channel, sections, updated } = canvas;
  return { id, title, channel, sections, markdown: toMarkdown(sections), updated_at: new Date(updated).toISOString() };
}

/** Public channels and everything the person is a member of. */
export function isVisible(channel: Channel, viewer: string): boolean {
  return channel.kind === 'public' || channel.members.has(viewer);
}

export function peopleWorkspace(world: World, viewer: string, connected: boolean): PeopleWorkspace {
  const { app } = world;
  return {
    team: world.team,
    me: viewer,
    users: [...world.users.values()].map(peopleUser),
    channels: [...world.channels.values()]
      .filter((channel) => isVisible(channel, viewer))
      .map((channel) => peopleChannel(world, channel, viewer)),
    commands: app.commands.map(({ command, description, usage_hint }) => ({ command, description, usage_hint })),
    shortcuts: app.shortcuts,
    app: { id: app.id, name: app.name, bot_user: app.bot_user.id, connected },
    now: new Date(world.clock.now()).toISOString(),
  };
}
