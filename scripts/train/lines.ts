import { z } from 'zod';
import { type Order, SECTIONS } from '../../src/analysis/offline/learned/sections.ts';
import { textFeatures } from '../../src/analysis/offline/learned/text-features.ts';
import { data, rowsOf } from './data/jsonl.ts';
import type { Example, Settings } from './logistic.ts';

const SHARED = { epochs: 8, rate: 0.2, l2: 1e-4, minGroups: 3, seed: 1 };
export const ASKS: Settings = { ...SHARED, classes: ['0', '1'] };
export const SECTION: Settings = { ...SHARED, classes: SECTIONS };

const Ask = z.object({ id: z.string(), text: z.string(), label: z.union([z.literal(0), z.literal(1)]) });
const Line = z.object({ text: z.string(), label: z.enum(SECTIONS), doc: z.string() });

/** Parakweet's sentences. They do not say which mail they are from, so neighbours, which may be of one, stay together. */
export const askExamples = (): Example[] =>
  rowsOf(data('public/parakweet_asks.jsonl.gz'), Ask).map(({ id, text, label }) => ({
    ...textFeatures(text),
    label: String(label),
    group: id.replace(/\d\d?$/u, ''),
  }));

/** The items of Kubernetes' enhancement proposals, in the order of their documents. Rare sections count more. */
export function sectionExamples(): Example[] {
  const rows = rowsOf(data('public/kep_scope.jsonl.gz'), Line);
  const counts = new Map<string, number>();
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  return rows.map(({ text, label, doc }) => ({
    ...textFeatures(text),
    label,
    group: doc,
    weight: (rows.length / ((counts.get(label) ?? 1) * SECTIONS.length)) ** 0.3,
  }));
}

/** How sections follow one another in documents, with half a count for what was never seen. */
export function orderOf(examples: readonly Example[]): Order {
  const at = (label: string) => SECTIONS.indexOf(SECTIONS.find((section) => section === label) ?? 'in_scope');
  const [start, prior] = [SECTIONS.map(() => 0.5), SECTIONS.map(() => 1)];
  const next = SECTIONS.map(() => SECTIONS.map(() => 0.5));
  examples.forEach(({ label, group }, index) => {
    const before = examples[index - 1];
    const c = at(label);
    prior[c] = (prior[c] ?? 0) + 1;
    const row = before?.group === group ? next[at(before.label)] : start;
    if (row) row[c] = (row[c] ?? 0) + 1;
  });
  return { start: logs(start), prior: logs(prior), next: next.map(logs) };
}

const logs = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.round(1e4 * Math.log(count / total)) / 1e4);
};
