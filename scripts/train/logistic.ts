import type { Row } from '../../src/analysis/offline/learned/linear.ts';
import { seeded } from './seeded.ts';

/** One labelled text. `group` is the deal or document it stands in: a group is never cut by cross-validation. */
export type Example = Row & { label: string; group: string; weight?: number };
export type Settings = {
  classes: readonly string[];
  epochs: number;
  rate: number;
  l2: number;
  minGroups: number;
  seed: number;
  dropout?: number;
};

/**
 * Fits multinomial logistic regression by AdaGrad and returns it as the text of a model file. Features that occur in fewer than
 * `minGroups` groups are left out, so that no weight rests on the words of one deal. Same examples and seed, same file.
 */
export function fitLinear(
  examples: readonly Example[],
  { classes, epochs, rate, l2, minGroups, seed, dropout = 0 }: Settings,
): string {
  const names = vocabulary(examples, minGroups);
  const idOf = new Map(names.map((name, index) => [name, index]));
  const size = names.length;
  const width = examples[0]?.dense.length ?? 0;
  const K = classes.length;
  const rows = examples.map((example) => ({
    ids: [...new Set(example.features)].flatMap((name) => idOf.get(name) ?? []),
    dense: example.dense,
    label: classes.indexOf(example.label),
    weight: example.weight ?? 1,
  }));
  const total = size + width + 1;
  const weights = new Float64Array(total * K);
  const squares = new Float64Array(total * K).fill(1e-6);
  const random = seeded(seed);
  const order = rows.map((_, index) => index);
  const scores = new Float64Array(K);
  const step = (feature: number, value: number, error: number, c: number, shrink: number) => {
    const at = feature * K + c;
    const gradient = error * value + shrink * (weights[at] ?? 0);
    squares[at] = (squares[at] ?? 0) + gradient * gradient;
    weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(squares[at] ?? 1);
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index];
      if (!row) continue;
      const ids = dropout > 0 ? row.ids.filter(() => random() >= dropout) : row.ids;
      for (let c = 0; c < K; c += 1) {
        let score = weights[(total - 1) * K + c] ?? 0;
        for (const id of ids) score += weights[id * K + c] ?? 0;
        for (let d = 0; d < width; d += 1) score += (weights[(size + d) * K + c] ?? 0) * (row.dense[d] ?? 0);
        scores[c] = score;
      }
      const top = Math.max(...scores);
      let sum = 0;
      for (let c = 0; c < K; c += 1) sum += Math.exp((scores[c] ?? 0) - top);
      for (let c = 0; c < K; c += 1) {
        const error = row.weight * (Math.exp((scores[c] ?? 0) - top) / sum - (c === row.label ? 1 : 0));
        for (const id of ids) step(id, 1, error, c, l2);
        for (let d = 0; d < width; d += 1) if (row.dense[d]) step(size + d, row.dense[d] ?? 0, error, c, l2);
        step(total - 1, 1, error, c, 0);
      }
    }
  }
  const line = (name: string, feature: number) =>
    [name, ...Array.from({ length: K }, (_, c) => (weights[feature * K + c] ?? 0).toFixed(3))].join('\t');
  return [
    ['classes', ...classes].join('\t'),
    line('bias', total - 1),
    ...names.map((name, feature) => line(name, feature)),
    ...Array.from({ length: width }, (_, d) => line(`=${d}`, size + d)),
    '',
  ].join('\n');
}

function vocabulary(all: readonly Example[], least: number): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { features, group } of all)
    for (const name of features) {
      const set = groups.get(name) ?? new Set();
      if (set.size < least) set.add(group);
      groups.set(name, set);
    }
  return [...groups]
    .filter(([, set]) => set.size >= least)
    .map(([name]) => name)
    .sort();
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}
