import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { commonWords, featuresAt, nameLength, type Word } from '../src/analysis/offline/tables/cell-features.ts';
import { drawnTables } from '../src/analysis/offline/tables/drawn.ts';
import { beside, groupedBy, rowsOf, shipped, sourceOf } from './rows.ts';
import { add, type Tallies } from './tallies.ts';

/*
 * Fits the weights by which flattened tables are cut into cells (src/analysis/offline/tables/cell-weights.ts) on every second
 * document of the public milestone tables; the others are for measuring. `node evals/fit-cell-weights.ts`
 */
type Start = 0 | 1;
/** One word: its features and whether a name (first) or a specification (second) starts there. */
type Example = { features: string[]; starts: [Start, Start] };
const ROUNDS = 400;
const STEP = 10;
const PENALTY = 1;

const file = shipped('public/w3f_milestones.jsonl');
const docs = [...groupedBy(rowsOf(file, z.object({ doc: z.string() })), ({ doc }) => doc).keys()];
const examples: Example[] = [];
const lengths: Tallies = {};
for (const doc of docs.filter((_, index) => index % 2 === 0)) {
  const { passages } = await sourceOf(beside(file, doc), 'sow');
  const common = commonWords(passages.map(({ text }) => text));
  for (const { rows } of drawnTables(passages)) {
    const words: (Word & { starts: [Start, Start] })[] = [];
    for (const { name, specification } of rows.map(({ cells }) => cells)) {
      if (!name || !specification) continue;
      for (const [which, cell] of [name, specification].entries())
        for (const [index, text] of wordsOf(cell).entries()) {
          const first = index === 0;
          words.push({ text, breaks: false, starts: [first && which === 0 ? 1 : 0, first && which === 1 ? 1 : 0] });
        }
      add(lengths, nameLength(wordsOf(name).length));
      add(lengths, 'all');
    }
    examples.push(
      ...words.flatMap(({ starts }, at) => (at > 0 ? [{ features: featuresAt(words, at, common), starts }] : [])),
    );
  }
}
const [names, others] = [weightsOf(0), weightsOf(1)];
for (let count = 1; count <= 9; count += 1) {
  const share = ((lengths[nameLength(count)] ?? 0) + 1) / ((lengths.all ?? 0) + 9);
  names[nameLength(count)] = Math.log(share) + 2;
}
const key = (name: string) => (/^[a-z]+$/u.test(name) ? name : `'${name}'`);
const rounded = (value = 0) => Number(value.toFixed(1));
const lines = Object.keys(names)
  .sort()
  .map((name) => `  ${key(name)}: [${rounded(names[name])}, ${rounded(others[name])}],`);
writeFileSync(
  new URL('../src/analysis/offline/tables/cell-weights.ts', import.meta.url),
  `/**
 * Weights of a cell's start: [of a name, of any other cell]. Logistic regression on every second document of the public
 * milestone tables, flattened, by evals/fit-cell-weights.ts; \`name=N\`: log share of names of N words, plus 2.
 */
export const WEIGHTS: Readonly<Record<string, readonly [number, number]>> = {
${lines.join('\n')}
};
`,
);

function wordsOf(cell: string): string[] {
  return cell.replaceAll('**', '').split(/\s+/u).filter(Boolean);
}

/** Logistic regression by gradient descent, the weights drawn towards 0. */
function weightsOf(which: 0 | 1): Tallies {
  const weights: Tallies = { bias: -2 };
  for (const { features } of examples) for (const feature of features) weights[feature] = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope: Tallies = {};
    for (const [name, weight] of Object.entries(weights)) slope[name] = name === 'bias' ? 0 : PENALTY * weight;
    for (const { features, starts } of examples) {
      const all = ['bias', ...features];
      const odds = all.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-odds)) - starts[which];
      for (const feature of all) add(slope, feature, error);
    }
    for (const [name, by] of Object.entries(slope)) add(weights, name, (-STEP * by) / examples.length);
  }
  return weights;
}
