import type { Utterance } from './utterances.ts';

const NOT_OURS =
  /\b(?:\p{L}+n't|not|never) (?:(?:in|part of|within|among) (?:this|the|that|our|it|any)\b|with\b|included|covered|in scope)|\bwe(?: do not|'ll not| don't| won't| never) (?:\p{L}+ly )?(?:do|author|offer|support|touch|cover|write|include|sell|supply|provide|install|handle|go)\b|\bout of scope\b/u;

/** A seller's plain refusal: `that isn't in this one`, `we don't do X`. */
export function refuses({ side, low }: Utterance): boolean {
  if (side !== 'vendor' || low.split(' ').length < 5 || /\?$/u.test(low)) return false;
  return NOT_OURS.test(low) && !/\b(?:if|unless)\b.*\b(?:would|'d)\b/u.test(low);
}
