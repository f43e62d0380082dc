import type { IncomingMessage } from 'node:http';

/**
 * Methods that do not read a JSON body: its arguments are lost. So their pages say ("application/x-www-form-urlencoded" alone), until the
 * newest edition of the pages, which names both kinds everywhere; apps still meet `user_not_found` from users.info with JSON.
 */
const FORM_ONLY = new Set(
  `auth.revoke bots.info chat.getPermalink conversations.history conversations.info conversations.list conversations.members
  conversations.replies emoji.list files.getUploadURLExternal files.info files.list oauth.v2.access pins.list reactions.get reactions.list
  team.info usergroups.list usergroups.users.list users.conversations users.getPresence users.info users.list users.lookupByEmail
  users.profile.get`.split(/\s+/),
);

export const takesJson = (method: string): boolean => !FORM_ONLY.has(method);

type Answer = Record<string, unknown>;

/** JSON should name its charset, a form should not: Slack answers all the same and warns (`warnings` on every method's page). */
export function withCharsetWarning({ headers }: IncomingMessage, answer: Answer): Answer {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const named = parameters.some((one) => /^\s*charset=/i.test(one));
  const form = /^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(type);
  if (type === '' || form !== named) return answer;
  const warning = form ? 'superfluous_charset' : 'missing_charset';
  const before = answer.warning === undefined ? [] : String(answer.warning).split(',');
  const warnings = [...before, warning];
  const metadata = typeof answer.response_metadata === 'object' ? answer.response_metadata : {};
  return { ...answer, warning: warnings.join(','), response_metadata: { ...metadata, warnings } };
}
