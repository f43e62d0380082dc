import type { FoundQuestion } from '../../handoff/analysis.ts';
import { cite } from './evidence.ts';
import { likely, strongest } from './learned/lines.ts';
import type { Utterance } from './utterances.ts';

/** Set by cross-validation over deals. */
const ENOUGH = 0.65;
/** People ask more in a long deal: one more for each hundred sentences over the first five. */
const MOST = 5;
const PER = 100;
/** A question without its mark, as people type: `who does that`, `did Ann talk with the union`. */
const ASKS =
  /\?["')\]]*$|^(?:\p{L}+[,:] )?(?:who|whose|which|did|does|do|are|is|can|will|has|have) \p{L}[\p{L}'’]* \p{L}[\p{L}'’]* [^.!]+$/u;
const LEAST_WORDS = 3;

/** Questions about the delivery that were asked and not answered, the surest first cut, in the order in which they were asked. */
export function findQuestions(said: Utterance[]): FoundQuestion[] {
  const most = Math.max(MOST, Math.ceil(said.length / PER));
  return strongest('question', said, { least: ENOUGH, most, keep: asks }).flatMap((index) => {
    const utterance = said[index];
    return utterance ? [{ text: utterance.text, evidence: [cite(utterance)] }] : [];
  });
}

const asks = ({ low }: Utterance): boolean => ASKS.test(low) && low.split(' ').length >= LEAST_WORDS;

/** How likely the question at `index` stays open, 0 to 1; 0 for what is no question. */
export const openness = (said: readonly Utterance[], index: number): number => {
  const utterance = said[index];
  return utterance && asks(utterance) ? likely('question', said, index) : 0;
};
