import { emojiOf } from '../page/mrkdwn/emoji.ts';
import { SlackError } from '../slack-error.ts';
import type { Channel, Message } from './model.ts';
import type { World } from './world.ts';

/** Slack's help pages: a person leaves up to 23 emoji on a message, which holds up to 50. */
const MOST_OF_ONE = 23;
const MOST_EMOJI = 50;
const TONE = /::skin-tone-[2-6]$/;

/** Throws `invalid_name`, `already_reacted`, `too_many_emoji`, `too_many_reactions`. */
export function react(world: World, channel: Channel, message: Message, user: string, name: string): void {
  checkEmoji(world, name);
  const reaction = sameReaction(message, name);
  if (reaction?.users.includes(user)) throw new SlackError('already_reacted');
  if (!reaction && message.reactions.length >= MOST_EMOJI) throw new SlackError('too_many_emoji');
  if (message.reactions.filter((one) => one.users.includes(user)).length >= MOST_OF_ONE)
    throw new SlackError('too_many_reactions');
  if (reaction) reaction.users.push(user);
  else message.reactions.push({ name, users: [user] });
  world.changes.tell({ type: 'reaction', added: true, channel, message, user, name: reaction?.name ?? name });
}

/** Throws `invalid_name`, `no_reaction`. */
export function unreact(world: World, channel: Channel, message: Message, user: string, name: string): void {
  checkEmoji(world, name);
  const reaction = sameReaction(message, name);
  if (!reaction?.users.includes(user)) throw new SlackError('no_reaction');
  reaction.users = reaction.users.filter((one) => one !== user);
  message.reactions = message.reactions.filter((one) => one.users.length > 0);
  world.changes.tell({ type: 'reaction', added: false, channel, message, user, name: reaction.name });
}

/** One emoji has several names (`+1`, `thumbsup`): its reaction goes by the first that was used. */
function sameReaction(message: Message, name: string): Message['reactions'][number] | undefined {
  const char = emojiOf(name);
  return message.reactions.find((one) => one.name === name || (char !== null && emojiOf(one.name) === char));
}

/** An emoji of Unicode's or the workspace's own; a skin tone only for one that Unicode gives tones to. */
function checkEmoji(world: World, name: string): void {
  const plain = name.replace(TONE, '');
  const char = plain.includes('::') ? null : emojiOf(plain);
  const known = TONE.test(name) ? /^\p{Emoji_Modifier_Base}/u.test(char ?? '') : char !== null || world.emoji.has(name);
  if (!known) throw new SlackError('invalid_name');
}
