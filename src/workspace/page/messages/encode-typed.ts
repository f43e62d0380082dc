import type { PeopleChannel, PeopleUser, PeopleWorkspace } from '../../people/shapes.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** `- one` or `* one` at the start of a line, which Slack turns into a list as one types. */
const BULLET = /^( *|\t*)[-*] (?=\S)/gm;
const BULLETS = ['•', '◦', '▪'];
const BARE = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]}'"*_~`]/g;

/** Whom and what a text can name. */
export interface Known {
  users: PeopleUser[];
  channels: PeopleChannel[];
  groups?: PeopleWorkspace['usergroups'];
}

const bullet = (_line: string, indent: string): string => {
  const depth = Math.min(2, indent.includes('\t') ? indent.length : Math.floor(indent.length / 2));
  return `${'    '.repeat(depth)}${BULLETS[depth]} `;
};

/**
 * What a person typed as Slack stores it: escaped, addresses in `<…>`, `@name` and `#channel` as mentions where such a person or channel exists.
 */
export function encodeTyped(text: string, { users, channels, groups = [] }: Known): string {
  const names = users
    .flatMap((user) => [user.real_name, user.name].filter(Boolean).map((name) => ({ name, id: user.id })))
    .sort((a, b) => b.name.length - a.name.length);
  return text
    .split(/(```[\s\S]*?```)/)
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.replace(BULLET, bullet).split(/(`[^`\n]*`)/)))
    .map((part) => {
      const escaped = part.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
      if (part.startsWith('`') && part.endsWith('`') && part.length > 1) return escaped;
      return mentionChannels(mentionGroups(mentionUsers(escaped.replace(BARE, '<$&>'), names), groups), channels);
    })
    .join('');
}

function mentionUsers(text: string, names: { name: string; id: string }[]): string {
  return text.replace(/(?<=^|[\s(])@([^\s@<>][^@<>\n]*)/g, (whole, rest: string) => {
    const found = names.find(({ name }) => startsWithName(rest, name));
    if (found) return `<@${found.id}>${rest.slice(found.name.length)}`;
    const everyone = /^(here|channel|everyone)\b/.exec(rest)?.[1];
    return everyone ? `<!${everyone}>${rest.slice(everyone.length)}` : whole;
  });
}

const startsWithName = (text: string, name: string): boolean =>
  text.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));

const mentionGroups = (text: string, groups: PeopleWorkspace['usergroups']): string =>
  text.replace(/(?<=^|[\s(])@([a-z0-9._-]+)/g, (whole, handle: string) => {
    const group = groups.find((one) => one.handle === handle);
    return group ? `<!subteam^${group.id}|@${handle}>` : whole;
  });

const mentionChannels = (text: string, channels: PeopleChannel[]): string =>
  text.replace(/(?<=^|[\s(])#([a-z0-9_-]+)/g, (whole, name: string) => {
    const channel = channels.find((one) => one.kind !== 'im' && one.name === name);
    return channel ? `<#${channel.id}>` : whole;
  });

/** `@Priya Raman` as `@priya`, the form in which a slash command carries people. */
export function shortMentions(text: string, users: PeopleUser[]): string {
  return users
    .toSorted((a, b) => b.real_name.length - a.real_name.length)
    .reduce((all, user) => (user.real_name ? all.replaceAll(`@${user.real_name}`, `@${user.name}`) : all), text);
}

const MENTION =
  /<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>|<@([A-Z0-9]+)(?:\|[^>]*)?>|<#([A-Z0-9]+)(?:\|[^>]*)?>|<!(here|channel|everyone)>|<(https?:[^>|]+)>|&(lt|gt|amp);/g;
const UNESCAPED: Record<string, string> = { lt: '<', gt: '>', amp: '&' };

/** The other way, for editing a message. */
export function decodeTyped(text: string, { users, channels, groups = [] }: Known): string {
  return text.replace(
    MENTION,
    (whole, subteam?: string, user?: string, channel?: string, group?: string, url?: string, entity?: string) => {
      if (subteam) return `@${groups.find((one) => one.id === subteam)?.handle ?? subteam}`;
      if (user) return `@${users.find((one) => one.id === user)?.real_name ?? user}`;
      if (channel) return `#${channels.find((one) => one.id === channel)?.name ?? channel}`;
      if (group) return `@${group}`;
      if (url) return url;
      return UNESCAPED[entity ?? ''] ?? whole;
    },
  );
}
