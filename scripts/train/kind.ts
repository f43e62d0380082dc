import { kindFeatures } from '../../src/analysis/offline/learned/kind-features.ts';
import { askedOf } from '../../src/analysis/offline/learned/said-features.ts';
import { CommitmentKind } from '../../src/handoff/vocabulary.ts';
import type { CoverageCase } from './data/pairs.ts';
import type { Talk } from './data/said.ts';
import type { Example, Settings } from './logistic.ts';

export const KIND: Settings = {
  classes: CommitmentKind.options,
  epochs: 20,
  rate: 0.1,
  l2: 1e-3,
  minGroups: 3,
  seed: 1,
  dropout: 0.4,
};

/** One example for each labelled promise, in talk and in the coverage cases. */
export function kindExamples(talks: readonly Talk[], cases: readonly CoverageCase[]): (Example & { set: string })[] {
  const said = talks.flatMap(({ said, labels, group, set }) =>
    said.flatMap((utterance, index) => {
      const kind = labels[index]?.kind;
      if (!kind) return [];
      const asked = askedOf(said, index)?.text ?? '';
      return [{ ...kindFeatures(utterance.text, asked), label: kind, group, set }];
    }),
  );
  const paired = cases.flatMap(({ promises, group }) =>
    promises.map(({ text, context, kind }) => ({ ...kindFeatures(text, context), label: kind, group, set: 'pairs' })),
  );
  return [...said, ...paired];
}
