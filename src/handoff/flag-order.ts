import { nothingLearned, type Reliability, worths } from './learning.ts';
import type { FlagState, Handoff } from './state.ts';
import type { Severity } from './vocabulary.ts';

export const severities: readonly Severity[] = ['high', 'medium', 'low'];

/** Sums of thirds differ in their last digits; what is worth the same keeps the order of the analysis. */
const rounded = (value: number): number => Math.round(value * 1e6);

/**
 * Flags that still say something: most severe first, within a severity those first that people will most likely find right,
 * then in the order of the analysis. What only noisy rules raised comes last. None is left out.
 */
export const ranked = (handoff: Handoff, learned: Reliability = nothingLearned): FlagState[] => {
  const worth = worths(handoff, learned);
  const rank = ({ flag }: FlagState) => {
    const { expected, noisy } = worth.get(flag.id) ?? { expected: 0, noisy: [] };
    return { noise: noisy.length > 0 ? 1 : 0, severity: severities.indexOf(flag.severity), value: rounded(expected) };
  };
  return handoff.flags
    .filter((one) => !one.withdrawn)
    .map((one) => ({ one, ...rank(one) }))
    .sort((a, b) => a.noise - b.noise || a.severity - b.severity || b.value - a.value)
    .map(({ one }) => one);
};

export const openRanked = (handoff: Handoff, learned: Reliability = nothingLearned): FlagState[] =>
  ranked(handoff, learned).filter((one) => one.status === 'open');
