import type { Strength } from '../../handoff/vocabulary.ts';
import type { Utterance } from './utterances.ts';

/** A promise found, before its kind and coverage are known. `context` is what the buyer asked just before: it helps to read short answers. */
export type Candidate = {
  said: Utterance;
  quote: string;
  strength: Strength;
  rule: string;
  confidence: number;
  context: string;
  /** The buyer's words that an assent takes up. */
  asked?: Utterance;
  speaker?: string;
};

const LONG = 38;

/**
 * The part of a long sentence that holds the promise: whole clauses around the cue, at most about forty words,
 * so that a person sees the promise and not the story around it.
 */
export function clauseAround(text: string, at: number): string {
  if (text.split(' ').length <= LONG) return text;
  const cuts = [
    0,
    ...[
      ...text.matchAll(
        /[,;:] (?=(?:and|but|so|because|then|while|which|as|or|if|that|who|once)\b|(?:we|i|you|he|she|they|it)\b)/giu,
      ),
    ].map((m) => m.index + 2),
    text.length,
  ];
  let from = Math.max(
    0,
    cuts.findLastIndex((cut) => cut <= at),
  );
  let to = from + 1;
  const words = () => text.slice(cuts[from], cuts[to]).split(' ').length;
  while (to < cuts.length - 1) {
    to += 1;
    if (words() > LONG) {
      to -= 1;
      break;
    }
  }
  while (from > 0 && words() < 12) from -= 1;
  return text.slice(cuts[from], cuts[to]).replace(/[,;:\s]+$/u, '');
}
