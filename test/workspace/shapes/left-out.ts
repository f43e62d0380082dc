/** Tables with their reasons, and so longer than most files. */
import type { Absence, Exception } from './compare.ts';

const split = (keys: string) => keys.split(' ');
const grid = (where: string, keys: string): Exception => ({ where, keys: split(keys), why: 'Enterprise Grid only' });

/** Keys that a published payload shows and that nothing of the workspace's has. */
export const LEFT_OUT: Exception[] = [
  {
    where: '*',
    keys: split('error needed provided warning detail arg errors response_metadata callstack deprecated_argument'),
    why: 'of refusals and warnings; this test makes none',
  },
  grid('*', 'enterprise.id enterprise.name enterprise_id enterprise_name team.enterprise_id team.enterprise_name'),
  grid('team.info', 'team.enterprise_domain'),
  grid('user', 'enterprise_user teams'),
  grid('channel', 'is_global_shared is_org_default is_org_mandatory is_moved'),
  grid('event:member_joined_channel', 'enterprise'),
  {
    where: 'auth.test',
    keys: split('app_id app_name expires_in'),
    why: 'of app-level tokens and of tokens that expire',
  },
  {
    where: 'team.info',
    keys: split(
      'team.discoverable team.icon.image_original team.is_sfdc_auto_slack team.lob_sales_home_enabled team.locale team.pay_prod_cur team.sso_provider',
    ),
    why: 'of billing, single sign-on and uploaded icons, which are not here',
  },
  { where: 'emoji.list', keys: split('categories categories_version'), why: 'only with include_categories' },
  { where: 'users.list', keys: ['offset'], why: 'of the paging before cursors' },
  { where: 'users.getPresence', keys: ['last_activity'], why: 'of oneself, with a user token' },
  {
    where: 'user',
    keys: split('has_2fa two_factor_type has_files presence is_connector_bot is_invited_user is_stranger'),
    why: 'shown to administrators with user tokens, or of people who have not joined',
  },
  {
    where: 'profile',
    keys: split(
      'fields.* pronouns start_date image_1024 image_original is_custom_image guest_channels guest_expiration_ts guest_invited_by huddle_state huddle_state_expiration_ts status_clear_on_focus_end status_emoji_url status_emoji_display_info[].display_alias status_emoji_display_info[].display_url status_emoji_display_info[].emoji_name status_emoji_display_info[].unicode',
    ),
    why: 'nobody here has custom fields, an uploaded picture, a huddle or an emoji that is drawn',
  },
  {
    where: '*',
    keys: split(
      'usergroup.is_editing_restricted usergroup.is_idp_group usergroup.is_membership_locked usergroup.is_org_level usergroup.is_section usergroup.is_visible usergroups[].is_editing_restricted usergroups[].is_idp_group usergroups[].is_membership_locked usergroups[].is_org_level usergroups[].is_section usergroups[].is_visible subteam.is_section',
    ),
    why: 'of groups that an identity provider or an organisation keeps',
  },
  { where: '*', keys: ['usergroup.channel_count'], why: 'only with include_count' },
  {
    where: 'channel',
    keys: split(
      'is_non_threadable is_read_only is_thread_only is_starred connected_limited_team_ids properties.posting_restricted_to properties.threads_restricted_to properties.huddles_restricted properties.is_dormant properties.use_case properties.channel_workflows properties.has_slack_connect_invite_created properties.meeting_notes properties.tabs properties.tabz properties.canvas.is_migrated',
    ),
    why: 'settings and tabs of a channel that cannot be made here',
  },
  {
    where: 'conversations.history',
    keys: split('latest oldest'),
    why: 'in no example of the method; seen in recorded samples only',
  },
  {
    where: 'message',
    keys: split(
      'assistant_app_thread bot_link channel comment file hidden icons is_intro is_starred is_thread_broadcast item item_type mrkdwn no_notifications reactions[].url room unfurl_links unfurl_media unread_count username wibblr x_files',
    ),
    why: 'huddles, file comments, stars, own names and icons of bots, and keys of the time before blocks',
  },
  {
    where: 'view',
    keys: split('app_unfurl_url channel entity_url external_ref message_ts thread_ts'),
    why: 'of work objects, which are not here',
  },
  { where: 'pins.list', keys: split('items[].comment items[].file'), why: 'only messages can be pinned today' },
  {
    where: '*',
    keys: split('bookmark.app_action_id bookmarks[].app_action_id'),
    why: 'of bookmarks that start a workflow',
  },
  {
    where: 'files.info',
    keys: split(
      'comments[].channel comments[].comment comments[].created comments[].id comments[].is_intro comments[].timestamp comments[].user paging content content_highlight_css content_highlight_html content_highlight_html_truncated is_truncated',
    ),
    why: 'file comments ended in 2018; content is told of snippets, which cannot be made through uploads here',
  },
  {
    where: 'file',
    keys: split(
      'editor edit_link preview_highlight preview_plain_text plain_text has_more title_blocks initial_comment is_starred num_stars pinned_to reactions saved last_read show_badge sent_to_self cc from to headers subject original_attachment_count simplified_html',
    ),
    why: 'of snippets, posts, mails and file comments',
  },
  {
    where: 'file',
    keys: split(
      'converted_pdf deanimate deanimate_gif image_exif_rotation pjpeg thumb_tiny thumb_gif thumb_pdf thumb_pdf_h thumb_pdf_w thumb_video thumb_video_h thumb_video_w thumb_64_gif thumb_64_h thumb_64_w thumb_80_gif thumb_80_h thumb_80_w thumb_160_gif thumb_160_h thumb_160_w thumb_360_gif thumb_480_gif thumb_720_gif thumb_800_gif thumb_960_gif thumb_1024_gif url_static_preview',
    ),
    why: 'nothing is drawn anew here: a thumbnail is the picture itself',
  },
  {
    where: 'file',
    keys: split('duration_ms hls hls_embed mp4 mp4_low vtt transcription subtype media_progress'),
    why: 'sound and film are kept as they are, unread',
  },
  {
    where: 'file',
    keys: split(
      'access can_toggle_canvas_lock canvas_printing_enabled canvas_template_mode dm_mpdm_users_with_file_access favorites is_modified_by_ai is_restricted_sharing_enabled last_editor list_csv_download_url list_limits list_metadata non_owner_editable org_or_workspace_access private_channels_with_file_access_count private_file_with_access_count team_pref_version_history_enabled teams_shared_with template_conversion_ts template_description template_icon template_name template_title update_notification',
    ),
    why: "of lists and templates, and of the canvas editor in Slack's own clients",
  },
  {
    where: 'file',
    keys: split(
      'app_id app_name bot_id external_id external_url channel_actions_count channel_actions_ts has_more_shares source_team shares.public.*[].access shares.public.*[].date_last_shared shares.public.*[].is_silent_share shares.private.*[].access shares.private.*[].date_last_shared',
    ),
    why: 'of remote files and of files from another company',
  },
  {
    where: '*',
    keys: split('failed_to_update_channel_ids failed_to_update_user_ids'),
    why: 'when some of those named could not be given access',
  },
  { where: '*', keys: split('incoming_webhook'), why: 'there are no incoming webhooks here' },
  { where: 'oauth.v2.exchange', keys: ['authed_user'], why: "of a person's token; the bot's is exchanged here" },
  { where: 'envelope', keys: split('authed_teams authed_users'), why: 'replaced by authorizations in 2020' },
  { where: 'event:message', keys: split('assistant_thread edited'), why: 'an edit is told by message_changed' },
  {
    where: 'event:app_mention',
    keys: split('app_id bot_id bot_profile username edited'),
    why: 'a mention by another app; there is one here',
  },
  { where: 'event:message/thread_broadcast', keys: ['attachments'], why: 'of an app' },
  { where: 'event:message/file_share', keys: ['attachments'], why: 'a message with files has none' },
  { where: 'event:message/me_message', keys: ['username'], why: 'of the time before apps had users' },
  { where: 'event:reaction_added', keys: ['item.channel_type'], why: 'in one sample; in no filled payload' },
  {
    where: '*',
    keys: split('bot_access_token function_data interactivity workflow_step'),
    why: 'of a click in a message or modal that a step of a workflow made',
  },
  {
    where: 'interaction:block_actions',
    keys: split('app_unfurl container.app_unfurl_url container.attachment_id container.is_app_unfurl container.text'),
    why: 'of unfurled links and attachments',
  },
  {
    where: 'interaction:block_actions',
    keys: split('actions[].initial_option.description actions[].initial_option.url actions[].rich_text_value.block_id'),
    why: 'as the app wrote its options',
  },
  {
    where: 'event:function_executed',
    keys: split(
      'function.input_parameters[].hint function.input_parameters[].maxLength function.input_parameters[].maximum function.input_parameters[].minLength function.input_parameters[].minimum function.output_parameters[].hint function.output_parameters[].maxLength function.output_parameters[].maximum function.output_parameters[].minLength function.output_parameters[].minimum',
    ),
    why: 'limits of parameters, which manifests may leave out',
  },
  { where: 'interaction:message_action', keys: ['container'], why: 'of another kind of interaction in the sample' },
  { where: 'interaction:view_closed', keys: ['response_urls'], why: 'of a submission' },
  { where: 'interaction:view_submission', keys: ['is_cleared'], why: 'of a closed view' },
];

