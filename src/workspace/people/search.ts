import { toMarkdown } from '../canvas/edit.ts';
import { accessTo } from '../state/canvases.ts';
import type { Channel, Message, User } from '../state/model.ts';
import { canSee } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { peopleChannel, peopleFile, peopleUser } from './describe.ts';
import { foundMessage, plainMessage } from './plain-text.ts';
import { folded, readQuery, type SearchQuery } from './search-query.ts';
import type { PeopleSearch } from './shapes.ts';

const MOST_MESSAGES = 100;
const MOST_OTHERS = 20;

/** Everything that this person may see and that fits. Throws nothing: a query without matches finds nothing. */
export function search(world: World, as: string, typed: string): PeopleSearch {
  const query = readQuery(typed);
  const asked = typed.trim() !== '';
  const messages = asked ? messagesFor(world, as, query) : [];
  const bare = query.terms.length > 0 && query.from.length + query.in.length + query.has.length === 0;
  const files = messages.flatMap(({ channel, message }) =>
    (message.files ?? []).flatMap((id) => {
      const file = world.files.get(id);
      return file && !file.deleted ? [{ ...peopleFile(world, file, as), channel: channel.id, ts: message.ts }] : [];
    }),
  );
  return {
    messages: messages.slice(0, MOST_MESSAGES).map(({ channel, message }) => foundMessage(world, channel, message)),
    total: messages.length,
    files: files.slice(0, MOST_OTHERS),
    channels: bare ? channelsFor(world, as, query.terms) : [],
    users: bare ? usersFor(world, query.terms) : [],
    canvases: bare ? canvasesFor(world, as, query.terms) : [],
    terms: query.terms,
  };
}

const holds = (text: string, terms: string[]): boolean => {
  const whole = folded(text);
  return terms.every((term) => whole.includes(term));
};

function messagesFor(world: World, as: string, query: SearchQuery): { channel: Channel; message: Message }[] {
  const tz = world.users.get(as)?.tz ?? 'Etc/UTC';
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: tz, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dated = query.before !== null || query.after !== null || query.on !== null;
  const fits = (channel: Channel, message: Message): boolean => {
    const day = dated ? days.format(Number(message.ts) * 1000) : '';
    if (query.before !== null && day >= query.before) return false;
    if (query.after !== null && day <= query.after) return false;
    if (query.on !== null && day !== query.on) return false;
    const author = world.users.get(message.user);
    if (!query.from.every((name) => (name === 'me' ? message.user === as : author && isNamed(author, name))))
      return false;
    if (!query.has.every((what) => has(channel, message, what))) return false;
    const files = (message.files ?? []).map((id) => world.files.get(id)?.name ?? '').join(' ');
    return holds(`${plainMessage(world, message)} ${files}`, query.terms);
  };
  return [...world.channels.values()]
    .filter((channel) => canSee(world, channel, as) && query.in.every((name) => isIn(world, channel, as, name)))
    .flatMap((channel) => channel.messages.filter((one) => fits(channel, one)).map((message) => ({ channel, message })))
    .sort((a, b) => (a.message.ts < b.message.ts ? 1 : -1));
}

const isNamed = (user: User, name: string): boolean =>
  folded(user.name) === name || folded(user.real_name).startsWith(name) || user.id.toLowerCase() === name;

/** `in:sales` by channel, `in:@tomasz` by whom one talks to. */
function isIn(world: World, channel: Channel, as: string, name: string): boolean {
  if (channel.kind === 'public' || channel.kind === 'private')
    return folded(channel.name) === name || channel.id.toLowerCase() === name;
  return [...channel.members].some((id) => {
    const user = id === as ? undefined : world.users.get(id);
    return user !== undefined && isNamed(user, name);
  });
}

function has(channel: Channel, message: Message, what: string): boolean {
  switch (what) {
    case 'file':
      return (message.files ?? []).length > 0;
    case 'link':
      return /https?:\/\//.test(message.text) || JSON.stringify(message.blocks ?? []).includes('://');
    case 'pin':
      return channel.pins.some((pin) => pin.ts === message.ts);
    case 'reaction':
      return message.reactions.length > 0;
    case 'thread':
      return channel.messages.some((one) => one.thread_ts === message.ts && one.ts !== message.ts);
    default:
      return message.reactions.some((reaction) => reaction.name === what);
  }
}

const channelsFor = (world: World, as: string, terms: string[]) =>
  [...world.channels.values()]
    .filter((one) => (one.kind === 'public' || one.kind === 'private') && canSee(world, one, as))
    .filter((one) => holds(`${one.name} ${one.topic.value} ${one.purpose.value}`, terms))
    .slice(0, MOST_OTHERS)
    .map((channel) => peopleChannel(world, channel, as));

const usersFor = (world: World, terms: string[]) =>
  [...world.users.values()]
    .filter((user) => holds(`${user.name} ${user.real_name} ${user.title}`, terms))
    .slice(0, MOST_OTHERS)
    .map(peopleUser);

function canvasesFor(world: World, as: string, terms: string[]): PeopleSearch['canvases'] {
  return [...world.canvases.values()]
    .filter((canvas) => !canvas.deleted && accessTo(world, canvas, as))
    .map((canvas) => ({ canvas, text: toMarkdown(canvas.sections) }))
    .filter(({ canvas, text }) => holds(`${canvas.title} ${text}`, terms))
    .sort((a, b) => b.canvas.updated - a.canvas.updated)
    .slice(0, MOST_OTHERS)
    .map(({ canvas, text }) => ({
      id: canvas.id,
      title: titleOf(canvas.title, text),
      excerpt: around(text, terms[0] ?? ''),
      updated_at: new Date(canvas.updated).toISOString(),
    }));
}

/** A canvas that nobody named goes by its first heading. */
const titleOf = (title: string, text: string): string =>
  (title !== 'Untitled' && title) || (/^#{1,3} (.+)$/m.exec(text)?.[1] ?? 'Canvas');

const AROUND = 120;

/** The words on both sides of the first match. */
function around(text: string, term: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const at = Math.max(0, folded(flat).indexOf(term));
  const from = Math.max(0, at - AROUND);
  return `${from > 0 ? '…' : ''}${flat.slice(from, at + AROUND)}${at + AROUND < flat.length ? '…' : ''}`;
}
