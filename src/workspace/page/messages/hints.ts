import type { PeopleUser, PeopleWorkspace } from '../../people/protocol.ts';

export interface Hint {
  key: string;
  title: string;
  detail: string;
  /** What the composer holds when the hint is taken. */
  text: string;
}

const MOST = 8;

/** Slash commands while the first word is typed, people after an `@`. `caret` is where the person types. */
export function hintsFor(
  text: string,
  caret: number,
  commands: PeopleWorkspace['commands'],
  users: PeopleUser[],
): Hint[] {
  const typed = text.slice(0, caret);
  if (/^\/\S*$/.test(typed)) {
    return commands
      .filter((one) => one.command.startsWith(typed))
      .slice(0, MOST)
      .map((one) => ({
        key: one.command,
        title: `${one.command} ${one.usage_hint}`.trim(),
        detail: one.description,
        text: `${one.command} ${text.slice(caret).trimStart()}`,
      }));
  }
  const mention = /(?:^|[\s(])@([\p{L}\p{N}.]*)$/u.exec(typed)?.[1];
  if (mention === undefined) return [];
  const wanted = mention.toLowerCase();
  return users
    .filter(
      (user) =>
        !user.deleted &&
        [user.name, ...user.real_name.split(' ')].some((name) => name.toLowerCase().startsWith(wanted)),
    )
    .slice(0, MOST)
    .map((user) => ({
      key: user.id,
      title: user.real_name || user.name,
      detail: user.title,
      text: `${typed.slice(0, typed.length - mention.length)}${user.real_name || user.name} ${text.slice(caret)}`,
    }));
}
