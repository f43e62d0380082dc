import type { Side, SourceKind } from '../../../handoff/vocabulary.ts';
import { lowered } from '../words.ts';
import { cuesOf, PUT_OFF } from './line-cues.ts';
import type { Row } from './linear.ts';
import { ASKING, pairs } from './said-features.ts';
import { type Names, tokensOf } from './tokens.ts';
import { meanVector } from './word-vectors.ts';

/** One sentence and what answers it. `reply`: what the others say next, empty where nobody does. */
export type Line = { text: string; reply: string; side: Side | undefined; kind: SourceKind };

/** Length of the dense part beside the named features. */
const DENSE = 2;
const HEARD = 24;

/** What a learned model sees of a line: cues, words, pairs of neighbours, how it begins, and, of its reply, whether it answers. */
export function lineFeatures({ text, reply, side, kind }: Line, names?: Names): Row {
  const low = lowered(text);
  const words = tokensOf(text, names).map(person);
  const cues = cuesOf(low);
  const features = [...cues, ...words, ...pairs(words), `^${words[0] ?? ''}`, `^${words[0] ?? ''}_${words[1] ?? ''}`];
  for (let i = 0; i < cues.length; i += 1)
    for (let j = i + 1; j < cues.length; j += 1) features.push(`${cues[i]}&${cues[j]}`);
  const who = side === 'vendor' || side === 'customer' ? side : 'unknown';
  features.push(`side:${who}`, `length:${Math.min(10, Math.round(2 * Math.log2(words.length + 1)))}`);
  if (kind === 'crm_note' || kind === 'deal_desk') features.push('note');
  if (ASKING.test(low)) features.push(...replyFeatures(reply, names));
  return { features, dense: Array.from(meanVector(words), (value) => value * DENSE) };
}

/** How the first sentence of a reply takes a question up: puts it off, answers straight, or neither. */
function manner(first: string): string {
  if (PUT_OFF.test(first) || ASKING.test(first)) return 'put-off';
  return STRAIGHT.test(first) ? 'straight' : 'neither';
}
const STRAIGHT =
  /^(?:well, |oh, |ah, )?(?:yes|yeah|yep|aye|no|nope|none|nothing|both|always|never|me|us|you|ours?|yours?|mine|my|i|we|it|it's|they|that's|there is|there are|he|she|only|every|in|on|at|from|\d|one|two|three|four|five)\b/u;

/** Only a question has a reply to look at. */
function replyFeatures(reply: string, names: Names | undefined): string[] {
  if (!reply) return ['r:none'];
  const low = lowered(reply);
  const words = tokensOf(reply, names).map(person).slice(0, HEARD);
  return [
    ...words.map((word) => `r:${word}`),
    ...cuesOf(low).map((cue) => `r:${cue}`),
    `r:^${words[0] ?? ''}_${words[1] ?? ''}`,
    `r:@first-${manner(low.split(/(?<=[.?!]) /u)[0] ?? '')}`,
    PUT_OFF.test(low) ? 'r:@put-off' : 'r:@answers',
    ASKING.test(low) ? 'r:@asks' : 'r:@tells',
  ];
}

const person = (word: string): string =>
  word === '#vendor' || word === '#customer' || word === '#third' ? '#name' : word;
