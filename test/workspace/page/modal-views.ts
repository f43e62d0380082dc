import type { App } from '@slack/bolt';
import type { View } from '@slack/types';
import { until } from '../fixture.ts';
import { option, text, words } from './every-block.ts';

type Values = Record<string, Record<string, Record<string, unknown>>>;
/** What the app was sent, in order. */
export const submitted: Values[] = [];

const field = (
  block_id: string,
  label: string,
  element: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  type: 'input',
  block_id,
  label: text(label),
  element: { action_id: 'v', ...element },
  ...more,
});
const go = (action_id: string, label: string) => ({
  type: 'actions',
  block_id: `go_${action_id}`,
  elements: [{ type: 'button', action_id, text: text(label) }],
});
const modal = (title: string, callback_id: string, blocks: unknown[], more: Record<string, unknown> = {}): View =>
  JSON.parse(JSON.stringify({ type: 'modal', title: text(title), submit: text('Send'), callback_id, blocks, ...more }));

const name = field('name', 'Name', { type: 'plain_text_input' });
const modals: Record<string, View> = {
  stack: modal('First', 'done', [name, go('push2', 'Go deeper')]),
  update: modal('Changing', 'done', [name, go('update', 'Show more')]),
  strict: modal('Strict', 'strict', [
    name,
    field('mail', 'Mail', { type: 'email_text_input' }, { hint: text('Work address.') }),
    field('ways', 'Ways', { type: 'checkboxes', options: [option('a', 'By mail'), option('b', 'By chat')] }),
  ]),
  deaf: modal('Deaf', 'deaf', [name]),
  long: modal('Long', 'done', [
    ...Array.from({ length: 60 }, (_, at) => ({ type: 'section', text: words(`Paragraph ${at + 1}`) })),
    field('last', 'Last words', { type: 'plain_text_input', multiline: true }, { optional: true }),
  ]),
  closed: modal('Not yet', 'done', [name], { submit_disabled: true }),
  rich: modal('Letter', 'done', [
    field('body', 'Letter text', { type: 'rich_text_input', placeholder: text('Write here') }),
  ]),
  files: modal('Files', 'done', [
    field('files', 'Contracts', { type: 'file_input', filetypes: ['txt'], max_files: 2 }),
  ]),
  every: modal('Everything', 'done', [
    { type: 'alert', level: 'warning', text: words('This is *shown to all*.') },
    name,
    field(
      'lines',
      'Several lines',
      { type: 'plain_text_input', multiline: true, placeholder: text('As it is') },
      { hint: text('Up to a page.') },
    ),
    field('mail', 'Mail', { type: 'email_text_input' }, { optional: true }),
    field('page', 'Address', { type: 'url_text_input' }, { optional: true }),
    field('count', 'Hours', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }),
    field('day', 'Day', { type: 'datepicker', initial_date: '2026-12-14' }),
    field('hour', 'Hour', { type: 'timepicker', initial_time: '09:00', timezone: 'Europe/London' }),
    field('moment', 'Moment', { type: 'datetimepicker', initial_date_time: 1_797_240_600 }),
    field('size', 'Size', { type: 'static_select', options: [option('s', 'Small'), option('l', 'Large')] }),
    field('who', 'People', { type: 'multi_users_select', initial_users: ['U0TOMASZ', 'U0YUKI'] }),
    field('where', 'Conversation', { type: 'conversations_select', default_to_current_conversation: true }),
    field('body', 'Letter text', { type: 'rich_text_input', placeholder: text('Write here') }, { optional: true }),
    field('files', 'Contracts', { type: 'file_input', filetypes: ['pdf', 'txt'], max_files: 3 }, { optional: true }),
    field('ways', 'Ways', {
      type: 'checkboxes',
      options: [{ ...option('a', 'By mail'), description: text('Once a day') }, option('b', 'By chat')],
    }),
    field('pace', 'Pace', {
      type: 'radio_buttons',
      options: [option('f', 'Fast'), option('c', 'Calm')],
      initial_option: option('c', 'Calm'),
    }),
  ]),
};

/** An app that opens, pushes and updates them, and takes or refuses what they send. */
export const listen = (app: App): void => {
  app.command('/desk', async ({ ack, client, body }) => {
    const view = modals[body.text];
    if (view) await client.views.open({ trigger_id: body.trigger_id, view });
    await ack();
  });
  for (const [action, view] of [
    [
      'push2',
      modal('Second', 'done', [field('more', 'More', { type: 'plain_text_input' }), go('push3', 'Deeper still')]),
    ],
    ['push3', modal('Third', 'done', [field('most', 'Most', { type: 'plain_text_input' })])],
  ] as const) {
    app.action(action, async ({ ack, client, body }) => {
      await ack();
      if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view });
    });
  }
  app.action('update', async ({ ack, client, body }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    const view = modal('Changing', 'done', [name, { type: 'section', text: words('Here is more.') }]);
    await client.views.update({ view_id: body.view.id, view });
  });
  app.view('done', async ({ ack, view }) => {
    submitted.push(JSON.parse(JSON.stringify(view.state.values)));
    await ack();
  });
  app.view('strict', async ({ ack }) =>
    ack({ response_action: 'errors', errors: { mail: 'Nobody has this address.' } }),
  );
  app.view('deaf', async () => {});
};

export const sent = (): Promise<Values> => until(() => submitted.at(-1));
