import { wordsOf } from '../../../src/demo/elements.ts';
import type { Person } from '../../../src/demo/people.ts';
import type { Message } from '../../../src/demo/seen.ts';
import { newDeal, type Room } from '../../slack/room.ts';

export const botOf = (room: Room): string => room.workspace.world.app.bot_user.id;

const told = (message: Message): string => wordsOf(message.blocks) || message.text;

/** Posts as a person and waits until everything is answered. */
export const post = async (
  room: Room,
  person: Person,
  place: { channel: string; thread_ts?: string },
  text: string,
): Promise<string> => {
  const answer = await fetch(`${room.workspace.url}/people/post`, {
    method: 'POST',
    body: JSON.stringify({ as: person.id, ...place, text }),
  });
  const posted = (await answer.json()) as { ok: boolean; ts?: string }; // the people protocol's answer to `post`
  if (!posted.ok || posted.ts === undefined) throw new Error(`not posted: ${JSON.stringify(posted)}`);
  await room.settled();
  return posted.ts;
};

/** What Baton said in the thread below a message, as that person sees it, ephemeral words included. */
export const repliesTo = async (room: Room, person: Person, channel: string, ts: string): Promise<Message[]> =>
  (await room.people.history(person, channel, ts)).filter((one) => one.user === botOf(room) && one.ts !== ts);

export const answersTo = async (room: Room, person: Person, channel: string, ts: string): Promise<string[]> =>
  (await repliesTo(room, person, channel, ts)).map(told);

/** Mentions Baton in a channel and returns what it answered below. */
export const mention = async (room: Room, person: Person, channel: string, question: string): Promise<string[]> =>
  answersTo(room, person, channel, await post(room, person, { channel }, `<@${botOf(room)}> ${question}`));

/** Asks in the direct conversation and returns where it stands and what was answered. */
export const direct = async (room: Room, person: Person, question: string, thread_ts?: string) => {
  const channel = await room.people.openDm(person, botOf(room));
  const ts = await post(room, person, { channel, ...(thread_ts ? { thread_ts } : {}) }, question);
  const thread = thread_ts ?? ts;
  return { channel, thread, answers: await answersTo(room, person, channel, thread) };
};

/** Runs `/handoff ask …` and returns the private answer. */
export const command = async (room: Room, person: Person, channel: string, question: string): Promise<string> => {
  await room.people.slash(person, channel, '/handoff', `ask ${question}`);
  await room.settled();
  const seen = await room.people.allMessages(person, channel);
  const last = seen.filter((one) => one.ephemeral).at(-1);
  return last ? told(last) : '';
};

export const otherDeal = (): ReturnType<typeof newDeal> =>
  newDeal({ name: 'Gate control', customer: 'Weir Anglers', deal_id: 'D-8' });
