import { stateOf } from '../blocks/element-state.ts';
import type { Placed } from '../blocks/elements-of.ts';
import { formatTs } from '../state/clock.ts';
import { describeChannel, describeMessage, describeView } from '../state/describe.ts';
import type { Channel, Json, Message, View } from '../state/model.ts';
import { userName, type World } from '../state/world.ts';

/** Where an interaction happened. */
export type Place =
  | { in: 'message'; channel: Channel; message: Message; ephemeral: boolean }
  | { in: 'view'; view: View };

/** The part that all interaction payloads share (docs.slack.dev/reference/interaction-payloads). */
export function interaction(world: World, type: string, user: string): Json {
  const { team } = world;
  return {
    type,
    user: { id: user, username: userName(world, user), name: userName(world, user), team_id: team.id },
    api_app_id: world.app.id,
    token: 'local-verification-token',
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** `container`, and the message with its state or the view. */
export function placePayload(world: World, place: Place, viewer: string): Json {
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
    channel: channelRef(world, channel, viewer),
    // Slack does not send an ephemeral message back to the app.
    ...(ephemeral ? {} : { message: describeMessage(world, channel, message) }),
    state: { values: stateOf(message.blocks ?? [], message.state) },
  };
}

const SHOWN = ['text', 'value', 'url', 'style', 'placeholder', 'confirm', 'icon'] as const;

/** One entry of `actions`: what the element is, and what was chosen. */
export function actionPayload(world: World, placed: Placed, chosen: Json): Json {
  const { element } = placed;
  const shown = Object.fromEntries(SHOWN.filter((name) => name in element).map((name) => [name, element[name]]));
  const initial = Object.fromEntries(Object.entries(element).filter(([name]) => name.startsWith('initial_')));
  return {
    ...shown,
    ...initial,
    ...chosen,
    type: element.type,
    action_id: placed.action_id,
    block_id: placed.block_id,
    action_ts: formatTs(Math.floor(world.clock.now() * 1000)),
  };
}

/** The channel as interactions name it. */
export function channelRef(world: World, channel: Channel, viewer: string): Json {
  const { name } = describeChannel(world, channel, viewer);
  const named = { im: 'directmessage', private: 'privategroup', public: name };
  return { id: channel.id, name: named[channel.kind] };
}
