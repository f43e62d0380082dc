import type { z } from 'zod';
import { checkEntries } from '../blocks/check-entries.ts';
import { isJson, stateOf } from '../blocks/element-state.ts';
import { editCanvas } from '../canvas/edit.ts';
import { homeOpened, sendEvent } from '../deliveries/events.ts';
import { act, findPlaced, runCommand, runGlobalShortcut, runMessageShortcut } from '../deliveries/interactions.ts';
import { closeView, submit } from '../deliveries/modals.ts';
import type { Place } from '../deliveries/payloads.ts';
import type { Scene } from '../deliveries/scene.ts';
import { SlackError } from '../slack-error.ts';
import { accessTo, visibleCanvas } from '../state/canvases.ts';
import { addMember, openDm, removeMember, visibleChannel, writableChannel } from '../state/channels.ts';
import {
  changeMessage,
  deleteMessage,
  existingMessage,
  messageAt,
  postMessage,
  react,
  unreact,
} from '../state/messages.ts';
import type { Channel, Message, View } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { peopleCanvas, peopleChannel, peopleMessage } from './describe.ts';
import { escapeCommandText } from './escape.ts';
import type { PeopleVerb } from './protocol.ts';

type Body<V extends PeopleVerb> = z.output<(typeof PeopleVerb)[V]>;
type Handlers = { [V in PeopleVerb]: (scene: Scene, body: Body<V>) => Promise<object> | object };

/** What people do. Each throws `SlackError` for what the workspace refuses. */
export const verbs: Handlers = {
  post: ({ world }, { as, channel: id, text, thread_ts }) => {
    const channel = writableChannel(world, id, as);
    const message = postMessage(world, channel, { user: as, text, ...(thread_ts ? { thread_ts } : {}) });
    return { ts: message.ts, message: peopleMessage(world, channel, message, as) };
  },
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
    await act(scene, body.as, place, findPlaced(place, body.block_id, body.action_id), body.value);
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
  open_dm: ({ world, courier }, { as, user }) => {
    if (!world.users.has(user)) throw new SlackError('user_not_found');
    const { channel } = openDm(world, as, user);
    if (user === world.app.bot_user.id) sendEvent(world, courier, homeOpened(world, as, channel.id, 'messages'));
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
  join: ({ world }, { as, channel: id }) => {
    const channel = visibleChannel(world, id, as);
    if (channel.is_archived) throw new SlackError('is_archived');
    if (!channel.members.has(as)) addMember(world, channel, as, null);
    return { channel: peopleChannel(world, channel, as) };
  },
  leave: ({ world }, { as, channel: id }) => {
    const channel = visibleChannel(world, id, as);
    if (channel.is_general) throw new SlackError('cant_leave_general');
    if (channel.members.has(as)) removeMember(world, channel, as);
    return {};
  },
  edit_canvas: ({ world }, { as, canvas: id, markdown }) => {
    const canvas = visibleCanvas(world, id, as);
    if (accessTo(world, canvas, as) === 'read') throw new SlackError('access_denied');
    editCanvas(world, canvas, { operation: 'replace', document_content: { markdown } });
    return { canvas: peopleCanvas(canvas) };
  },
};

/** Where an element stands; ephemeral messages are found for their reader only. */
export function placeOf(world: World, { as, container }: Pick<Body<'act'>, 'as' | 'container'>): Place {
  if (container.type === 'view') return { in: 'view', view: viewOf(world, as, container.view_id) };
  const channel = visibleChannel(world, container.channel, as);
  const message = messageAt(channel, container.ts);
  if (message) return { in: 'message', channel, message, ephemeral: false };
  const ephemeral = channel.ephemerals.find((one) => one.ts === container.ts && one.to === as);
  if (!ephemeral) throw new SlackError('message_not_found');
  return { in: 'message', channel, message: ephemeral, ephemeral: true };
}

function viewOf(world: World, as: string, id: string): View {
  const home = world.homes.get(as);
  const view = home?.id === id ? home : world.stacks.get(as)?.find((one) => one.id === id);
  if (!view) throw new SlackError('view_not_found');
  return view;
}

function topModal(world: World, as: string, id: string): View {
  const top = world.stacks.get(as)?.at(-1);
  if (top?.id !== id) throw new SlackError('view_not_found');
  return top;
}

/** What somebody typed is the view's state, for inputs it really has. */
function enter(view: View, values: Record<string, Record<string, unknown>>): void {
  for (const [block, actions] of Object.entries(values)) {
    for (const [action, state] of Object.entries(actions)) {
      const type = typeOf(view, block, action);
      if (type) view.state[block] = { ...view.state[block], [action]: { ...(isJson(state) ? state : {}), type } };
    }
  }
}

function typeOf(view: View, block_id: string, action_id: string): unknown {
  try {
    return findPlaced({ in: 'view', view }, block_id, action_id).element.type;
  } catch {
    return undefined;
  }
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
