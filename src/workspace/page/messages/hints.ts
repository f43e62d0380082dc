import type { PeopleWorkspace } from '../../people/shapes.ts';
import { findEmoji } from '../mrkdwn/emoji.ts';
import type { Known } from './encode-typed.ts';

export interface Hint {
  key: string;
  /** A sign before the title. */
  mark: string;
  title: string;
  detail: string;
  /** What the composer holds when the hint is taken, and where one types on. */
  text: string;
  caret: number;
}

type Suggestion = Omit<Hint, 'text' | 'caret'> & { insert: string };

const MOST = 8;
const EVERYBODY: [word: string, detail: string][] = [
  ['here', 'Everybody here who is active'],
  ['channel', 'Everybody in this channel'],
  ['everyone', 'Everybody in the workspace'],
];

/** Slash commands while the first word is typed; people and groups after `@`, channels after `#`, emoji after `:`. `caret` is where one types. */
export function hintsFor(text: string, caret: number, commands: PeopleWorkspace['commands'], known: Known): Hint[] {
  const typed = text.slice(0, caret);
  const [, sign = '', word = ''] = /(?:^|[\s(])([@#:]|^\/)([\p{L}\p{N}._+'/-]*)$/u.exec(typed) ?? [];
  const found = suggestions(sign, word.toLowerCase(), commands, known).slice(0, MOST);
  const head = typed.slice(0, typed.length - word.length - sign.length);
  const rest = text.slice(caret).replace(/^ /, '');
  return found.map(({ insert, ...hint }) => ({
    ...hint,
    text: `${head}${insert} ${rest}`,
    caret: head.length + insert.length + 1,
  }));
}

function suggestions(sign: string, word: string, commands: PeopleWorkspace['commands'], known: Known): Suggestion[] {
  switch (sign) {
    case '/':
      return commands
        .filter((one) => one.command.startsWith(`/${word}`))
        .map(({ command, usage_hint, description }) => ({
          key: command,
          mark: '/',
          title: `${command} ${usage_hint}`.trim(),
          detail: description,
          insert: command,
        }));
    case '@':
      return [...people(word, known), ...groups(word, known), ...everybody(word)];
    case '#':
      return known.channels
        .filter((one) => (one.kind === 'public' || one.kind === 'private') && !one.is_archived)
        .filter((one) => one.name.includes(word))
        .sort((a, b) => Number(b.name.startsWith(word)) - Number(a.name.startsWith(word)) || (a.name < b.name ? -1 : 1))
        .map(({ id, name, topic }) => ({ key: id, mark: '#', title: name, detail: topic, insert: `#${name}` }));
    case ':':
      if (word.length < 2) return [];
      return findEmoji(word, MOST).map(({ name, char }) => ({
        key: name,
        mark: char,
        title: `:${name}:`,
        detail: '',
        insert: `:${name}:`,
      }));
    default:
      return [];
  }
}

const people = (word: string, { users }: Known): Suggestion[] =>
  users
    .filter((user) => !user.deleted)
    .filter((user) => [user.name, ...user.real_name.split(' ')].some((name) => name.toLowerCase().startsWith(word)))
    .map((user) => {
      const name = user.real_name || user.name;
      return { key: user.id, mark: '@', title: name, detail: user.title, insert: `@${name}` };
    });

const groups = (word: string, known: Known): Suggestion[] =>
  (known.groups ?? [])
    .filter(({ handle, name }) => handle.startsWith(word) || name.toLowerCase().startsWith(word))
    .map(({ id, handle, name, users }) => ({
      key: id,
      mark: '@',
      title: handle,
      detail: `${name}, ${users.length} people`,
      insert: `@${handle}`,
    }));

const everybody = (word: string): Suggestion[] =>
  EVERYBODY.filter(([name]) => name.startsWith(word)).map(([name, detail]) => ({
    key: name,
    mark: '@',
    title: name,
    detail,
    insert: `@${name}`,
  }));
