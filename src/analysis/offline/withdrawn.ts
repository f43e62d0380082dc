import type { Candidate } from './candidates.ts';
import type { Utterance } from './utterances.ts';
import { stems } from './words.ts';

/** A promise and the seller's words that take it back. */
export type Withdrawal = { promise: Candidate; by: Utterance };

const TAKES_BACK =
  /\b(?:scratch that|strike that|(?<!(?:won't|not|never|n't) )(?:take|taking) (?:that|it|this) back|misspoke|spoke too soon|forget (?:what i said|i said that|that one)|not after all|(?:can't|cannot|won't|can not) [^.?!]{0,40}after all|ignore what i said|that was wrong)\b/u;
/** How many turns later a promise can still be taken back without being named. */
const NEAR = 1;

/** Promises that the seller takes back later in the same source: the nearest before, or the nearest that shares its words. */
export function withdrawals(found: readonly Candidate[], said: readonly Utterance[]): Withdrawal[] {
  return said.flatMap((by) => {
    if (by.side !== 'vendor' || !TAKES_BACK.test(by.low)) return [];
    const words = new Set(stems(by.text));
    const before = found.filter(({ said: { source, turn } }) => source === by.source && turn <= by.turn).reverse();
    const named = before.find(
      ({ said, quote }) => said !== by && stems(quote).filter((word) => words.has(word)).length >= 2,
    );
    const promise = named ?? before.find(({ said }) => said !== by && by.turn - said.turn <= NEAR);
    return promise ? [{ promise, by }] : [];
  });
}
