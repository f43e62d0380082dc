import { gemoji } from 'gemoji';
import { SLACK_EMOJI_NAMES } from './slack-emoji-names.ts';

export interface Emoji {
  /** Slack's short name, without colons. */
  name: string;
  char: string;
  group: string;
  /** Other names that it is found by. */
  also: string[];
}

interface EmojiSet {
  list: Emoji[];
  byName: Map<string, string>;
}

let made: EmojiSet | undefined;

function set(): EmojiSet {
  if (made) return made;
  const byName = new Map(gemoji.flatMap(({ emoji, names }) => names.map((name): [string, string] => [name, emoji])));
  const slackName = new Map(Object.entries(SLACK_EMOJI_NAMES).map(([slack, known]) => [known, slack]));
  const old = new Map(byName);
  for (const [slack, known] of Object.entries(SLACK_EMOJI_NAMES)) byName.set(slack, old.get(known) ?? '');
  const list = gemoji.map(({ emoji, names, category }) => {
    const own = names.map((name) => slackName.get(name)).find((name) => name !== undefined);
    return { name: own ?? names[0] ?? '', char: emoji, group: category, also: names };
  });
  made = { list, byName };
  return made;
}

/** U+1F3FB for skin tone 2 to U+1F3FF for 6. */
const tone = (step: string | undefined): string => (step ? String.fromCodePoint(0x1f3f9 + Number(step)) : '');

/** `flag-nl`: two letters of a country as regional indicators. */
const flag = (letters: string): string =>
  [...letters].map((letter) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 97)).join('');

/** The character of a short name (`+1`, `wave::skin-tone-3`, `flag-nl`), or null for one that nobody knows (it is then shown as `:name:`). */
export function emojiOf(name: string): string | null {
  const [, bare = name, step] = /^(.+?)::skin-tone-([2-6])$/.exec(name) ?? [];
  const country = /^flag-([a-z]{2})$/.exec(bare)?.[1];
  const char = country ? flag(country) : set().byName.get(bare);
  return char ? char.replace(step ? '\ufe0f' : '', '') + tone(step) : null;
}

/** All of them, in the order of a picker. */
export const allEmoji = (): Emoji[] => set().list;

/** At most `most` that a person may mean: names that begin so before names with it inside. */
export function findEmoji(query: string, most: number): Emoji[] {
  const wanted = query.toLowerCase().replace(/[\s-]+/g, '_');
  const rank = ({ name, also }: Emoji): number => {
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (also.some((other) => other.startsWith(wanted))) return 2;
    return [name, ...also].some((other) => other.includes(wanted)) ? 3 : 9;
  };
  return allEmoji()
    .map((emoji) => ({ emoji, rank: rank(emoji) }))
    .filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((one) => one.emoji);
}

/** What one reacts with most at work. */
export const QUICK_REACTIONS = ['white_check_mark', 'eyes', 'raised_hands'];
