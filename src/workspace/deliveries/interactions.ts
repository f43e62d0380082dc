import { canonical, chosenIn, isJson, type StateValues, stateOf } from '../blocks/element-state.ts';
import { elementAt, type Placed } from '../blocks/elements-of.ts';
import { SlackError } from '../slack-error.ts';
import { formatTs } from '../state/clock.ts';
import { describeMessage } from '../state/describe.ts';
import type { Channel, Json, Message } from '../state/model.ts';
import { issueTrigger } from '../state/triggers.ts';
import { userName, type World } from '../state/world.ts';
import { actionPayload, channelRef, interaction, type Place, placePayload } from './payloads.ts';
import { answer as answerIn, issueResponseUrl } from './response-urls.ts';
import { acknowledged, obey, type Scene } from './scene.ts';

/** A slash command, typed by a person. An answer in the acknowledgement becomes a message. */
export async function runCommand(
  { world, courier }: Scene,
  user: string,
  channel: Channel,
  command: string,
  text: string,
) {
  const to = { user, message_ts: null, thread_ts: null };
  const answer = await courier.ask('slash_commands', command, {
    token: 'local-verification-token',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channelRef(world, channel, user).name,
    user_id: user,
    user_name: userName(world, user),
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(world, { channel: channel.id, ...to }),
    trigger_id: issueTrigger(world, user),
  });
  const body = acknowledged(answer);
  if (body !== null) obey(() => answerIn(world, channel, to, body));
}

/** A click or choice. `chosen` is the element's new state as the page gives it. */
export async function act({ world, courier }: Scene, user: string, place: Place, placed: Placed, chosen: unknown) {
  const { element, block_id, action_id } = placed;
  const type = String(element.type);
  const state = normalState(element, chosen);
  const holder = place.in === 'view' ? place.view : place.message;
  if (chosenIn(type, state) !== undefined) {
    holder.state[block_id] = { ...holder.state[block_id], [action_id]: state };
  }
  if (placed.block.type === 'input' && placed.block.dispatch_action !== true) return;
  const { type: _type, ...fields } = state;
  acknowledged(
    await courier.ask('interactive', 'block_actions', {
      ...interaction(world, 'block_actions', user),
      ...placePayload(world, place, user),
      trigger_id: issueTrigger(world, user, place.in === 'view' ? place.view.id : null),
      ...(place.in === 'message' ? { response_url: responseUrlFor(world, place, user) } : {}),
      actions: [actionPayload(world, placed, fields)],
    }),
  );
}

export async function runGlobalShortcut({ world, courier }: Scene, user: string, callback_id: string): Promise<void> {
  acknowledged(
    await courier.ask('interactive', 'shortcut', {
      ...interaction(world, 'shortcut', user),
      callback_id,
      trigger_id: issueTrigger(world, user),
      action_ts: formatTs(Math.floor(world.clock.now() * 1000)),
    }),
  );
}

export async function runMessageShortcut(
  { world, courier }: Scene,
  user: string,
  callback_id: string,
  channel: Channel,
  message: Message,
): Promise<void> {
  acknowledged(
    await courier.ask('interactive', 'message_action', {
      ...interaction(world, 'message_action', user),
      callback_id,
      trigger_id: issueTrigger(world, user),
      action_ts: formatTs(Math.floor(world.clock.now() * 1000)),
      channel: channelRef(world, channel, user),
      message_ts: message.ts,
      message: describeMessage(world, channel, message),
      response_url: responseUrlFor(world, { channel, message }, user),
    }),
  );
}

/** docs.slack.dev/reference/block-kit/block-elements: a menu shows a hundred options. */
const MOST_OPTIONS = 100;

/** Asks the app for the options of an external select, possibly in groups. */
export async function suggest({ world, courier }: Scene, user: string, place: Place, placed: Placed, value: string) {
  const body = acknowledged(
    await courier.ask('interactive', 'block_suggestion', {
      ...interaction(world, 'block_suggestion', user),
      ...placePayload(world, place, user),
      action_id: placed.action_id,
      block_id: placed.block_id,
      value,
    }),
  );
  const given = isJson(body) ? body : {};
  const lists = { options: jsonList(given.options), option_groups: jsonList(given.option_groups) };
  const within = lists.option_groups.flatMap((group) => jsonList(group.options));
  return lists.option_groups.length > 0
    ? { options: within.slice(0, MOST_OPTIONS), option_groups: lists.option_groups.slice(0, MOST_OPTIONS) }
    : { options: lists.options.slice(0, MOST_OPTIONS) };
}

export function findPlaced(place: Place, block_id: string, action_id: string): Placed {
  const blocks =
    place.in === 'view' ? place.view.blocks : [...(place.message.blocks ?? []), ...attached(place.message)];
  const placed = elementAt(blocks, block_id, action_id);
  if (!placed) throw new SlackError('action_not_found', { message: 'There is no such element here any more.' });
  return placed;
}

/** What a page gives may be the state, the bare value, or nothing (a button). Slack's shape comes out. */
function normalState(element: Json, chosen: unknown): Json {
  const type = String(element.type);
  const given = isJson(chosen) ? chosen : {};
  if (type === 'overflow')
    return { ...given, type, selected_option: canonical(element, given.selected_option ?? null) };
  if (type === 'feedback_buttons') return { type, ...given };
  const blocks = [{ type: 'actions', block_id: 'b', elements: [{ ...element, action_id: 'a' }] }];
  const state: StateValues = stateOf(blocks, { b: { a: { ...given, type } } });
  const own = state.b?.a;
  return isJson(own) ? own : { type };
}

function responseUrlFor(world: World, at: { channel: Channel; message: Message }, user: string): string {
  const { channel, message } = at;
  return issueResponseUrl(world, {
    channel: channel.id,
    user,
    message_ts: message.ts,
    thread_ts: message.thread_ts ?? null,
  });
}

function attached(message: Message): Json[] {
  return (message.attachments ?? []).flatMap((one) => jsonList(one.blocks));
}

function jsonList(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}
