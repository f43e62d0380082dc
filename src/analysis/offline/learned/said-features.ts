import { quantities } from '../quantities.ts';
import type { Utterance } from '../utterances.ts';
import type { Row } from './linear.ts';
import { type Names, tokensOf } from './tokens.ts';
import { meanVector } from './word-vectors.ts';

/** Length of the dense part: as loud as a handful of words. */
export const DENSE = 3;
/** How a question ends; quotes and brackets may stand behind it. */
export const ASKING = /\?["')\]]*$/u;

/**
 * What a learned model sees of one sentence: its words, pairs of neighbours, how it begins and ends, what it measures, and, more
 * coarsely, what was said just before and after. Never three words in a row.
 */
export function saidFeatures(said: readonly Utterance[], index: number, names: Names): Row {
  const here = said[index];
  if (!here) return { features: [], dense: [] };
  const words = tokensOf(here.text, names);
  const features = [...words, ...pairs(words), ...edges(words, here.text)];
  for (const { dimension } of quantities(here.text)) features.push(`%${dimension}`);
  features.push(`side:${here.side ?? 'unknown'}`, `source:${here.source.kind}`, here.first ? 'first' : 'later');
  const near = (step: number): Utterance | undefined => {
    const other = said[index + step];
    return other?.source === here.source ? other : undefined;
  };
  const before = near(-1);
  if (before) features.push(...around('b', before, here, names));
  else features.push('b:none');
  const after = near(1);
  if (after) features.push(...around('a', after, here, names));
  else features.push('a:none');
  const asked = askedOf(said, index);
  const askedWords = asked ? tokensOf(asked.text, names) : [];
  if (asked && asked !== before) features.push(...askedWords.map((word) => `q:${word}`));
  if (asked) features.push(ASKING.test(asked.text) ? 'asked' : 'told');
  return {
    features,
    dense: Array.from(meanVector(words), (value) => value * DENSE),
  };
}

export const pairs = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let i = 1; i < words.length; i += 1) out.push(`${words[i - 1]}_${words[i]}`);
  for (let i = 2; i < words.length; i += 1) out.push(`${words[i - 2]}_*_${words[i]}`);
  return out;
};

const edges = (words: readonly string[], text: string): string[] => [
  `^${words[0] ?? ''}`,
  `^${words[0] ?? ''}_${words[1] ?? ''}`,
  `$${/[?!…:]["')\]]*$/u.exec(text)?.[0]?.[0] ?? '.'}`,
  `length:${Math.min(10, Math.round(2 * Math.log2(words.length + 1)))}`,
];

/** Of a neighbouring sentence only whose it is, how it begins and whether it asks. */
function around(mark: string, other: Utterance, here: Utterance, names: Names): string[] {
  const [first = '', second = ''] = tokensOf(other.text, names);
  const who = other.turn === here.turn ? 'same' : (other.side ?? 'unknown');
  return [`${mark}:${who}${ASKING.test(other.text) ? '?' : '.'}`, `${mark}:^${first}`, `${mark}:^${first}_${second}`];
}

/** The last sentence of the other side before this turn, over at most two turns. */
export function askedOf(said: readonly Utterance[], index: number): Utterance | undefined {
  const here = said[index];
  if (!here) return undefined;
  for (let i = index - 1; i >= 0 && i >= index - 8; i -= 1) {
    const before = said[i];
    if (!before || before.source !== here.source || here.turn - before.turn > 2) return undefined;
    if (before.turn !== here.turn && before.side !== here.side) return before;
  }
  return undefined;
}
