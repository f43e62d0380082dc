import type { BlockAction, BlockSuggestion, GlobalShortcut, ViewSubmitAction } from '@slack/bolt';
import { stateOf } from '../blocks/element-state.ts';
import type { Placed } from '../blocks/elements-of.ts';
import { isJson } from '../blocks/elements-of.ts';
import { formatTs } from '../state/clock.ts';
import { describeMessage, describeView, withEmoji } from '../state/describe.ts';
import type { View } from '../state/interaction.ts';
import type { Channel, Json, Message } from '../state/model.ts';
import { userName, type World } from '../state/world.ts';

/** Where an interaction happened. */
export type Place =
  | { in: 'message'; channel: Channel; message: Message; ephemeral: boolean }
  | { in: 'view'; view: View };

/** What Bolt's payload types have in common. They know no `enterprise: null`, which Slack sends outside of Enterprise Grid. */
type Common = 'user' | 'team' | 'token' | 'api_app_id' | 'is_enterprise_install';

/** The part that interaction payloads share (docs.slack.dev/reference/interaction-payloads). */
export function interaction(world: World, type: string, user: string): Json {
  const shared = {
    user: person(world, user),
    api_app_id: world.app.id,
    token: 'local-verification-token',
    team: { id: world.team.id, domain: world.team.domain },
    is_enterprise_install: false,
  } satisfies Pick<BlockAction, Common> &
    Pick<BlockSuggestion, Common> &
    Pick<ViewSubmitAction, Common> &
    Pick<GlobalShortcut, Exclude<Common, 'api_app_id'>>;
  return { type, ...shared, enterprise: null };
}

function person(world: World, id: string) {
  const name = userName(world, id);
  return { id, username: name, name, team_id: world.users.get(id)?.team_id ?? world.team.id };
}

/** Shortcuts name no app, and global ones tell less of the person. */
export function shortcut(world: World, type: 'shortcut' | 'message_action', user: string): Json {
  const { api_app_id: _app, ...shared } = interaction(world, type, user);
  const { id, username, team_id } = person(world, user);
  return type === 'shortcut' ? { ...shared, user: { id, username, team_id } } : shared;
}

/** `container`, and the conversation or the view. */
export function where(world: World, place: Place): Json {
  if (place.in === 'view') {
    return { container: { type: 'view', view_id: place.view.id }, view: describeView(world, place.view) };
  }
  const { channel, message, ephemeral } = place;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    },
    channel: channelRef(channel),
  };
}

/** Where it happened, and the message with its state or the view. */
export function placePayload(world: World, place: Place): Json {
  if (place.in === 'view') return where(world, place);
  const { channel, message, ephemeral } = place;
  return {
    ...where(world, place),
    // Slack does not send an ephemeral message back to the app.
    ...(ephemeral ? {} : { message: describeMessage(world, channel, message) }),
    state: { values: stateOf(message.blocks ?? [], message.state) },
  };
}

const SHOWN = ['text', 'value', 'url', 'style', 'placeholder', 'confirm', 'icon', 'min_query_length'] as const;

/** One entry of `actions`: what the element is, and what was chosen. */
export function actionPayload(world: World, placed: Placed, chosen: Json): Json {
  const { element } = placed;
  const shown = Object.fromEntries(SHOWN.filter((name) => name in element).map((name) => [name, element[name]]));
  const initial = Object.fromEntries(Object.entries(element).filter(([name]) => name.startsWith('initial_')));
  return {
    ...Object.fromEntries(Object.entries({ ...shown, ...initial, ...chosen }).map(([name, one]) => [name, told(one)])),
    type: element.type,
    action_id: placed.action_id,
    block_id: placed.block_id,
    action_ts: formatTs(Math.floor(world.clock.now() * 1000)),
  };
}

/** Every plain text in it says whether it may hold emoji. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (!isJson(value)) return value;
  if (value.type === 'plain_text') return withEmoji(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one)]));
}

/** The channel as interactions name it: only public ones by their name, and group direct messages. */
export function channelRef(channel: Channel): { id: string; name: string } {
  const named = { im: 'directmessage', private: 'privategroup', mpim: channel.name, public: channel.name };
  return { id: channel.id, name: named[channel.kind] };
}
