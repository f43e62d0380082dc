import { actions, blockKit, isMenu, letters, option, plain, times } from './block-kit.ts';
import { rule } from './rule.ts';

const kit = blockKit();
const { takes, refuses } = kit;
const at = '/blocks/0/elements/0';
type Json = Record<string, unknown>;

async function isMulti(type: string, more: Json = {}): Promise<void> {
  await isMenu(kit, type, { max_selected_items: 1, ...more });
  await refuses('message', actions({ type, ...more, max_selected_items: 0 }), `${at}/max_selected_items`);
}

async function hasOptions(type: string, initial: string, started: (value: string) => unknown): Promise<void> {
  const group = { label: plain(letters(75)), options: times(100, (index) => option(`${index}`)) };
  await takes(
    'message',
    actions({ type, options: times(100, (index) => option(`${index}`)), [initial]: started('7') }),
  );
  await takes(
    'message',
    actions({
      type,
      option_groups: times(100, () => ({ label: plain('a'), options: [option('a')] })),
      [initial]: started('a'),
    }),
  );
  await refuses('message', actions({ type, options: times(101, (index) => option(`${index}`)) }), `${at}/options`);
  await refuses('message', actions({ type, options: [option('a')], option_groups: [group] }), at, 'only one of');
  await refuses('message', actions({ type }), at, 'options or option_groups');
  await refuses('message', actions({ type, options: [option('a')], [initial]: started('b') }), at, 'must match');
}

rule(
  'element:static_select',
  'has options or groups of them, a hundred each, and starts with one of them',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    await isMenu(kit, 'static_select', { options: [option('a')] });
    await hasOptions('static_select', 'initial_option', option);
  },
);

rule(
  'element:multi_static_select',
  'starts with some of its options and takes at least one',
  'docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element',
  async () => {
    await isMulti('multi_static_select', { options: [option('a')] });
    await hasOptions('multi_static_select', 'initial_options', (value) => [option(value)]);
  },
);

rule(
  'element:external_select',
  'asks the app after so many letters',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    await isMenu(kit, 'external_select', { min_query_length: 0, initial_option: option('a') });
    await refuses('message', actions({ type: 'external_select', min_query_length: -1 }), `${at}/min_query_length`);
    await refuses('message', actions({ type: 'external_select', min_query_length: '3' }), `${at}/min_query_length`);
    await refuses('message', actions({ type: 'external_select', options: [option('a')] }), at, 'options');
  },
);

rule(
  'element:multi_external_select',
  'asks the app and takes several',
  'docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element',
  async () => {
    await isMulti('multi_external_select', { min_query_length: 2, initial_options: [option('a')] });
  },
);

rule(
  'element:users_select',
  'starts with one person',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    await isMenu(kit, 'users_select', { initial_user: 'U1' });
    await refuses('message', actions({ type: 'users_select', initial_user: ['U1'] }), `${at}/initial_user`);
  },
);

rule(
  'element:multi_users_select',
  'starts with several people',
  'docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element',
  async () => {
    await isMulti('multi_users_select', { initial_users: ['U1'] });
    await refuses('message', actions({ type: 'multi_users_select', initial_users: 'U1' }), `${at}/initial_users`);
  },
);

const filter = {
  include: ['im', 'mpim', 'private', 'public'],
  exclude_bot_users: true,
  exclude_external_shared_channels: true,
};

rule(
  'element:conversations_select',
  'filters what it offers and may start with the current conversation',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    await isMenu(kit, 'conversations_select', {
      initial_conversation: 'C1',
      default_to_current_conversation: true,
      response_url_enabled: true,
      filter,
    });
    await refuses(
      'message',
      actions({ type: 'conversations_select', filter: { include: ['secret'] } }),
      `${at}/filter/include/0`,
    );
  },
);

rule(
  'element:multi_conversations_select',
  'filters what it offers and takes several',
  'docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element',
  async () => {
    await isMulti('multi_conversations_select', { initial_conversations: ['C1'], filter });
    await refuses(
      'message',
      actions({ type: 'multi_conversations_select', response_url_enabled: true }),
      at,
      'response_url_enabled',
    );
  },
);

rule(
  'element:channels_select',
  'starts with one channel',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    await isMenu(kit, 'channels_select', { initial_channel: 'C1', response_url_enabled: true });
    await refuses('message', actions({ type: 'channels_select', filter }), at, 'filter');
  },
);

rule(
  'element:multi_channels_select',
  'starts with several channels',
  'docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element',
  async () => {
    await isMulti('multi_channels_select', { initial_channels: ['C1'] });
  },
);
