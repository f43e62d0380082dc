import type { PeopleUser, PeopleWorkspace } from '../../people/shapes.ts';
import { people } from '../store/api.ts';
import type { Session } from '../store/session.ts';
import { shortMentions } from './encode-typed.ts';

type Commands = PeopleWorkspace['commands'];

/** The command whose arguments are being typed. */
export const commandIn = (text: string, commands: Commands): Commands[number] | undefined =>
  commands.find(({ command }) => text.startsWith(`${command} `));

/** Runs a typed slash command. Whether that worked; null when the text is a message and not a command. */
export async function runTyped(
  session: Session,
  channel: string,
  typed: string,
  commands: Commands,
  users: PeopleUser[],
  inThread: boolean,
): Promise<boolean | null> {
  const name = /^\/[a-z]\S*/.exec(typed)?.[0];
  if (!name) return null;
  const command = commands.find((one) => one.command === name);
  if (command) {
    const text = shortMentions(typed.slice(name.length).trim(), users);
    return (await session.attempt(people('slash', { as: session.me(), channel, command: name, text }))) !== null;
  }
  session.toast(inThread ? 'Commands do not work in threads.' : `${name} is not a command here.`);
  return false;
}