/** Keys that the few filled payloads all have, though Slack does not always send them. */
export const NOT_ALWAYS: Exception[] = [
  grid('*', 'team.enterprise_id team.enterprise_name enterprise_id enterprise_name'),
  {
    where: 'file',
    keys: split(
      'original_h original_w thumb_64 thumb_80 thumb_160 thumb_360 thumb_360_h thumb_360_w thumb_480 thumb_480_h thumb_480_w thumb_720 thumb_720_h thumb_720_w thumb_tiny permalink_public',
    ),
    why: 'both filled payloads are of pictures',
  },
  { where: 'event:member_joined_channel', keys: ['inviter'], why: 'nobody invited who joined alone' },
  { where: 'event:message/thread_broadcast', keys: ['client_msg_id'], why: 'not of an app' },
  { where: 'event:message/file_share', keys: ['blocks'], why: 'not of a file without a word' },
  {
    where: '*',
    keys: split('actions[].text actions[].value actions[].style'),
    why: 'the filled payloads are of buttons',
  },
  { where: 'event:tokens_revoked', keys: ['tokens.bot'], why: 'not when only a person took their token back' },
];

/** Answers and events that the workspace does not have at all. */
export const NOT_HERE: Absence[] = [
  { kinds: ['event:app_rate_limited'], why: 'takes 30,000 events within an hour; see the rules of delivery' },
  {
    kinds: split(
      'event:channel_deleted event:group_deleted event:channel_id_changed event:channel_history_changed event:group_history_changed event:im_history_changed',
    ),
    why: 'no app can delete a channel, give it another id or delete its history in bulk',
  },
  {
    kinds: split('event:emoji_changed event:team_domain_change event:team_rename event:team_join'),
    why: 'the seed says who and what is here',
  },
  { kinds: split('event:user_profile_changed event:user_status_changed'), why: 'user_change tells the same' },
  {
    kinds: split(
      'event:file_change event:file_created event:file_public event:file_unshared event:im_created event:link_shared event:subteam_self_added event:subteam_self_removed',
    ),
    why: 'not yet',
  },
  {
    kinds: split('event:message/channel_archive event:message/channel_leave event:message/channel_unarchive'),
    why: 'no line is written into a channel when somebody leaves it or archives it',
  },
  { kinds: ['event:message/bot_message'], why: 'of incoming webhooks and apps without a user' },
  {
    kinds: ['event:message/message_replied'],
    why: 'Slack sends it without its subtype, and told apps not to rely on it',
  },
];
