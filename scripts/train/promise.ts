import { saidFeatures } from '../../src/analysis/offline/learned/said-features.ts';
import type { Talk } from './data/said.ts';
import type { Example, Settings } from './logistic.ts';

export const PROMISE: Settings = {
  classes: ['none', 'explicit', 'implied'],
  epochs: 20,
  dropout: 0.5,
  rate: 0.05,
  l2: 1e-3,
  minGroups: 3,
  seed: 1,
};

/** What a sentence weighs that stands without its neighbours, as in a short note: the words alone must do as well. */
const ALONE = 0.4;

/** Two examples for each labelled sentence of the seller: in its talk, and alone (`set` is then `alone`). */
export const promiseExamples = (talks: readonly Talk[]): (Example & { set: string; text: string })[] =>
  talks.flatMap(({ said, labels, names, group, set }) =>
    said.flatMap((utterance, index) => {
      const label = labels[index];
      if (!label || label.strength === 'unsure' || utterance.side === 'customer' || utterance.side === 'third')
        return [];
      const known = { label: label.strength, group, text: utterance.text };
      return [
        { ...saidFeatures(said, index, names), ...known, set },
        { ...saidFeatures([utterance], 0, names), ...known, set: 'alone', weight: ALONE },
      ];
    }),
  );
