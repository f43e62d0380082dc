import { LinearModel } from '../../src/analysis/offline/learned/linear.ts';
import { type Example, fitLinear, type Settings } from './logistic.ts';

/** Which of `folds` parts an example belongs to: a group (a deal, a document) is never cut. */
export function foldsOf(examples: readonly { group: string }[], folds: number): (example: { group: string }) => number {
  const groups = [...new Set(examples.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, index) => [group, index % folds]));
  return ({ group }) => foldOf.get(group) ?? 0;
}

/** Each example's class probabilities by a model that saw no example of its group, in the order of `examples`. */
export function crossValidate(examples: readonly Example[], settings: Settings, folds: number): number[][] {
  const foldOf = foldsOf(examples, folds);
  const out: number[][] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = new LinearModel(
      fitLinear(
        examples.filter((example) => foldOf(example) !== fold),
        settings,
      ),
    );
    examples.forEach((example, index) => {
      if (foldOf(example) === fold) out[index] = model.of(example);
    });
  }
  return out;
}
