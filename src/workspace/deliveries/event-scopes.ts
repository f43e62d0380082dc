/**
 * The scopes of which Slack asks for one before it sends an event (docs.slack.dev/reference/events, each event's page). An event that is
 * not here needs none. `message` depends on the kind of conversation; see `subscribed`.
 */
const SCOPES: [types: RegExp, scopes: readonly string[]][] = [
  [/^app_mention$/, ['app_mentions:read']],
  [/^assistant_thread_/, ['assistant:write']],
  [/^channel_/, ['channels:read']],
  [/^group_/, ['groups:read']],
  [/^im_/, ['im:read']],
  [/^member_(joined|left)_channel$/, ['channels:read', 'groups:read']],
  [/^file_/, ['files:read']],
  [/^pin_/, ['pins:read']],
  [/^reaction_/, ['reactions:read']],
  [/^subteam_/, ['usergroups:read']],
  [/^(user_|team_join$)/, ['users:read']],
  [/^(team_rename|team_domain_change)$/, ['team:read']],
  [/^emoji_changed$/, ['emoji:read']],
];

export function scopesOf(type: string): readonly string[] {
  return SCOPES.find(([types]) => types.test(type))?.[1] ?? [];
}
