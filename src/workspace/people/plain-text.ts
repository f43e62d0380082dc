import type { Channel, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';
import type { PeopleFound } from './shapes.ts';

/** A word or phrase between the marks of bold, italic, struck or code. */
const STYLED = /(?<![\w*~`])()([*_~`])(\S(?:[^*_~`\n]*\S)?)\2(?![\w*~`])/g;
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * mrkdwn as a person reads it aloud: names instead of ids, labels instead of links. No `<` stands inside `<…>` (apps escape it), so that a text
 * of many is read once.
 */
function plain(world: World, text: string): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_all, id: string) => `@${world.users.get(id)?.real_name ?? id}`)
    .replace(/<#([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_all, id: string) => `#${world.channels.get(id)?.name ?? 'private'}`)
    .replace(/<!subteam\^[A-Z0-9]+\|([^<>]*)>/g, '$1')
    .replace(/<!date\^[^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/<!(here|channel|everyone)(?:\|[^<>]*)?>/g, '@$1')
    .replace(/<[^<>|]+\|([^<>]*)>/g, '$1')
    .replace(/<([^<>]+)>/g, '$1')
    .replace(STYLED, '$1$3')
    .replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

const WORDED = new Set(['text', 'alt_text', 'title', 'name', 'label', 'description', 'url']);

/** Every text of a block, in the order in which it stands. */
function wordsIn(value: unknown, key: string, into: string[]): void {
  if (typeof value === 'string') {
    if (WORDED.has(key)) into.push(value);
  } else if (Array.isArray(value)) for (const one of value) wordsIn(one, key, into);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) wordsIn(one, name, into);
}

/** What a message says: its text, or its blocks where they say more. */
export function plainMessage(world: World, message: Message): string {
  const words: string[] = [];
  wordsIn(message.blocks ?? [], '', words);
  const inBlocks = words.join(' ');
  const text = message.text && !inBlocks.includes(message.text) ? `${message.text} ${inBlocks}` : inBlocks;
  return plain(world, text).replace(/\s+/g, ' ').trim();
}

export function foundMessage(world: World, channel: Channel, message: Message): PeopleFound {
  const { ts, user, thread_ts } = message;
  const excerpt = plainMessage(world, message);
  return { channel: channel.id, ts, user, excerpt, ...(thread_ts && thread_ts !== ts ? { thread_ts } : {}) };
}
