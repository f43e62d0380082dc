import type { Utterance } from '../utterances.ts';
import { askedOf } from './said-features.ts';

/** What helps to read a promise: the buyer's words that it answers, and what its speaker said just before in the same turn. */
export function contextOf(said: readonly Utterance[], index: number): string {
  const here = said[index];
  if (!here) return '';
  const asked = askedOf(said, index);
  const before = said[index - 1];
  const own = before && before.source === here.source && before.turn === here.turn ? before : undefined;
  return [asked, own].flatMap((one) => one?.text ?? []).join(' ');
}
