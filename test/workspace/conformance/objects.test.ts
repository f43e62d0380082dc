import { actions, blockKit, button, image, input, letters, mrkdwn, option, plain } from './block-kit.ts';
import { rule } from './rule.ts';

const { takes, refuses } = blockKit();
const at = '/blocks/0';
const section = (text: unknown) => ({ type: 'section', text });

rule(
  'object:plain_text',
  'is 1 to 3,000 characters and may escape emoji',
  'docs.slack.dev/reference/block-kit/composition-objects/text-object',
  async () => {
    await takes('message', section({ ...plain(letters(3000)), emoji: true }));
    await refuses('message', section(plain('')), `${at}/text/text`);
    await refuses('message', section({ ...plain('a'), verbatim: true }), `${at}/text`, 'verbatim');
    await refuses('message', section({ ...plain('a'), emoji: 'yes' }), `${at}/text/emoji`);
    await refuses('message', section({ type: 'text', text: 'a' }), `${at}/text/type`);
    await refuses('message', section('a'), `${at}/text`, 'must be an object');
  },
);

rule(
  'object:mrkdwn',
  'is 1 to 3,000 characters, verbatim or not, and has no emoji switch',
  'docs.slack.dev/reference/block-kit/composition-objects/text-object',
  async () => {
    await takes('message', section({ ...mrkdwn(letters(3000)), verbatim: true }));
    await refuses('message', section({ ...mrkdwn('a'), emoji: true }), `${at}/text`, 'emoji');
    await refuses('message', section({ type: 'mrkdwn' }), `${at}/text`, 'missing required field: text');
  },
);

rule(
  'object:raw_text',
  'is a cell of at least one character',
  'docs.slack.dev/reference/block-kit/blocks/table-block',
  async () => {
    await takes('message', { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] });
    await refuses('message', { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }, `${at}/rows/0/0/text`);
    await refuses('message', { type: 'table', rows: [[plain('a')]] }, `${at}/rows/0/0/type`);
  },
);

rule(
  'object:raw_number',
  'is a cell with a number and its text',
  'docs.slack.dev/reference/block-kit/blocks/data-table-block',
  async () => {
    await takes('message', { type: 'table', rows: [[{ type: 'raw_number', value: 1.5, text: '1.5 h' }]] });
    await refuses(
      'message',
      { type: 'table', rows: [[{ type: 'raw_number', value: '1', text: '1' }]] },
      `${at}/rows/0/0/value`,
    );
    await refuses('message', { type: 'table', rows: [[{ type: 'raw_number', value: 1 }]] }, `${at}/rows/0/0`, 'text');
  },
);

rule(
  'object:confirm',
  'has a title of 100, a text of 300 and buttons of 30 characters',
  'docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object',
  async () => {
    const confirm = {
      title: plain(letters(100)),
      text: mrkdwn(letters(300)),
      confirm: plain(letters(30)),
      deny: plain(letters(30)),
      style: 'danger',
    };
    const asking = (more: Record<string, unknown>) => actions({ ...button, confirm: { ...confirm, ...more } });
    const inside = `${at}/elements/0/confirm`;
    await takes('message', asking({}));
    await refuses('message', asking({ title: plain(letters(101)) }), `${inside}/title/text`);
    await refuses('message', asking({ text: plain(letters(301)) }), `${inside}/text/text`);
    await refuses('message', asking({ text: undefined }), inside, 'text');
    await refuses('message', asking({ confirm: plain(letters(31)) }), `${inside}/confirm/text`);
    await refuses('message', asking({ deny: plain(letters(31)) }), `${inside}/deny/text`);
    await refuses('message', asking({ style: 'warning' }), `${inside}/style`);
  },
);

