import type { KnownBlock, View } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../src/workspace/blocks/validate.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const richText = {
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text: 'hi' }] }],
};
const image = { type: 'image' as const, image_url: 'https://example.test/a.png', alt_text: 'a' };
const button = { type: 'button' as const, text: plain('Go'), action_id: 'go' };
const card = { type: 'card' as const, title: mrkdwn('A card'), actions: [button] };
const task = { type: 'task_card' as const, task_id: 't', title: 'Do', status: 'pending' as const, details: richText };

type Surface = 'message' | 'modal' | 'home';
const everywhere: Surface[] = ['message', 'modal', 'home'];

/** A right example of every block that @slack/types knows, typed by it, and where Slack shows it. */
const examples: [KnownBlock, Surface[]][] = [
  [{ type: 'section', text: mrkdwn('*hi*'), fields: [plain('a')], accessory: image }, everywhere],
  [{ type: 'divider' }, everywhere],
  [{ type: 'header', text: plain('Title') }, everywhere],
  [{ ...image, title: plain('t') }, everywhere],
  [{ type: 'context', elements: [image, plain('a'), mrkdwn('b')] }, everywhere],
  [{ type: 'actions', elements: [button, { type: 'overflow', options: [option('a')] }] }, everywhere],
  [richText, everywhere],
  [
    {
      type: 'video',
      video_url: 'https://e.test/v',
      thumbnail_url: 'https://e.test/t',
      alt_text: 'v',
      title: plain('v'),
    },
    everywhere,
  ],
  [{ type: 'input', label: plain('Name'), element: { type: 'plain_text_input' } }, ['modal', 'home']],
  [{ type: 'markdown', text: '**bold**' }, ['message']],
  [
    { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }, richText]], column_settings: [{ align: 'right' }] },
    ['message'],
  ],
  [
    {
      type: 'data_table',
      caption: 'c',
      rows: [[{ type: 'raw_text', text: 'a' }], [{ type: 'raw_number', value: 1, text: '1' }]],
    },
    ['message'],
  ],
  [{ type: 'alert', text: plain('Careful'), level: 'warning' }, ['modal']],
  [card, everywhere],
  [{ type: 'carousel', elements: [card] }, ['message', 'home']],
  [{ type: 'container', title: plain('Box'), child_blocks: [{ type: 'divider' }] }, ['message']],
  [{ type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('Delete') }] }, ['message']],
  [task, ['message']],
  [{ type: 'plan', title: 'Plan', tasks: [task] }, ['message']],
  [{ type: 'file', source: 'remote', external_id: 'x' }, []],
];

describe.each(examples.map(([block, surfaces]) => [block.type, block, surfaces] as const))(
  '%s',
  (_type, block, surfaces) => {
    test.each(everywhere)('on %s', (surface) => {
      const wrong = validateBlocks([block], surface);
      if (surfaces.includes(surface)) expect(wrong).toEqual([]);
      else expect(wrong).toEqual([`unsupported type: ${block.type} [json-pointer:/blocks/0/type]`]);
    });
  },
);

const label = plain('Label');
const input = (element: Record<string, unknown>) => ({ type: 'input', label, element });
const inputs: View['blocks'] = [
  { type: 'input', label, element: { type: 'static_select', options: [option('a')], initial_option: option('a') } },
  {
    type: 'input',
    label,
    element: { type: 'multi_static_select', option_groups: [{ label, options: [option('a')] }] },
  },
  { type: 'input', label, element: { type: 'external_select', min_query_length: 0 } },
  { type: 'input', label, element: { type: 'multi_external_select' } },
  { type: 'input', label, element: { type: 'users_select' } },
  { type: 'input', label, element: { type: 'multi_users_select', initial_users: ['U1'], max_selected_items: 2 } },
  { type: 'input', label, element: { type: 'conversations_select', filter: { include: ['public'] } } },
  { type: 'input', label, element: { type: 'multi_conversations_select' } },
  { type: 'input', label, element: { type: 'channels_select' } },
  { type: 'input', label, element: { type: 'multi_channels_select' } },
  { type: 'input', label, element: { type: 'checkboxes', options: [option('a')] } },
  { type: 'input', label, element: { type: 'radio_buttons', options: [option('a')] } },
  { type: 'input', label, element: { type: 'datepicker', initial_date: '2026-11-21' } },
  { type: 'input', label, element: { type: 'timepicker', initial_time: '23:59' } },
  { type: 'input', label, element: { type: 'datetimepicker', initial_date_time: 1_700_000_000 } },
  { type: 'input', label, element: { type: 'email_text_input' } },
  { type: 'input', label, element: { type: 'url_text_input' } },
  { type: 'input', label, element: { type: 'number_input', is_decimal_allowed: false, min_value: '1' } },
  { type: 'input', label, element: { type: 'rich_text_input', initial_value: richText } },
  { type: 'input', label, element: { type: 'file_input', max_files: 1 } },
];

test('every input element that @slack/types knows is taken in a modal', () => {
  expect(validateBlocks(inputs, 'modal')).toEqual([]);
});

const repeat = <T>(count: number, item: T) => Array.from({ length: count }, () => item);

