import type { z } from 'zod';
import { checkEntries } from '../blocks/check-entries.ts';
import { stateOf } from '../blocks/element-state.ts';
import { editCanvas } from '../canvas/edit.ts';
import { homeOpened, sendEvent } from '../deliveries/events.ts';
import { act, findPlaced, runCommand, runGlobalShortcut, runMessageShortcut } from '../deliveries/interactions.ts';
import { closeView, submit } from '../deliveries/modals.ts';
import type { Scene } from '../deliveries/scene.ts';
import { SlackError } from '../slack-error.ts';
import { changeableCanvas, tickCanvas } from '../state/canvases.ts';
import {
  addMember,
  channelOnly,
  createChannel,
  describeIt,
  openDm,
  openGroupDm,
  removeMember,
  visibleChannel,
  writableChannel,
} from '../state/channels.ts';
import { changeMessage, deleteMessage, existingMessage } from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import { whyNotInvite } from '../state/people.ts';
import { react, unreact } from '../state/reacting.ts';
import type { World } from '../state/world.ts';
import { assistantVerbs } from './assistant.ts';
import { peopleCanvas, peopleChannel } from './describe.ts';
import { escapeCommandText } from './escape.ts';
import { dismissEphemeral, pinMessage } from './marks.ts';
import { enter, placeOf, topModal } from './places.ts';
import { postAs } from './post.ts';
import type { PeopleVerb } from './protocol.ts';

type Body<V extends PeopleVerb> = z.output<(typeof PeopleVerb)[V]>;
type Handlers = { [V in PeopleVerb]: (scene: Scene, body: Body<V>) => Promise<object> | object };

/** docs.slack.dev/reference/methods/conversations.open: the others in a group's direct message. */
const MOST_IN_GROUP = 8;

