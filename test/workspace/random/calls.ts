import type { Channel, Message } from '../../../src/workspace/state/model.ts';
import type { World } from '../../../src/workspace/state/world.ts';
import type { Random } from './random.ts';

/** `path` below the workspace's address; `body` is sent as JSON or as a form. */
export interface RandomCall {
  path: string;
  body: Record<string, unknown>;
}

/** A call that makes sense in the world as it stands, or nothing when it has no room for that kind now. */
export type Propose = (world: World, random: Random) => RandomCall | null;

export const bot = (world: World): string => world.app.bot_user.id;
export const people = (world: World): string[] =>
  [...world.users.values()].filter((user) => !user.is_bot && !user.deleted).map(({ id }) => id);

export function channels(world: World, wanted: (channel: Channel) => boolean): Channel[] {
  return [...world.channels.values()].filter(wanted);
}

/** Where this member may write now. */
export const open = (world: World, member: string) =>
  channels(world, (one) => !one.is_archived && one.members.has(member));
/** Rooms with a name: no direct messages. */
export const rooms = (world: World, member: string) =>
  open(world, member).filter(({ kind }) => kind === 'public' || kind === 'private');

function said(channel: Channel, wanted: (message: Message) => boolean = () => true): Message[] {
  return [...channel.messages].filter((message) => message.subtype !== 'tombstone' && wanted(message));
}

/** A channel with a message of this kind, and the message. */
export function someMessage(random: Random, among: Channel[], wanted?: (message: Message) => boolean) {
  const found = among.flatMap((channel) => said(channel, wanted).map((message) => ({ channel, message })));
  return random.pick(found.slice(-200)) ?? null;
}

export const api = (method: string, body: Record<string, unknown>): RandomCall => ({ path: `api/${method}`, body });
export const verb = (name: string, body: Record<string, unknown>): RandomCall => ({ path: `people/${name}`, body });
