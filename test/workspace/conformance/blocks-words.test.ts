import { blockKit, input, letters, mrkdwn, option, plain, richText, times } from './block-kit.ts';
import { rule } from './rule.ts';

const { stands, takes, refuses } = blockKit();
const at = '/blocks/0';

rule(
  'block:rich_text',
  'is made of sections, lists, quotes and preformatted text',
  'docs.slack.dev/reference/block-kit/blocks/rich-text-block',
  async () => {
    await stands(richText(), 'message', 'modal', 'home');
    await refuses('message', { type: 'rich_text', elements: [{ type: 'text', text: 'a' }] }, `${at}/elements/0/type`);
    await refuses('message', { type: 'rich_text' }, at, 'elements');
  },
);

rule(
  'block:video',
  'needs https addresses, an alt text and a title under 200 characters',
  'docs.slack.dev/reference/block-kit/blocks/video-block',
  async () => {
    const video = {
      type: 'video',
      video_url: 'https://e.test/v',
      thumbnail_url: 'https://e.test/t',
      alt_text: 'v',
      title: plain(letters(199)),
    };
    await stands(
      { ...video, author_name: letters(49), title_url: 'https://e.test', provider_name: 'E' },
      'message',
      'modal',
      'home',
    );
    await refuses('message', { ...video, video_url: 'http://e.test/v' }, `${at}/video_url`);
    await refuses('message', { ...video, title_url: 'http://e.test/v' }, `${at}/title_url`);
    await refuses('message', { ...video, title: plain(letters(200)) }, `${at}/title/text`);
    await refuses('message', { ...video, author_name: letters(50) }, `${at}/author_name`);
  },
);

rule(
  'block:markdown',
  'stands in messages alone, 12,000 characters in one payload',
  'docs.slack.dev/reference/block-kit/blocks/markdown-block',
  async () => {
    await stands({ type: 'markdown', text: letters(12_000) }, 'message');
    await takes('message', ...times(2, () => ({ type: 'markdown', text: letters(6000) })));
    await refuses(
      'message',
      times(2, () => ({ type: 'markdown', text: letters(6001) })),
      '/blocks',
      'markdown',
    );
  },
);

rule(
  'block:alert',
  'stands in modals alone, with one of five levels',
  'docs.slack.dev/reference/block-kit/blocks/alert-block',
  async () => {
    for (const level of ['default', 'info', 'warning', 'error', 'success'])
      await takes('modal', { type: 'alert', text: mrkdwn('a'), level });
    await stands({ type: 'alert', text: plain(letters(200)) }, 'modal');
    await refuses('modal', { type: 'alert', text: plain('a'), level: 'fatal' }, `${at}/level`);
    await refuses('modal', { type: 'alert', text: plain(letters(201)) }, `${at}/text/text`);
  },
);

rule(
  'block:file',
  'is read-only: no app can send it',
  'docs.slack.dev/reference/block-kit/blocks/file-block',
  async () => {
    await stands({ type: 'file', source: 'remote', external_id: 'x' });
  },
);

rule(
  'limit:blocks',
  'a message has 50 blocks, a modal and a Home tab 100; block_ids differ',
  'docs.slack.dev/reference/block-kit/blocks',
  async () => {
    await takes('message', ...times(50, () => ({ type: 'divider' })));
    await refuses(
      'message',
      times(51, () => ({ type: 'divider' })),
      '/blocks',
      'no more than 50',
    );
    await takes('modal', ...times(100, () => ({ type: 'divider' })));
    await refuses(
      'modal',
      times(101, () => ({ type: 'divider' })),
      '/blocks',
      'no more than 100',
    );
    await refuses(
      'home',
      times(101, () => ({ type: 'divider' })),
      '/blocks',
      'no more than 100',
    );
    await refuses(
      'message',
      times(2, () => ({ type: 'divider', block_id: 'a' })),
      '/blocks/1/block_id',
      'already exists',
    );
    await refuses('message', { type: 'marquee' }, `${at}/type`, 'unsupported type: marquee');
  },
);

rule(
  'limit:focus_on_load',
  'one element of a view takes the focus',
  'docs.slack.dev/reference/block-kit/blocks/input-block',
  async () => {
    const field = (id: string) => input({ type: 'plain_text_input', action_id: id, focus_on_load: true });
    await takes('modal', field('a'));
    await refuses('modal', [field('a'), field('b')], '/blocks', 'focus_on_load');
    await takes('modal', input({ type: 'static_select', options: [option('a')], focus_on_load: true }));
  },
);
