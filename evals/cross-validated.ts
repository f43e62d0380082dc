import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Measured = z.record(z.string(), z.record(z.string(), z.number()));

/** Where `models/cross-validation.json` has the figure that stands for a task's: model, then figure. */
const SAME: Readonly<Record<string, readonly [string, string]>> = {
  // Promises are measured sentence by sentence there, so it is near to this figure and not the same.
  'deals.commitments_f1': ['promise', 'deal sentences F1'],
  'deals.kind_acc': ['kind', 'deal accuracy'],
  'deals.coverage_acc': ['coverage', 'deal accuracy'],
  'deals.contradiction_f1': ['coverage', 'deal contradiction F1'],
  'coverage.accuracy': ['coverage', 'nli accuracy'],
  'coverage.contradiction_f1': ['coverage', 'nli contradiction F1'],
  'coverage.evidence_at_1': ['coverage', 'nli evidence@1'],
  'scope.macro_f1': ['sections', 'macro-F1'],
  'asks.f1': ['asks', 'F1'],
};

/** What models get on groups they were not trained on, by task and figure. */
export function crossValidated(): (task: string, figure: string) => number | undefined {
  const file = new URL('../models/cross-validation.json', import.meta.url);
  const found = existsSync(file) ? Measured.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined;
  return (task, figure) => {
    const [model, name] = SAME[`${task}.${figure}`] ??
      SAME[`${task.replace('-written', '')}.${figure}`] ?? [task, figure];
    return found?.[model]?.[name];
  };
}
