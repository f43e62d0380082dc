import { actions, blockKit, button, image, letters, mrkdwn, plain, richText, times } from './block-kit.ts';
import { rule } from './rule.ts';

const { stands, takes, refuses } = blockKit();
const at = '/blocks/0';
const task = { type: 'task_card', task_id: 't', title: 'Read the contract', status: 'pending' };

rule(
  'block:card',
  'shows a picture, texts or up to three buttons',
  'docs.slack.dev/reference/block-kit/blocks/card-block',
  async () => {
    const card = {
      type: 'card',
      hero_image: image,
      icon: image,
      title: mrkdwn(letters(150)),
      subtitle: mrkdwn('a'),
      body: mrkdwn(letters(200)),
      actions: [button],
    };
    await stands(card, 'message', 'modal', 'home');
    await refuses('message', { type: 'card', subtitle: mrkdwn('a') }, at, 'hero_image or title');
    await refuses('message', { ...card, title: mrkdwn(letters(151)) }, `${at}/title/text`);
    await refuses('message', { ...card, subtitle: mrkdwn(letters(151)) }, `${at}/subtitle/text`);
    await refuses('message', { ...card, body: mrkdwn(letters(201)) }, `${at}/body/text`);
    await refuses(
      'message',
      { ...card, actions: times(4, (index) => ({ ...button, action_id: `${index}` })) },
      `${at}/actions`,
    );
    await refuses('message', { ...card, actions: [button, button] }, `${at}/actions/1/action_id`);
    await refuses('message', { ...card, slack_icon: { name: 'folder' } }, at, 'only one of icon and slack_icon');
  },
);

rule(
  'block:carousel',
  'holds one to ten cards, in messages and Home tabs',
  'docs.slack.dev/reference/block-kit/blocks/carousel-block',
  async () => {
    const card = { type: 'card', title: mrkdwn('A') };
    await stands({ type: 'carousel', elements: times(10, () => card) }, 'message', 'home');
    await refuses('message', { type: 'carousel', elements: [] }, `${at}/elements`);
    await refuses('message', { type: 'carousel', elements: times(11, () => card) }, `${at}/elements`);
    await refuses('message', { type: 'carousel', elements: [{ type: 'divider' }] }, `${at}/elements/0/type`);
    await refuses(
      'message',
      { type: 'carousel', elements: times(2, () => ({ ...card, block_id: 'a' })) },
      `${at}/elements/1/block_id`,
    );
  },
);

rule(
  'block:container',
  'wraps up to ten blocks under a title, in messages',
  'docs.slack.dev/reference/block-kit/blocks/container-block',
  async () => {
    const box = { type: 'container', title: plain(letters(150)), child_blocks: times(10, () => ({ type: 'divider' })) };
    await stands(
      {
        ...box,
        subtitle: mrkdwn(letters(150)),
        width: 'full',
        icon: image,
        is_collapsible: true,
        default_collapsed: true,
      },
      'message',
    );
    await takes('message', {
      type: 'container',
      rich_text_title: richText(),
      child_blocks: [actions(button)],
      has_header_divider: true,
    });
    await refuses(
      'message',
      { type: 'container', child_blocks: [{ type: 'divider' }] },
      at,
      'title or rich_text_title',
    );
    await refuses('message', { ...box, title: plain(letters(151)) }, `${at}/title/text`);
    await refuses('message', { ...box, child_blocks: times(11, () => ({ type: 'divider' })) }, `${at}/child_blocks`);
    await refuses('message', { ...box, child_blocks: [box] }, `${at}/child_blocks/0/type`);
    await refuses('message', { ...box, width: 'huge' }, `${at}/width`);
    await refuses('message', { ...box, default_collapsed: true }, at, 'is_collapsible');
  },
);

rule(
  'block:context_actions',
  'holds at most five feedback and icon buttons',
  'docs.slack.dev/reference/block-kit/blocks/context-actions-block',
  async () => {
    const icon = (index: number) => ({
      type: 'icon_button',
      icon: 'trash',
      text: plain('Delete'),
      action_id: `${index}`,
    });
    await stands({ type: 'context_actions', elements: times(5, icon) }, 'message');
    await refuses('message', { type: 'context_actions', elements: times(6, icon) }, `${at}/elements`);
    await refuses('message', { type: 'context_actions', elements: [button] }, `${at}/elements/0/type`);
  },
);

rule(
  'block:task_card',
  'has an id, a title and one of four states; details are rich text',
  'docs.slack.dev/reference/block-kit/blocks/task-card-block',
  async () => {
    const source = { type: 'url', url: 'https://e.test/a', text: 'Contract' };
    await stands({ ...task, details: richText(), output: richText(), sources: [source] }, 'message');
    for (const status of ['pending', 'in_progress', 'complete', 'error']) await takes('message', { ...task, status });
    await refuses('message', { ...task, status: 'done' }, `${at}/status`);
    await refuses('message', { ...task, task_id: undefined }, at, 'task_id');
    await refuses('message', { ...task, details: plain('a') }, `${at}/details/type`);
  },
);

rule('block:plan', 'groups tasks under a title', 'docs.slack.dev/reference/block-kit/blocks/plan-block', async () => {
  await stands(
    { type: 'plan', title: 'Plan', tasks: [task, { task_id: 'u', title: 'Ask', status: 'complete' }] },
    'message',
  );
  await refuses('message', { type: 'plan', tasks: [] }, at, 'title');
  await refuses('message', { type: 'plan', title: 'Plan', tasks: [{ ...task, status: 'x' }] }, `${at}/tasks/0/status`);
});
