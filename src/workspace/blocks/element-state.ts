import type { Json } from '../state/model.ts';
import { isJson, placedElements } from './elements-of.ts';

/** How each element keeps what was chosen: the field of `state.values` and the field it starts from. */
const STATE: Record<string, [field: string, initial: string, empty: unknown]> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  users_select: ['selected_user', 'initial_user', null],
  multi_users_select: ['selected_users', 'initial_users', []],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  file_input: ['files', 'initial_files', []],
};

export type StateValues = Record<string, Record<string, unknown>>;

/** The value itself, whichever field carries it; undefined for elements without state (buttons, overflow). */
export function chosenIn(type: string, state: unknown): unknown {
  const field = STATE[type]?.[0];
  return field !== undefined && isJson(state) ? state[field] : undefined;
}

/** `state.values` as Slack sends it: every stateful element, what was entered before what it started with. */
export function stateOf(blocks: Json[], entered: StateValues): StateValues {
  const values: StateValues = {};
  for (const { block_id, action_id, element } of placedElements(blocks)) {
    const type = String(element.type);
    const known = STATE[type];
    if (!known) continue;
    const [field, initial, empty] = known;
    const given = chosenIn(type, entered[block_id]?.[action_id]);
    const value = given === undefined ? (element[initial] ?? empty) : given;
    values[block_id] = { ...values[block_id], [action_id]: { type, [field]: canonical(element, value) } };
  }
  return values;
}

/** A chosen option comes back whole, though a page may have named it by value alone. */
export function canonical(element: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => canonical(element, one));
  if (!isJson(value) || typeof value.value !== 'string') return value;
  return optionsOf(element).find((option) => option.value === value.value) ?? value;
}

function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isJson) : [];
  return [element, ...groups].flatMap((one) => (Array.isArray(one.options) ? one.options.filter(isJson) : []));
}
