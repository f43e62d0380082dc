import { canonical, chosenIn, type StateValues, stateOf } from '../blocks/element-state.ts';
import { elementAt, isJson, type Placed } from '../blocks/elements-of.ts';
import { validateBlocks } from '../blocks/validate.ts';
import { SlackError } from '../slack-error.ts';
import { formatTs } from '../state/clock.ts';
import { describeMessage } from '../state/describe.ts';
import type { Channel, Json, Message } from '../state/model.ts';
import { shownBefore } from '../state/shown.ts';
import { issueTrigger } from '../state/triggers.ts';
import { userName, type World } from '../state/world.ts';
import { actionPayload, channelRef, interaction, type Place, placePayload, shortcut, where } from './payloads.ts';
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
    channel_name: channelRef(channel).name,
    user_id: user,
    user_name: userName(world, user),
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(world, { channel: channel.id, ...to }),
    trigger_id: issueTrigger(world, user, { channel: channel.id }),
  });
  const body = acknowledged(answer);
  if (body !== null) obey(() => answerIn(world, channel, to, body));
}

/** When a text input with `dispatch_action` tells the app. */
type DispatchOn = 'on_enter_pressed' | 'on_character_entered';

/** A click or choice. `chosen` is the element's new state as the page gives it; `by`, for text inputs, how it came about. */
export async function act(
  { world, courier }: Scene,
  user: string,
  place: Place,
  placed: Placed,
  chosen: unknown,
  by?: DispatchOn,
) {
  const { element, block_id, action_id } = placed;
  const type = String(element.type);
  const state = normalState(element, chosen);
  const holder = place.in === 'view' ? place.view : place.message;
  if (chosenIn(type, state) !== undefined) {
    holder.state[block_id] = { ...holder.state[block_id], [action_id]: state };
  }
  if (placed.block.type === 'input' && !dispatches(placed, by)) return;
  const { type: _type, ...fields } = state;
  acknowledged(
    await courier.ask('interactive', 'block_actions', {
      ...interaction(world, 'block_actions', user),
      ...placePayload(world, place),
      trigger_id: issueTrigger(
        world,
        user,
        place.in === 'view' ? { view_id: place.view.id } : { channel: place.channel.id },
      ),
      ...(place.in === 'message' ? { response_url: responseUrlFor(world, place, user) } : {}),
      actions: [actionPayload(world, placed, fields)],
    }),
  );
}

export async function runGlobalShortcut({ world, courier }: Scene, user: string, callback_id: string): Promise<void> {
  acknowledged(
    await courier.ask('interactive', 'shortcut', {
      ...shortcut(world, 'shortcut', user),
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
      ...shortcut(world, 'message_action', user),
      callback_id,
      trigger_id: issueTrigger(world, user, { channel: channel.id }),
      action_ts: formatTs(Math.floor(world.clock.now() * 1000)),
      channel: channelRef(channel),
      message_ts: message.ts,
      message: describeMessage(world, channel, message),
      response_url: responseUrlFor(world, { channel, message }, user),
    }),
  );
}

/** docs.slack.dev/reference/block-kit/block-elements: letters to type before the app is asked, unless the menu says otherwise. */
const MIN_QUERY = 3;

/** Asks the app for the options of an external select, possibly in groups. What it answers must be fit for a menu. */
export async function suggest({ world, courier }: Scene, user: string, place: Place, placed: Placed, value: string) {
  const { min_query_length } = placed.element;
  if (value.length < (typeof min_query_length === 'number' ? min_query_length : MIN_QUERY)) return { options: [] };
  const body = acknowledged(
    await courier.ask('interactive', 'block_suggestion', {
      ...interaction(world, 'block_suggestion', user),
      ...where(world, place),
      action_id: placed.action_id,
      block_id: placed.block_id,
      value,
    }),
  );
  const { options, option_groups } = isJson(body) ? body : {};
  const wrong = option_groups === undefined ? wrongOptions({ options }) : wrongOptions({ option_groups });
  if (wrong.length > 0) throw new SlackError('app_error', { message: `The app answered with ${wrong.join('; ')}.` });
  const groups = jsonList(option_groups);
  return groups.length > 0
    ? { options: groups.flatMap((group) => jsonList(group.options)), option_groups: groups }
    : { options: jsonList(options) };
}

/** No options at all are an answer, too. */
function wrongOptions(given: Json): string[] {
  const [list] = Object.values(given);
  if (Array.isArray(list) && list.length === 0) return [];
  const menu = { type: 'static_select', action_id: 'a', ...given };
  return validateBlocks([{ type: 'actions', elements: [menu] }], 'message').map((line) =>
    line.replace('/blocks/0/elements/0', ''),
  );
}

/** An element of what is shown now or was shown before. Throws `action_not_found`. */
export function findPlaced(world: World, place: Place, block_id: string, action_id: string): Placed {
  const [now, key] =
    place.in === 'view'
      ? [place.view.blocks, place.view.id]
      : [[...(place.message.blocks ?? []), ...attached(place.message)], `${place.channel.id}:${place.message.ts}`];
  for (const blocks of [now, ...shownBefore(world, key)]) {
    const placed = elementAt(blocks, block_id, action_id);
    if (placed) return placed;
  }
  throw new SlackError('action_not_found', { message: 'There is no such element here any more.' });
}

/** `dispatch_action` of an input block, and `dispatch_action_config` of its text input; without the latter Enter counts. */
function dispatches({ block, element }: Placed, by: DispatchOn | undefined): boolean {
  if (block.dispatch_action !== true) return false;
  if (by === undefined) return true;
  const config = isJson(element.dispatch_action_config) ? element.dispatch_action_config.trigger_actions_on : undefined;
  return Array.isArray(config) ? config.includes(by) : by === 'on_enter_pressed';
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
