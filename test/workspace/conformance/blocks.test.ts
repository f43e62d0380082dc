import { actions, blockKit, button, image, input, letters, mrkdwn, plain, times } from './block-kit.ts';
import { rule } from './rule.ts';

const { stands, takes, refuses } = blockKit();
const at = '/blocks/0';

rule(
  'block:section',
  'has text or up to ten fields, and one accessory',
  'docs.slack.dev/reference/block-kit/blocks/section-block',
  async () => {
    await stands(
      { type: 'section', text: mrkdwn('*hi*'), fields: [plain('a')], accessory: image, expand: true },
      'message',
      'modal',
      'home',
    );
    await takes('message', { type: 'section', fields: times(10, () => mrkdwn(letters(2000))) });
    await refuses('message', { type: 'section' }, at, 'text or fields');
    await refuses('message', { type: 'section', text: mrkdwn(letters(3001)) }, `${at}/text/text`);
    await refuses('message', { type: 'section', text: plain('') }, `${at}/text/text`);
    await refuses('message', { type: 'section', fields: times(11, () => plain('a')) }, `${at}/fields`);
    await refuses('message', { type: 'section', fields: [plain(letters(2001))] }, `${at}/fields/0/text`);
    await refuses(
      'message',
      { type: 'section', text: plain('a'), accessory: { type: 'plain_text_input' } },
      `${at}/accessory/type`,
    );
  },
);

rule(
  'block:divider',
  'has nothing but a block_id of 255 characters',
  'docs.slack.dev/reference/block-kit/blocks/divider-block',
  async () => {
    await stands({ type: 'divider', block_id: letters(255) }, 'message', 'modal', 'home');
    await refuses('message', { type: 'divider', block_id: letters(256) }, `${at}/block_id`);
    await refuses('message', { type: 'divider', text: plain('a') }, at, 'additional property: text');
  },
);

rule(
  'block:header',
  'is plain text of 150 characters',
  'docs.slack.dev/reference/block-kit/blocks/header-block',
  async () => {
    await stands({ type: 'header', text: plain(letters(150)) }, 'message', 'modal', 'home');
    await refuses('message', { type: 'header', text: plain(letters(151)) }, `${at}/text/text`);
    await refuses('message', { type: 'header', text: mrkdwn('a') }, `${at}/text/type`);
    await refuses('message', { type: 'header' }, at, 'missing required field: text');
  },
);

rule(
  'block:image',
  'needs an alt text and either an address or a file',
  'docs.slack.dev/reference/block-kit/blocks/image-block',
  async () => {
    await stands({ ...image, title: plain('A picture') }, 'message', 'modal', 'home');
    await takes('message', { type: 'image', slack_file: { id: 'F1' }, alt_text: letters(2000) });
    await refuses('message', { ...image, alt_text: undefined }, at, 'alt_text');
    await refuses('message', { ...image, slack_file: { id: 'F1' } }, at, 'only one of image_url and slack_file');
    await refuses('message', { ...image, image_url: `https://e.test/${letters(3000)}` }, `${at}/image_url`);
    await refuses('message', { ...image, title: plain(letters(2001)) }, `${at}/title/text`);
  },
);

rule(
  'block:context',
  'holds at most ten images and texts',
  'docs.slack.dev/reference/block-kit/blocks/context-block',
  async () => {
    await stands({ type: 'context', elements: [image, plain('a'), mrkdwn('b')] }, 'message', 'modal', 'home');
    await refuses('message', { type: 'context', elements: times(11, () => plain('a')) }, `${at}/elements`);
    await refuses('message', { type: 'context', elements: [button] }, `${at}/elements/0/type`);
  },
);

rule(
  'block:actions',
  'holds at most 25 elements',
  'docs.slack.dev/reference/block-kit/blocks/actions-block',
  async () => {
    await stands(actions(...times(25, (index) => ({ ...button, action_id: `${index}` }))), 'message', 'modal', 'home');
    await refuses(
      'message',
      actions(...times(26, (index) => ({ ...button, action_id: `${index}` }))),
      `${at}/elements`,
    );
    await refuses('message', actions(image), `${at}/elements/0/type`);
    await refuses('message', actions(button, button), `${at}/elements/1/action_id`, 'already exists');
  },
);

rule(
  'block:input',
  'labels one input; label and hint have 2,000 characters',
  'docs.slack.dev/reference/block-kit/blocks/input-block',
  async () => {
    await stands(
      input({ type: 'plain_text_input' }, { hint: plain(letters(2000)), optional: true, dispatch_action: true }),
      'modal',
      'home',
    );
    await refuses('modal', input({ type: 'plain_text_input' }, { label: plain(letters(2001)) }), `${at}/label/text`);
    await refuses('modal', input({ type: 'plain_text_input' }, { label: mrkdwn('a') }), `${at}/label/type`);
    await refuses('modal', input({ type: 'plain_text_input' }, { hint: plain(letters(2001)) }), `${at}/hint/text`);
    await refuses('modal', input(button), `${at}/element/type`);
  },
);