describe('limits', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'a header of 151 letters',
      { type: 'header', text: plain('a'.repeat(151)) },
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a section of 3001',
      { type: 'section', text: mrkdwn('a'.repeat(3001)) },
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an empty section',
      { type: 'section', text: mrkdwn('') },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['a section of nothing', { type: 'section' }, 'missing required field: text or fields [json-pointer:/blocks/0]'],
    [
      'a field of 2001',
      { type: 'section', fields: [plain('a'.repeat(2001))] },
      'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      '11 fields',
      { type: 'section', fields: repeat(11, plain('a')) },
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      '11 context elements',
      { type: 'context', elements: repeat(11, plain('a')) },
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '26 actions',
      { type: 'actions', elements: repeat(26, { type: 'button', text: plain('a') }) },
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '6 overflow options',
      { type: 'actions', elements: [{ type: 'overflow', options: repeat(6, option('a')) }] },
      'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      '101 options',
      input({ type: 'static_select', options: repeat(101, option('a')) }),
      'no more than 100 items allowed [json-pointer:/blocks/0/element/options]',
    ],
    [
      '11 checkboxes',
      input({ type: 'checkboxes', options: repeat(11, option('a')) }),
      'no more than 10 items allowed [json-pointer:/blocks/0/element/options]',
    ],
    [
      'an option of 76',
      input({ type: 'static_select', options: [option('a'.repeat(76))] }),
      'must be less than 76 characters [json-pointer:/blocks/0/element/options/0/text/text]',
    ],
    [
      'a button of 76',
      { type: 'actions', elements: [{ type: 'button', text: plain('a'.repeat(76)) }] },
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a value of 2001',
      { type: 'actions', elements: [{ ...button, value: 'a'.repeat(2001) }] },
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'a button in mrkdwn',
      { type: 'actions', elements: [{ type: 'button', text: mrkdwn('a') }] },
      'must be one of: plain_text [json-pointer:/blocks/0/elements/0/text/type]',
    ],
    [
      'a placeholder of 151',
      input({ type: 'users_select', placeholder: plain('a'.repeat(151)) }),
      'must be less than 151 characters [json-pointer:/blocks/0/element/placeholder/text]',
    ],
    [
      'a block_id of 256',
      { type: 'divider', block_id: 'a'.repeat(256) },
      'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
    ],
    [
      'a confirm text of 301',
      { type: 'actions', elements: [{ ...button, confirm: { text: plain('a'.repeat(301)) } }] },
      'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
    ],
    [
      'an initial option from elsewhere',
      input({ type: 'static_select', options: [option('a')], initial_option: option('b') }),
      'initial_option must match one of the options [json-pointer:/blocks/0/element]',
    ],
    ['a button as input', input(button), 'unsupported type: button [json-pointer:/blocks/0/element/type]'],
    [
      'a text input in a section',
      { type: 'section', text: plain('a'), accessory: { type: 'plain_text_input' } },
      'unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]',
    ],
    [
      'a wrong date',
      input({ type: 'datepicker', initial_date: '21.11.2026' }),
      'value does not match the required format [json-pointer:/blocks/0/element/initial_date]',
    ],
    [
      'numbers that are not strings',
      input({ type: 'number_input', is_decimal_allowed: true, min_value: 1 }),
      'must be a string [json-pointer:/blocks/0/element/min_value]',
    ],
    ['an unknown block', { type: 'marquee' }, 'unsupported type: marquee [json-pointer:/blocks/0/type]'],
    ['a name from Object', { type: 'constructor' }, 'unsupported type: constructor [json-pointer:/blocks/0/type]'],
    ['no type', { text: plain('a') }, 'missing required field: type [json-pointer:/blocks/0]'],
  ])('refuses %s', (_name, block, line) => {
    expect(validateBlocks([block], 'modal')).toContain(line);
  });

  test('50 blocks in a message, 100 in a modal', () => {
    const blocks = repeat(101, { type: 'divider' });
    expect(validateBlocks(blocks.slice(0, 50), 'message')).toEqual([]);
    expect(validateBlocks(blocks.slice(0, 51), 'message')).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(validateBlocks(blocks.slice(0, 100), 'modal')).toEqual([]);
    expect(validateBlocks(blocks, 'home')).toEqual(['no more than 100 items allowed [json-pointer:/blocks]']);
  });

  test('block_id and, within a block, action_id occur once', () => {
    expect(validateBlocks(repeat(2, { type: 'divider', block_id: 'a' }), 'message')).toHaveLength(1);
    expect(validateBlocks([{ type: 'actions', elements: [button, button] }], 'message')).toEqual([
      '`action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ]);
  });

  test('12,000 letters of markdown and one table of 10,000 letters in a whole message', () => {
    expect(validateBlocks(repeat(2, { type: 'markdown', text: 'a'.repeat(6000) }), 'message')).toEqual([]);
    expect(validateBlocks(repeat(2, { type: 'markdown', text: 'a'.repeat(6001) }), 'message')).toHaveLength(1);
    const table = (letters: number) => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'a'.repeat(letters) }]] });
    expect(validateBlocks([table(10_000)], 'message')).toEqual([]);
    expect(validateBlocks([table(10_001)], 'message')).toHaveLength(1);
    expect(validateBlocks(repeat(2, table(1)), 'message')).toEqual([
      'only one table block is allowed [json-pointer:/blocks]',
    ]);
  });
});
