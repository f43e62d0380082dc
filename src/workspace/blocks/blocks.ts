/* One table of Slack’s blocks, read from top to bottom, and so longer than most files. */
import { CHART } from './chart.ts';
import { CONTROLS, ELEMENTS, MENUS } from './elements.ts';
import { isJson } from './elements-of.ts';
import {
  all,
  among,
  anyText,
  atLeastOne,
  block,
  boolean,
  type Check,
  element,
  integer,
  list,
  may,
  mrkdwn,
  must,
  notBoth,
  object,
  plain,
  type Rule,
  rich,
  type Spec,
  secureUrl,
  string,
  url,
} from './rules.ts';

/** One table, and so longer than most files. Blocks: limits from @slack/types 3.2 and docs.slack.dev/reference/block-kit/blocks; surfaces from docs.slack.dev/blocks.json. */
const inputTypes = [
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
  ...MENUS,
];
const picture = element('image');
const richText = block('rich_text');
const cell: Rule = { is: 'member', of: 'element', types: ['raw_text', 'raw_number', 'rich_text'] };

/** docs.slack.dev/reference/block-kit/blocks/input-block: a file input cannot dispatch. */
const dispatchable: Check = ({ dispatch_action, element: inner }) =>
  dispatch_action === true && isJson(inner) && inner.type === 'file_input'
    ? 'dispatch_action is not supported by file_input'
    : null;

const evenRows: Check = (value) => {
  const rows = Array.isArray(value.rows) ? value.rows : [];
  return rows.every((row) => Array.isArray(row) && row.length === rows[0].length)
    ? null
    : 'all rows must have the same number of cells';
};

/** docs.slack.dev/reference/block-kit/blocks/data-table-block */
const plainHead: Check = ({ rows }) =>
  Array.isArray(rows) && Array.isArray(rows[0]) && rows[0].some((one) => isJson(one) && one.type === 'rich_text')
    ? 'rich_text is not allowed in the header row'
    : null;
const headInside: Check = ({ rows, row_header_column_index: at }) =>
  typeof at === 'number' && Array.isArray(rows) && Array.isArray(rows[0]) && at >= rows[0].length
    ? 'row_header_column_index must be the index of a column'
    : null;

export const BLOCKS: Record<string, Spec> = {
  section: {
    shape: {
      text: may(anyText(3000)),
      fields: may(list(anyText(2000), 10, 1)),
      accessory: may(element('image', ...CONTROLS)),
      expand: may(boolean),
    },
    check: atLeastOne('text', 'fields'),
  },
  divider: { shape: {} },
  header: { shape: { text: must(plain(150)), level: may(integer(1, 4)) } },
  image: { shape: { ...ELEMENTS.image?.shape, title: may(plain(2000)) }, ...pick(ELEMENTS.image?.check) },
  context: { shape: { elements: must(list(element('image', 'plain_text', 'mrkdwn'), 10, 1)) } },
  actions: { shape: { elements: must(list(element(...CONTROLS, 'rich_text_input'), 25, 1)) } },
  input: {
    surfaces: ['modal', 'home'],
    shape: {
      label: must(plain(2000)),
      hint: may(plain(2000)),
      optional: may(boolean),
      dispatch_action: may(boolean),
      element: must(element(...inputTypes)),
    },
    check: dispatchable,
  },
  rich_text: {
    shape: {
      elements: must(list(rich('rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'))),
    },
  },
  video: {
    shape: {
      video_url: must(secureUrl),
      thumbnail_url: must(url),
      alt_text: must(string(2000)),
      title: must(plain(199)),
      title_url: may(secureUrl),
      author_name: may(string(49)),
      provider_name: may(string()),
      provider_icon_url: may(url),
      description: may(plain(200)),
    },
  },
  markdown: { surfaces: ['message'], shape: { text: must({ is: 'string', min: 1, max: 12_000 }) } },
  table: {
    surfaces: ['message'],
    shape: {
      rows: must(list(list(cell, 20, 1), 100, 1)),
      column_settings: may(
        list(object({ align: may(among('left', 'center', 'right')), is_wrapped: may(boolean) }), 20),
      ),
    },
    check: evenRows,
  },
  data_table: {
    surfaces: ['message'],
    shape: {
      rows: must(list(list(cell, 20, 1), 101, 2)),
      caption: must({ is: 'string', min: 1 }),
      page_size: may(integer(1, 100)),
      row_header_column_index: may(integer(0, 19)),
    },
    check: all(evenRows, plainHead, headInside),
  },
  data_visualization: {
    surfaces: ['message'],
    shape: {
      title: must({ is: 'string', min: 1, max: 50 }),
      chart: must(CHART),
    },
  },
  alert: {
    surfaces: ['modal'],
    shape: { text: must(anyText(200)), level: may(among('default', 'info', 'warning', 'error', 'success')) },
  },
  card: {
    shape: {
      hero_image: may(picture),
      icon: may(picture),
      title: may(mrkdwn(150)),
      subtitle: may(mrkdwn(150)),
      body: may(mrkdwn(200)),
      subtext: may(mrkdwn(200)),
      actions: may(list(element('button'), 3, 1)),
      slack_icon: may(object({ name: must({ is: 'string', min: 1 }) })),
    },
    check: all(atLeastOne('hero_image', 'title', 'actions', 'body'), notBoth('icon', 'slack_icon')),
  },
  carousel: { surfaces: ['message', 'home'], shape: { elements: must(list(block('card'), 10, 1)) } },
  container: {
    surfaces: ['message'],
    shape: {
      title: may(plain(150)),
      rich_text_title: may(richText),
      subtitle: may(anyText(150)),
      child_blocks: must(
        list(
          block(
            'actions',
            'context',
            'divider',
            'file',
            'header',
            'image',
            'input',
            'rich_text',
            'section',
            'table',
            'video',
          ),
          10,
          1,
        ),
      ),
      width: may(among('narrow', 'standard', 'wide', 'full')),
      icon: may(picture),
      is_collapsible: may(boolean),
      default_collapsed: may(boolean),
      has_header_divider: may(boolean),
    },
    check: (value) =>
      atLeastOne('title', 'rich_text_title')(value) ??
      (value.default_collapsed === true && value.is_collapsible !== true
        ? 'default_collapsed requires is_collapsible'
        : null),
  },
  context_actions: {
    surfaces: ['message'],
    shape: { elements: must(list(element('feedback_buttons', 'icon_button'), 5, 1)) },
  },
  task_card: { surfaces: ['message'], shape: taskShape() },
  plan: {
    surfaces: ['message'],
    shape: {
      title: must({ is: 'string', min: 1 }),
      tasks: may(list(object({ ...taskShape(), type: may(among('task_card')), block_id: may(string(255)) }))),
    },
  },
  /** Slack shows remote files this way; apps cannot send it. */
  file: { surfaces: [], shape: { source: must(string()), external_id: must(string()) } },
};

function taskShape() {
  return {
    task_id: must({ is: 'string', min: 1 } as const),
    title: must({ is: 'string', min: 1 } as const),
    details: may(richText),
    output: may(richText),
    sources: may(list(element('url'))),
    status: must(among('pending', 'in_progress', 'complete', 'error')),
  };
}

function pick(check: Check | undefined) {
  return check ? { check } : {};
}
