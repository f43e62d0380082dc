import type { PeopleChannel, PeopleUser } from '../../people/protocol.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const BARE = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]}'"*_~`]/g;

/**
 * What a person typed as Slack stores it: escaped, addresses in `<…>`, `@name` and `#channel` as mentions where such a person or channel exists.
 */
export function encodeTyped(text: string, users: PeopleUser[], channels: PeopleChannel[]): string {
  const names = users
    .flatMap((user) => [user.real_name, user.name].filter(Boolean).map((name) => ({ name, id: user.id })))
    .sort((a, b) => b.name.length - a.name.length);
  return text
    .split(/(`[^`\n]*`)/)
    .map((part, index) => {
      const escaped = part.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
      if (index % 2 === 1) return escaped;
      return mentionChannels(mentionUsers(escaped.replace(BARE, '<$&>'), names), channels);
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

const MENTION = /<@([A-Z0-9]+)>|<#([A-Z0-9]+)(?:\|[^>]*)?>|<!(here|channel|everyone)>|<(https?:[^>|]+)>|&(lt|gt|amp);/g;
const UNESCAPED: Record<string, string> = { lt: '<', gt: '>', amp: '&' };

/** The other way, for editing a message. */
export function decodeTyped(text: string, users: PeopleUser[], channels: PeopleChannel[]): string {
  return text.replace(
    MENTION,
    (whole, user?: string, channel?: string, group?: string, url?: string, entity?: string) => {
      if (user) return `@${users.find((one) => one.id === user)?.real_name ?? user}`;
      if (channel) return `#${channels.find((one) => one.id === channel)?.name ?? channel}`;
      if (group) return `@${group}`;
      if (url) return url;
      return UNESCAPED[entity ?? ''] ?? whole;
    },
  );
}
