/** Calls a minute. `special` methods have rules of their own (`rate-limits.ts`). docs.slack.dev/apis/web-api/rate-limits */
export const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100, special: 600 } as const;
export type Tier = keyof typeof TIERS;

const BY_TIER: Record<Tier, string> = {
  1: 'apps.uninstall',
  2: `bookmarks.add bookmarks.edit bookmarks.remove canvases.create conversations.archive conversations.canvases.create conversations.create
    conversations.list conversations.rename conversations.setPurpose conversations.setTopic conversations.unarchive emoji.list pins.add pins.list
    pins.remove reactions.list reminders.add reminders.complete reminders.delete reminders.info reminders.list chat.startStream chat.stopStream
    users.list usergroups.create usergroups.disable usergroups.enable usergroups.list usergroups.update usergroups.users.list
    usergroups.users.update users.setPresence search.messages search.files slackLists.create slackLists.update slackLists.items.list
    slackLists.items.info slackLists.items.delete conversations.close dnd.teamInfo reactions.remove auth.teams.list`,
  3: `apps.connections.open auth.revoke canvases.access.delete canvases.access.set canvases.delete canvases.edit canvases.getContent
    canvases.sections.lookup chat.delete chat.deleteScheduledMessage chat.meMessage chat.scheduleMessage chat.scheduledMessages.list chat.unfurl
    chat.update conversations.history conversations.info conversations.invite conversations.join conversations.kick conversations.leave
    conversations.mark conversations.open conversations.replies dnd.info entity.presentDetails files.delete files.list functions.completeError
    functions.completeSuccess reactions.add reactions.get slackLists.items.create slackLists.items.update team.info users.conversations
    users.getPresence users.lookupByEmail users.profile.set files.sharedPublicURL files.revokePublicURL oauth.v2.exchange openid.connect.userInfo
    bookmarks.list bots.info users.identity`,
  4: `api.test chat.appendStream chat.postEphemeral conversations.members files.completeUploadExternal files.getUploadURLExternal files.info
    users.info users.profile.get views.open views.publish views.push views.update assistant.threads.setSuggestedPrompts
    assistant.threads.setTitle openid.connect.token`,
  special:
    'chat.postMessage chat.getPermalink auth.test assistant.threads.setStatus assistant.search.context blocks.validate oauth.v2.access',
};

/** The tier that each method's page names. */
export const tierOf: ReadonlyMap<string, Tier> = new Map(
  Object.entries(BY_TIER).flatMap(([tier, names]) =>
    names.split(/\s+/).map((name): [string, Tier] => [name, tier === 'special' ? tier : asTier(tier)]),
  ),
);

function asTier(text: string): Tier {
  return text === '1' ? 1 : text === '2' ? 2 : text === '3' ? 3 : 4;
}