rule(
  'object:option',
  'has a text and a description of 75 characters and a value of 150; an address only in an overflow menu',
  'docs.slack.dev/reference/block-kit/composition-objects/option-object',
  async () => {
    const choosing = (more: Record<string, unknown>) =>
      actions({ type: 'static_select', options: [{ ...option('a'), ...more }] });
    const inside = `${at}/elements/0/options/0`;
    await takes(
      'message',
      choosing({ text: plain(letters(75)), value: letters(150), description: plain(letters(75)) }),
    );
    await refuses('message', choosing({ text: plain(letters(76)) }), `${inside}/text/text`);
    await refuses('message', choosing({ text: mrkdwn('a') }), `${inside}/text/type`);
    await refuses('message', choosing({ value: letters(151) }), `${inside}/value`);
    await refuses('message', choosing({ description: plain(letters(76)) }), `${inside}/description/text`);
    await refuses('message', choosing({ url: 'https://e.test' }), inside, 'url');
    await takes('message', actions({ type: 'overflow', options: [{ ...option('a'), url: 'https://e.test' }] }));
  },
);

rule(
  'object:option_group',
  'has a label of 75 characters and one to a hundred options',
  'docs.slack.dev/reference/block-kit/composition-objects/option-group-object',
  async () => {
    const grouped = (group: Record<string, unknown>) =>
      actions({ type: 'static_select', option_groups: [{ label: plain('a'), options: [option('a')], ...group }] });
    const inside = `${at}/elements/0/option_groups/0`;
    await takes('message', grouped({ label: plain(letters(75)) }));
    await refuses('message', grouped({ label: plain(letters(76)) }), `${inside}/label/text`);
    await refuses(
      'message',
      grouped({ options: Array.from({ length: 101 }, (_, index) => option(`${index}`)) }),
      `${inside}/options`,
    );
    await refuses('message', grouped({ options: undefined }), inside, 'options');
  },
);

rule(
  'object:conversation_filter',
  'names at least one thing to filter by',
  'docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object',
  async () => {
    const filtered = (filter: Record<string, unknown>) => actions({ type: 'conversations_select', filter });
    await takes('message', filtered({ include: ['public'] }), filtered({ exclude_bot_users: true }));
    await refuses('message', filtered({}), `${at}/elements/0/filter`);
    await refuses('message', filtered({ include: [] }), `${at}/elements/0/filter/include`);
  },
);

rule(
  'object:dispatch_action_config',
  'names one or both triggers',
  'docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object',
  async () => {
    const speaking = (on: unknown) =>
      input(
        { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: on } },
        { dispatch_action: true },
      );
    await takes('modal', speaking(['on_enter_pressed']), speaking(['on_character_entered', 'on_enter_pressed']));
    await refuses('modal', speaking(['on_blur']), `${at}/element/dispatch_action_config/trigger_actions_on/0`);
    await refuses('modal', speaking([]), `${at}/element/dispatch_action_config/trigger_actions_on`);
  },
);

rule(
  'object:slack_file',
  'has an id or an address, not both',
  'docs.slack.dev/reference/block-kit/composition-objects/slack-file-object',
  async () => {
    const shown = (slack_file: unknown) => ({ type: 'image', alt_text: image.alt_text, slack_file });
    await takes('message', shown({ id: 'F1' }), shown({ url: 'https://e.test/F1' }));
    await refuses('message', shown({ id: 'F1', url: 'https://e.test/F1' }), `${at}/slack_file`, 'only one of');
    await refuses('message', shown({}), `${at}/slack_file`, 'id or url');
  },
);

rule(
  'object:workflow',
  'has a trigger with an address',
  'docs.slack.dev/reference/block-kit/composition-objects/workflow-object',
  async () => {
    const running = (workflow: unknown) => actions({ type: 'workflow_button', text: plain('Run'), workflow });
    await takes('message', running({ trigger: { url: 'https://slack.com/shortcuts/Ft1/x' } }));
    await refuses('message', running({ trigger: {} }), `${at}/elements/0/workflow/trigger`, 'url');
    await refuses(
      'message',
      running({ trigger: { url: 'https://e.test', customizable_input_parameters: [{ name: 'a' }] } }),
      `${at}/elements/0/workflow/trigger/customizable_input_parameters/0`,
      'value',
    );
  },
);
