/* One table of Slack’s elements, read from top to bottom, and so longer than most files. */
import {
  all,
  among,
  anyText,
  atLeastOne,
  boolean,
  type Check,
  integer,
  list,
  may,
  must,
  object,
  oneOf,
  plain,
  type Rule,
  type Shape,
  type Spec,
  string,
  url,
} from './rules.ts';

/**
 * One table, and so longer than most files: elements with their limits as @slack/types 3.2 and docs.slack.dev/reference/block-kit/block-elements give them.
 */
const confirm = object({
  title: may(plain(100)),
  text: must(anyText(300)),
  confirm: may(plain(30)),
  deny: may(plain(30)),
  style: may(among('primary', 'danger')),
});

/** `url` belongs to overflow menus alone (docs.slack.dev/reference/block-kit/composition-objects/option-object). */
const option = (text: Rule, description: Rule): Rule =>
  object({ text: must(text), value: must(string(150)), description: may(description) });
const overflowOption = object({
  text: must(plain(75)),
  value: may(string(150)),
  description: may(plain(75)),
  url: may(url),
});
const menuOption = option(plain(75), plain(75));
const boxOption = option(anyText(75), anyText(75));
const group = object({ label: must(plain(75)), options: must(list(menuOption, 100, 1)) });

const acts: Shape = { action_id: may(string(255)) };
const confirms: Shape = { ...acts, confirm: may(confirm) };
const placed: Shape = { ...confirms, focus_on_load: may(boolean), placeholder: may(plain(150)) };
const many: Shape = { max_selected_items: may(integer(1, Number.MAX_SAFE_INTEGER)) };
const dispatches: Shape = {
  ...acts,
  focus_on_load: may(boolean),
  placeholder: may(plain(150)),
  dispatch_action_config: may(
    object({ trigger_actions_on: may(list(among('on_enter_pressed', 'on_character_entered'), 2, 1)) }),
  ),
};
const filter = object(
  {
    include: may(list(among('im', 'mpim', 'private', 'public'), 4, 1)),
    exclude_external_shared_channels: may(boolean),
    exclude_bot_users: may(boolean),
  },
  atLeastOne('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);
const ids = list(string());
const staticMenu: Shape = {
  ...placed,
  options: may(list(menuOption, 100, 1)),
  option_groups: may(list(group, 100, 1)),
};
const style = may(among('primary', 'danger'));
const feedback = object({ text: must(plain(75)), accessibility_label: may(string(75)), value: must(string(2000)) });

const amongOptions =
  (initial: string): Check =>
  (value) => {
    const options = [value.options, ...asList(value.option_groups).map((one) => record(one).options)].flatMap(asList);
    const known = new Set(options.map((one) => record(one).value));
    const chosen = initial.endsWith('s') ? asList(value[initial]) : [value[initial]].filter(Boolean);
    return chosen.every((one) => known.has(record(one).value)) ? null : `${initial} must match one of the options`;
  };

const minBelowMax =
  (min: string, max: string): Check =>
  (value) =>
    value[min] !== undefined && value[max] !== undefined && Number(value[min]) > Number(value[max])
      ? `${min} must not be greater than ${max}`
      : null;

const numeric: Rule = { is: 'string', pattern: /^-?\d+(\.\d+)?$/ };
const day: Rule = { is: 'string', pattern: /^\d{4}-\d{2}-\d{2}$/, reads: isDay };
const zone: Rule = { is: 'string', reads: isZone };
/** docs.slack.dev/reference/block-kit/block-elements/workflow-button-element */
const inputParameters = list(object({ name: must(string()), value: must(string()) }));

export const ELEMENTS: Record<string, Spec> = {
  button: {
    shape: {
      ...confirms,
      text: must(plain(75)),
      value: may(string(2000)),
      url: may(url),
      style,
      accessibility_label: may(string(75)),
    },
  },
  workflow_button: {
    shape: {
      ...confirms,
      text: must(plain(75)),
      workflow: must(
        object({
          trigger: must(object({ url: must(url), customizable_input_parameters: may(inputParameters) })),
        }),
      ),
      style,
      accessibility_label: may(string(75)),
    },
    surfaces: ['message'],
  },
  icon_button: {
    shape: {
      ...confirms,
      icon: must(string()),
      text: must(plain(75)),
      accessibility_label: may(string(75)),
      value: may(string(2000)),
      visible_to_user_ids: may(ids),
    },
  },
  feedback_buttons: { shape: { ...acts, positive_button: must(feedback), negative_button: must(feedback) } },
  checkboxes: {
    shape: {
      ...confirms,
      focus_on_load: may(boolean),
      options: must(list(boxOption, 10, 1)),
      initial_options: may(list(boxOption, 10, 1)),
    },
    check: amongOptions('initial_options'),
  },
  radio_buttons: {
    shape: {
      ...confirms,
      focus_on_load: may(boolean),
      options: must(list(boxOption, 10, 1)),
      initial_option: may(boxOption),
    },
    check: amongOptions('initial_option'),
  },
  overflow: { shape: { ...confirms, options: must(list(overflowOption, 5, 1)) } },
  static_select: {
    shape: { ...staticMenu, initial_option: may(menuOption) },
    check: all(oneOf('options', 'option_groups'), amongOptions('initial_option')),
  },
  multi_static_select: {
    shape: { ...staticMenu, ...many, initial_options: may(list(menuOption, 100)) },
    check: all(oneOf('options', 'option_groups'), amongOptions('initial_options')),
  },
  external_select: {
    shape: { ...placed, initial_option: may(menuOption), min_query_length: may(integer(0, 255)) },
  },
  multi_external_select: {
    shape: { ...placed, ...many, initial_options: may(list(menuOption, 100)), min_query_length: may(integer(0, 255)) },
  },
  users_select: { shape: { ...placed, initial_user: may(string()) } },
  multi_users_select: { shape: { ...placed, ...many, initial_users: may(ids) } },
  conversations_select: {
    shape: {
      ...placed,
      initial_conversation: may(string()),
      default_to_current_conversation: may(boolean),
      response_url_enabled: may(boolean),
      filter: may(filter),
    },
  },
  multi_conversations_select: {
    shape: {
      ...placed,
      ...many,
      initial_conversations: may(ids),
      default_to_current_conversation: may(boolean),
      filter: may(filter),
    },
  },
  channels_select: { shape: { ...placed, initial_channel: may(string()), response_url_enabled: may(boolean) } },
  multi_channels_select: { shape: { ...placed, ...many, initial_channels: may(ids) } },
  datepicker: { shape: { ...placed, initial_date: may(day) } },
  timepicker: {
    shape: {
      ...placed,
      initial_time: may({ is: 'string', pattern: /^([01]\d|2[0-3]):[0-5]\d$/ }),
      timezone: may(zone),
    },
  },
  datetimepicker: {
    shape: {
      ...confirms,
      focus_on_load: may(boolean),
      initial_date_time: may(integer(1_000_000_000, 9_999_999_999)),
    },
  },
  plain_text_input: {
    shape: {
      ...dispatches,
      initial_value: may(string(3000)),
      multiline: may(boolean),
      min_length: may(integer(0, 3000)),
      max_length: may(integer(1, 3000)),
    },
    check: minBelowMax('min_length', 'max_length'),
  },
  email_text_input: { shape: { ...dispatches, initial_value: may(string()) } },
  url_text_input: { shape: { ...dispatches, initial_value: may(string()) } },
  number_input: {
    shape: {
      ...dispatches,
      is_decimal_allowed: must(boolean),
      initial_value: may(numeric),
      min_value: may(numeric),
      max_value: may(numeric),
    },
    check: minBelowMax('min_value', 'max_value'),
  },
  rich_text_input: {
    shape: {
      ...dispatches,
      initial_value: may({ is: 'member', of: 'block', types: ['rich_text'] }),
      min_lines: may(integer(1, 100)),
      max_lines: may(integer(1, 100)),
    },
    check: minBelowMax('min_lines', 'max_lines'),
  },
  file_input: {
    shape: { ...acts, filetypes: may(list(string())), max_files: may(integer(1, 10)) },
    surfaces: ['modal'],
  },
  image: {
    shape: {
      alt_text: must(string(2000)),
      image_url: may(url),
      slack_file: may(object({ id: may(string()), url: may(url) }, oneOf('id', 'url'))),
    },
    check: oneOf('image_url', 'slack_file'),
  },
  plain_text: { shape: { text: must({ is: 'string', min: 1, max: 3000 }), emoji: may(boolean) } },
  mrkdwn: { shape: { text: must({ is: 'string', min: 1, max: 3000 }), verbatim: may(boolean) } },
  raw_text: { shape: { text: must({ is: 'string', min: 1 }) } },
  raw_number: { shape: { value: must({ is: 'number' }), text: must({ is: 'string', min: 1 }) } },
  url: { shape: { url: must(url), text: must(string()) } },
};

export const MENUS = Object.keys(ELEMENTS).filter((type) => type.endsWith('_select'));
export const CONTROLS = [
  'button',
  'workflow_button',
  'checkboxes',
  'radio_buttons',
  'overflow',
  'datepicker',
  'timepicker',
  'datetimepicker',
  ...MENUS,
];

/** A day that the calendar has: not 30 February. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
