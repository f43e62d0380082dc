import { actions, blockKit, button, image, input, letters, mrkdwn, option, plain, times } from './block-kit.ts';
import { rule } from './rule.ts';

const { stands, takes, refuses } = blockKit();
const at = '/blocks/0/elements/0';
const confirm = { title: plain('Sure?'), text: mrkdwn('It *goes*.'), confirm: plain('Yes'), deny: plain('No') };

rule(
  'element:button',
  'has a label of 75, a value of 2,000 and an address of 3,000 characters',
  'docs.slack.dev/reference/block-kit/block-elements/button-element',
  async () => {
    const full = {
      ...button,
      value: letters(2000),
      url: `https://e.test/${letters(2985)}`,
      style: 'danger',
      confirm,
      accessibility_label: letters(75),
    };
    await stands(actions(full), 'message', 'modal', 'home');
    await refuses('message', actions({ ...button, text: plain(letters(76)) }), `${at}/text/text`);
    await refuses('message', actions({ ...button, text: mrkdwn('a') }), `${at}/text/type`);
    await refuses('message', actions({ ...button, value: letters(2001) }), `${at}/value`);
    await refuses('message', actions({ ...button, url: `https://e.test/${letters(2986)}` }), `${at}/url`);
    await refuses('message', actions({ ...button, url: 'not an address' }), `${at}/url`);
    await refuses('message', actions({ ...button, style: 'default' }), `${at}/style`);
    await refuses('message', actions({ ...button, accessibility_label: letters(76) }), `${at}/accessibility_label`);
    await refuses('message', actions({ ...button, action_id: letters(256) }), `${at}/action_id`);
  },
);

rule(
  'element:workflow_button',
  'names the trigger of a workflow, in messages',
  'docs.slack.dev/reference/block-kit/block-elements/workflow-button-element',
  async () => {
    const trigger = {
      url: 'https://slack.com/shortcuts/Ft1/x',
      customizable_input_parameters: [{ name: 'who', value: 'me' }],
    };
    await takes('message', actions({ type: 'workflow_button', text: plain('Run'), workflow: { trigger } }));
    await refuses('message', actions({ type: 'workflow_button', text: plain('Run') }), at, 'workflow');
    await refuses(
      'modal',
      actions({ type: 'workflow_button', text: plain('Run'), workflow: { trigger } }),
      `${at}/type`,
    );
  },
);

rule(
  'element:overflow',
  'has one to five options, which may lead to an address',
  'docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element',
  async () => {
    const five = times(5, (index) => ({ ...option(`${index}`), url: 'https://e.test' }));
    await stands(actions({ type: 'overflow', options: five, confirm }), 'message', 'modal', 'home');
    await refuses(
      'message',
      actions({ type: 'overflow', options: times(6, (index) => option(`${index}`)) }),
      `${at}/options`,
    );
    await refuses('message', actions({ type: 'overflow', options: [] }), `${at}/options`);
  },
);

rule(
  'element:image',
  'stands in a section or context and needs an alt text',
  'docs.slack.dev/reference/block-kit/block-elements/image-element',
  async () => {
    await takes(
      'message',
      { type: 'context', elements: [image] },
      { type: 'section', text: plain('a'), accessory: image },
    );
    await refuses(
      'message',
      { type: 'context', elements: [{ type: 'image', image_url: 'https://e.test/a.png' }] },
      at,
      'alt_text',
    );
    await refuses(
      'message',
      { type: 'context', elements: [{ type: 'image', alt_text: 'a' }] },
      at,
      'image_url or slack_file',
    );
  },
);

rule(
  'element:feedback_buttons',
  'has two buttons, each with a text and a value',
  'docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element',
  async () => {
    const side = { text: plain('Good'), value: 'up', accessibility_label: 'It helped' };
    const both = { type: 'feedback_buttons', positive_button: side, negative_button: side };
    await takes('message', { type: 'context_actions', elements: [both] });
    await refuses(
      'message',
      { type: 'context_actions', elements: [{ ...both, negative_button: undefined }] },
      at,
      'negative_button',
    );
    await refuses(
      'message',
      { type: 'context_actions', elements: [{ ...both, positive_button: { text: plain('a') } }] },
      `${at}/positive_button`,
      'value',
    );
  },
);

rule(
  'element:icon_button',
  'names its icon and its text',
  'docs.slack.dev/reference/block-kit/block-elements/icon-button-element',
  async () => {
    const icon = {
      type: 'icon_button',
      icon: 'trash',
      text: plain('Delete'),
      value: 'x',
      visible_to_user_ids: ['U1'],
      confirm,
    };
    await takes('message', { type: 'context_actions', elements: [icon] });
    await refuses('message', { type: 'context_actions', elements: [{ ...icon, icon: undefined }] }, at, 'icon');
    await refuses(
      'message',
      { type: 'context_actions', elements: [{ ...icon, visible_to_user_ids: 'U1' }] },
      `${at}/visible_to_user_ids`,
    );
  },
);

rule(
  'element:url',
  'is a source of a task: an address and its text',
  'docs.slack.dev/reference/block-kit/block-elements/url-source-element',
  async () => {
    const task = (source: Record<string, unknown>) => ({
      type: 'task_card',
      task_id: 't',
      title: 'Do',
      status: 'complete',
      sources: [source],
    });
    await takes('message', task({ type: 'url', url: 'https://e.test', text: 'E' }));
    await refuses('message', task({ type: 'url', url: 'https://e.test' }), '/blocks/0/sources/0', 'text');
  },
);

for (const type of ['checkboxes', 'radio_buttons'] as const) {
  const about = type === 'checkboxes' ? 'initial_options' : 'initial_option';
  const started = (value: string) => (type === 'checkboxes' ? [option(value)] : option(value));
  const check = async (): Promise<void> => {
    const ten = times(10, (index) => ({ text: mrkdwn('*a*'), value: `${index}`, description: plain('b') }));
    await stands(actions({ type, options: ten, confirm, focus_on_load: true }), 'message', 'modal', 'home');
    await takes('modal', input({ type, options: [option('a')], [about]: started('a') }));
    await refuses('message', actions({ type, options: times(11, (index) => option(`${index}`)) }), `${at}/options`);
    await refuses('message', actions({ type, options: [option('a')], [about]: started('b') }), at, 'must match');
    await refuses(
      'message',
      actions({ type, options: [{ ...option('a'), url: 'https://e.test' }] }),
      `${at}/options/0`,
      'url',
    );
  };
  if (type === 'checkboxes') {
    rule(
      'element:checkboxes',
      'has one to ten options; what is ticked is one of them',
      'docs.slack.dev/reference/block-kit/block-elements/checkboxes-element',
      check,
    );
  } else {
    rule(
      'element:radio_buttons',
      'has one to ten options; what is chosen is one of them',
      'docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element',
      check,
    );
  }
}
