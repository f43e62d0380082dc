import { blockKit, input, letters, plain, richText } from './block-kit.ts';
import { rule } from './rule.ts';

const { stands, takes, refuses } = blockKit();
const at = '/blocks/0/element';
const dispatch = { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] };
const shared = { placeholder: plain(letters(150)), focus_on_load: true, dispatch_action_config: dispatch };

rule(
  'element:plain_text_input',
  'bounds its text by min_length and max_length up to 3,000',
  'docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element',
  async () => {
    const full = {
      type: 'plain_text_input',
      ...shared,
      multiline: true,
      min_length: 0,
      max_length: 3000,
      initial_value: 'a',
    };
    await stands(input(full, { dispatch_action: true }), 'modal', 'home');
    await refuses('modal', input({ type: 'plain_text_input', min_length: 3001 }), `${at}/min_length`);
    await refuses('modal', input({ type: 'plain_text_input', max_length: 3001 }), `${at}/max_length`);
    await refuses('modal', input({ type: 'plain_text_input', max_length: 0 }), `${at}/max_length`);
    await refuses('modal', input({ type: 'plain_text_input', min_length: 5, max_length: 4 }), at, 'min_length');
    await refuses(
      'modal',
      input({ type: 'plain_text_input', placeholder: plain(letters(151)) }),
      `${at}/placeholder/text`,
    );
  },
);

rule(
  'element:email_text_input',
  'stands in an input block',
  'docs.slack.dev/reference/block-kit/block-elements/email-input-element',
  async () => {
    await stands(input({ type: 'email_text_input', ...shared, initial_value: 'a@e.test' }), 'modal', 'home');
    await refuses('modal', { type: 'actions', elements: [{ type: 'email_text_input' }] }, '/blocks/0/elements/0/type');
  },
);

rule(
  'element:url_text_input',
  'stands in an input block',
  'docs.slack.dev/reference/block-kit/block-elements/url-input-element',
  async () => {
    await stands(input({ type: 'url_text_input', ...shared, initial_value: 'https://e.test' }), 'modal', 'home');
    await refuses('modal', input({ type: 'url_text_input', min_length: 3 }), at, 'min_length');
  },
);

rule(
  'element:number_input',
  'says whether decimals are allowed; its numbers are strings',
  'docs.slack.dev/reference/block-kit/block-elements/number-input-element',
  async () => {
    const number = { type: 'number_input', is_decimal_allowed: true };
    await stands(
      input({ ...number, ...shared, min_value: '-10', max_value: '5.5', initial_value: '0.25' }),
      'modal',
      'home',
    );
    await refuses('modal', input({ type: 'number_input' }), at, 'is_decimal_allowed');
    await refuses('modal', input({ ...number, min_value: 1 }), `${at}/min_value`, 'must be a string');
    await refuses('modal', input({ ...number, max_value: 'ten' }), `${at}/max_value`);
    await refuses('modal', input({ ...number, min_value: '10', max_value: '9' }), at, 'min_value');
  },
);

rule(
  'element:rich_text_input',
  'starts with a rich_text block and shows 1 to 100 lines',
  'docs.slack.dev/reference/block-kit/block-elements/rich-text-input-element',
  async () => {
    await stands(
      input({ type: 'rich_text_input', ...shared, initial_value: richText(), min_lines: 1, max_lines: 100 }),
      'modal',
      'home',
    );
    await takes('modal', { type: 'actions', elements: [{ type: 'rich_text_input' }] });
    await refuses('modal', input({ type: 'rich_text_input', initial_value: 'a' }), `${at}/initial_value`);
    await refuses('modal', input({ type: 'rich_text_input', max_lines: 101 }), `${at}/max_lines`);
    await refuses('modal', input({ type: 'rich_text_input', min_lines: 0 }), `${at}/min_lines`);
    await refuses('modal', input({ type: 'rich_text_input', min_lines: 9, max_lines: 8 }), at, 'min_lines');
  },
);

rule(
  'element:file_input',
  'takes 1 to 10 files, in a modal',
  'docs.slack.dev/reference/block-kit/block-elements/file-input-element',
  async () => {
    await takes('modal', input({ type: 'file_input', filetypes: ['pdf'], max_files: 10 }));
    await refuses('home', input({ type: 'file_input' }), `${at}/type`);
    await refuses('modal', input({ type: 'file_input', max_files: 11 }), `${at}/max_files`);
    await refuses('modal', input({ type: 'file_input', max_files: 0 }), `${at}/max_files`);
    await refuses('modal', input({ type: 'file_input' }, { dispatch_action: true }), '/blocks/0', 'dispatch_action');
  },
);
