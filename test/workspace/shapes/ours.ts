import type { Exception } from './compare.ts';

const GROUP = ['auto_type', 'deleted_by'];
const ofGroup = (where: string, key: string, keys = GROUP): Exception => ({
  where,
  keys: keys.map((name) => `${key}.${name}`),
  why: 'null in docs.slack.dev/reference/methods/usergroups.create; the samples drop nulls',
});

/** Keys that the workspace sends though no sample shows them: newer than the samples, or empty in them. */
export const OURS: Exception[] = [
  { where: 'blocks.validate', keys: ['*'], why: 'newer: docs.slack.dev/reference/methods/blocks.validate' },
  { where: 'canvases.getContent', keys: ['*'], why: 'newer: docs.slack.dev/reference/methods/canvases.getContent' },
  { where: 'event:app_context_changed', keys: ['*'], why: 'newer: AppContextChangedEvent in @slack/types' },
  ofGroup('usergroups.create', 'usergroup', [...GROUP, 'user_count']),
  ofGroup('usergroups.users.update', 'usergroup', [...GROUP, 'user_count']),
  ofGroup('usergroups.update', 'usergroup'),
  ofGroup('usergroups.enable', 'usergroup'),
  ofGroup('usergroups.disable', 'usergroup', ['auto_type']),
  ofGroup('usergroups.list', 'usergroups[]', ['auto_type']),
  ofGroup('event:subteam_created', 'subteam'),
  ofGroup('event:subteam_updated', 'subteam', ['auto_type']),
  { where: 'auth.revoke', keys: ['revoked'], why: 'docs.slack.dev/reference/methods/auth.revoke' },
  { where: 'channel', keys: ['is_frozen'], why: 'docs.slack.dev/reference/objects/conversation-object' },
  { where: 'message', keys: ['name', 'old_name'], why: 'docs.slack.dev/reference/events/message/channel_name' },
  {
    where: 'event:message/group_name',
    keys: ['name', 'old_name'],
    why: 'as message.channel_name, of a private channel',
  },
  {
    where: 'pins.list',
    keys: ['items[].channel', 'items[].message'],
    why: 'docs.slack.dev/reference/methods/pins.list',
  },
  { where: 'files.info', keys: ['response_metadata'], why: 'docs.slack.dev/reference/methods/files.info' },
  { where: 'event:user_change', keys: ['event_ts'], why: 'UserChangeEvent in @slack/types' },
  {
    where: 'event:message',
    keys: ['user_profile'],
    why: 'empty in the sample; AppMentionEvent in @slack/types has its keys',
  },
  { where: 'event:app_mention', keys: ['files'], why: 'AppMentionEvent in @slack/types' },
  { where: 'event:app_home_opened', keys: ['context'], why: 'newer: AppHomeOpenedEvent in @slack/types' },
  {
    where: 'chat.stopStream',
    keys: ['channel', 'ts', 'message'],
    why: 'docs.slack.dev/reference/methods/chat.stopStream',
  },
  { where: 'interaction:block_actions', keys: ['state.values'], why: 'BlockAction in @slack/bolt' },
  { where: 'interaction:message_action', keys: ['user.username'], why: 'MessageShortcut in @slack/bolt' },
  {
    where: 'interaction:shortcut',
    keys: ['is_enterprise_install', 'enterprise'],
    why: 'GlobalShortcut in @slack/bolt',
  },
  {
    where: 'interaction:block_suggestion',
    keys: ['is_enterprise_install', 'enterprise'],
    why: 'BlockSuggestion in @slack/bolt',
  },
];
