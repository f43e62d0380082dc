import { type Json, list, num, obj, str, texts } from './read-json.ts';

/** One thing a person can choose. `source` is what Slack sends back for it. */
export interface Choice {
  value: string;
  text: string;
  detail?: string;
  group?: string;
  color?: string;
  source?: Json;
}

const TEXT_INPUTS = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];

/** Elements whose value belongs to `state.values`, as a fresh view shows them; null for those that only send clicks. */
export function initialState(element: Json): Json | null {
  const type = str(element.type);
  if (TEXT_INPUTS.includes(type)) return { type, value: str(element.initial_value) || null };
  switch (type) {
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: list(element.initial_options) };
    case 'users_select':
      return { type, selected_user: str(element.initial_user) || null };
    case 'multi_users_select':
      return { type, selected_users: texts(element.initial_users) };
    case 'conversations_select':
      return { type, selected_conversation: str(element.initial_conversation) || null };
    case 'multi_conversations_select':
      return { type, selected_conversations: texts(element.initial_conversations) };
    case 'channels_select':
      return { type, selected_channel: str(element.initial_channel) || null };
    case 'multi_channels_select':
      return { type, selected_channels: texts(element.initial_channels) };
    case 'datepicker':
      return { type, selected_date: str(element.initial_date) || null };
    case 'timepicker':
      return { type, selected_time: str(element.initial_time) || null };
    case 'datetimepicker':
      return { type, selected_date_time: num(element.initial_date_time) ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return null;
  }
}

const ONE: Record<string, string> = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
};

/** The state that says these choices are taken. */
export function stateOfChoices(type: string, choices: Choice[]): Json {
  const bare = type.replace(/^multi_/, '');
  const ids = choices.map((choice) => choice.value);
  const key = ONE[bare];
  if (type === 'checkboxes' || (type.startsWith('multi_') && !key))
    return { type, selected_options: choices.map(optionOf) };
  if (!key) return { type, selected_option: choices[0] ? optionOf(choices[0]) : null };
  return type.startsWith('multi_') ? { type, [`${key}s`]: ids } : { type, [key]: ids[0] ?? null };
}

const optionOf = (choice: Choice): Json =>
  choice.source ?? { text: { type: 'plain_text', text: choice.text }, value: choice.value };

/** What a state has chosen: options as they are, ids as bare choices. */
export function chosenIn(state: Json): Choice[] {
  if (Array.isArray(state.selected_options)) return state.selected_options.map((option) => choiceOf(obj(option)));
  if (state.selected_option) return [choiceOf(obj(state.selected_option))];
  const ids = ['selected_users', 'selected_conversations', 'selected_channels'].flatMap((key) => texts(state[key]));
  const one = ['selected_user', 'selected_conversation', 'selected_channel']
    .map((key) => str(state[key]))
    .filter(Boolean);
  return [...ids, ...one].map((value) => ({ value, text: value }));
}

export function choiceOf(option: Json, group?: string): Choice {
  const detail = str(obj(option.description).text);
  const source = {
    text: option.text,
    value: option.value,
    ...(option.description ? { description: option.description } : {}),
  };
  return {
    value: str(option.value),
    text: str(obj(option.text).text, str(option.value)),
    source,
    ...(detail ? { detail } : {}),
    ...(group ? { group } : {}),
  };
}

/** `options` or `option_groups`, flat, each with its group. */
export function choicesOf(element: Json): Choice[] {
  const groups = list(element.option_groups);
  if (groups.length === 0) return list(element.options).map((option) => choiceOf(option));
  return groups.flatMap((group) => list(group.options).map((option) => choiceOf(option, str(obj(group.label).text))));
}

/** Nothing chosen or typed. */
export function isEmptyState(state: Json): boolean {
  const { type: _, ...rest } = state;
  return Object.values(rest).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}