/** What people do. Each throws `SlackError` for what the workspace refuses. */
export const verbs: Handlers = {
  post: ({ world }, body) => postAs(world, body),
  slash: async (scene, { as, channel: id, command, text }) => {
    const channel = visibleChannel(scene.world, id, as);
    const known = scene.world.app.commands.find((one) => one.command === command);
    if (!known) throw new SlackError('unknown_command', { message: `${command} is not a valid command.` });
    const sent = known.should_escape ? escapeCommandText(scene.world, text) : text;
    await runCommand(scene, as, channel, command, sent);
    return {};
  },
  act: async (scene, body) => {
    const place = placeOf(scene.world, body);
    if (place.in === 'view' && body.values) enter(place.view, body.values);
    const placed = findPlaced(scene.world, place, body.block_id, body.action_id);
    await act(scene, body.as, place, placed, body.value, body.by);
    return {};
  },
  submit: async (scene, { as, view_id, values }) => {
    const view = topModal(scene.world, as, view_id);
    enter(view, values);
    const errors = checkEntries(view.blocks, stateOf(view.blocks, view.state));
    if (Object.keys(errors).length > 0) return { response: { response_action: 'errors', errors } };
    return { response: await submit(scene, as, view) };
  },
  close: async (scene, { as, view_id, is_cleared }) => {
    await closeView(scene, as, topModal(scene.world, as, view_id), is_cleared);
    return {};
  },
  shortcut: async (scene, { as, callback_id, channel: id, ts }) => {
    const known = scene.world.app.shortcuts.find((one) => one.callback_id === callback_id);
    if (!known) throw new SlackError('unknown_shortcut');
    if (known.type === 'global') {
      await runGlobalShortcut(scene, as, callback_id);
      return {};
    }
    const channel = visibleChannel(scene.world, id ?? '', as);
    await runMessageShortcut(scene, as, callback_id, channel, existingMessage(channel, ts ?? ''));
    return {};
  },
  open_dm: ({ world, courier }, { as, user, users }) => {
    const channel = directWith(world, as, users ?? (user === undefined ? [] : [user]));
    if (channel.kind === 'im' && channel.members.has(world.app.bot_user.id))
      sendEvent(world, courier, homeOpened(world, as, channel.id, 'messages'));
    return { channel: peopleChannel(world, channel, as) };
  },
  open_home: ({ world, courier }, { as }) => {
    const { channel } = openDm(world, as, world.app.bot_user.id);
    sendEvent(world, courier, homeOpened(world, as, channel.id, 'home'));
    return { channel: channel.id };
  },
  read: ({ world }, { as, channel: id, ts }) => {
    const channel = visibleChannel(world, id, as);
    channel.last_read.set(as, ts);
    world.changes.tell({ type: 'read', channel, user: as });
    return {};
  },
  create_channel: ({ world }, { as, name, is_private }) => {
    if (world.users.get(as)?.is_restricted) throw new SlackError('user_is_restricted');
    return { channel: peopleChannel(world, createChannel(world, name.trim(), as, is_private), as) };
  },
  invite: ({ world }, { as, channel: id, users }) => {
    const channel = writableChannel(world, id, as);
    channelOnly(channel);
    for (const user of users) {
      const refusal = channel.members.has(user) ? null : whyNotInvite(world, channel, as, user);
      if (refusal) throw new SlackError(refusal);
    }
    for (const user of users) if (!channel.members.has(user)) addMember(world, channel, user, as);
    return { channel: peopleChannel(world, channel, as) };
  },
  describe_channel: ({ world }, { as, channel: id, topic, purpose }) => {
    const channel = writableChannel(world, id, as);
    if (topic !== undefined && topic !== channel.topic.value) describeIt(world, channel, 'topic', topic, as);
    if (purpose !== undefined && purpose !== channel.purpose.value) describeIt(world, channel, 'purpose', purpose, as);
    return { channel: peopleChannel(world, channel, as) };
  },
  edit: ({ world }, { as, channel: id, ts, text }) => {
    const { channel, message } = ownMessage(world, as, id, ts, 'cant_update_message');
    changeMessage(world, channel, message, { text }, as);
    return {};
  },
  delete: ({ world }, { as, channel: id, ts }) => {
    const { channel, message } = ownMessage(world, as, id, ts, 'cant_delete_message');
    deleteMessage(world, channel, message);
    return {};
  },
  react: ({ world }, { as, channel: id, ts, name, remove }) => {
    const channel = writableChannel(world, id, as);
    (remove ? unreact : react)(world, channel, existingMessage(channel, ts), as, name);
    return {};
  },
  pin: ({ world }, body) => pinMessage(world, body),
  dismiss: ({ world }, body) => dismissEphemeral(world, body),
  join: ({ world }, { as, channel: id }) => {
    const channel = visibleChannel(world, id, as);
    if (channel.is_archived) throw new SlackError('is_archived');
    if (!channel.members.has(as)) addMember(world, channel, as, null);
    return { channel: peopleChannel(world, channel, as) };
  },
  leave: ({ world }, { as, channel: id }) => {
    const channel = visibleChannel(world, id, as);
    channelOnly(channel);
    if (channel.is_general) throw new SlackError('cant_leave_general');
    if (channel.members.has(as)) removeMember(world, channel, as);
    return {};
  },
  edit_canvas: ({ world }, { as, canvas: id, markdown, section_id, seen }) => {
    const canvas = changeableCanvas(world, id, as);
    if (seen !== undefined && seen !== new Date(canvas.updated).toISOString()) throw new SlackError('canvas_changed');
    const operation = section_id !== undefined && markdown.trim() === '' ? 'delete' : 'replace';
    editCanvas(world, canvas, { operation, section_id, document_content: { markdown } });
    return { canvas: peopleCanvas(world, canvas, as) };
  },
  toggle_check: ({ world }, { as, canvas: id, section_id, index }) => {
    const canvas = changeableCanvas(world, id, as);
    tickCanvas(world, canvas, section_id, index);
    return { canvas: peopleCanvas(world, canvas, as) };
  },
  ...assistantVerbs,
};

/** The direct message with one other, or of several people. Slack lets nine be in it, oneself among them. */
function directWith(world: World, as: string, users: string[]): Channel {
  if (users.some((id) => !world.users.has(id))) throw new SlackError('user_not_found');
  const others = [...new Set(users)].filter((id) => id !== as);
  if (users.length === 0) throw new SlackError('no_user');
  if (others.length > MOST_IN_GROUP) throw new SlackError('too_many_users');
  if (others.length > 1) return openGroupDm(world, [as, ...others], as).channel;
  return openDm(world, as, others[0] ?? as).channel;
}

function ownMessage(
  world: World,
  as: string,
  id: string,
  ts: string,
  refusal: string,
): { channel: Channel; message: Message } {
  const channel = writableChannel(world, id, as);
  const message = existingMessage(channel, ts);
  if (message.user !== as) throw new SlackError(refusal);
  return { channel, message };
}
