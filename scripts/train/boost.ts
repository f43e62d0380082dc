import { softmax } from '../../src/analysis/offline/learned/softmax.ts';
import { type Forest, leaf, type Tree } from '../../src/analysis/offline/learned/trees.ts';
import { seeded } from './seeded.ts';

export type Labelled = { features: readonly number[]; label: number; weight: number };
export type BoostSettings = {
  classes: readonly string[];
  rounds: number;
  depth: number;
  rate: number;
  least: number;
  lambda: number;
  sample: number;
  seed: number;
};
const BINS = 48;

/**
 * Gradient-boosted trees for several classes (Friedman 2001, with XGBoost's second-order gains): small, for some thousand rows.
 * Same rows and seed, same forest. `least` is the smallest sum of curvature in a leaf, `sample` the share of rows per round.
 */
export function boost(rows: readonly Labelled[], settings: BoostSettings): Forest {
  const { classes, rounds, rate, sample, seed } = settings;
  const K = classes.length;
  const random = seeded(seed);
  const cuts = cutsOf(rows);
  const columns = cuts.map((cut, f) => Uint8Array.from(rows, ({ features }) => binOf(cut, features[f] ?? 0)));
  const weight = (c: number) => rows.reduce((sum, row) => sum + (row.label === c ? row.weight : 0), 0);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const bias = classes.map((_, c) => Math.log((weight(c) + 1) / (total + K)));
  const scores = rows.map(() => [...bias]);
  const out: Tree[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const chosen = rows.map((_, i) => i).filter(() => random() < sample);
    const shares = scores.map((score) => softmax(score));
    const trees: Tree[] = [];
    for (let c = 0; c < K; c += 1) {
      const gradient = Float64Array.from(
        rows,
        (row, i) => row.weight * ((shares[i]?.[c] ?? 0) - (row.label === c ? 1 : 0)),
      );
      const curvature = Float64Array.from(
        rows,
        (row, i) => row.weight * (shares[i]?.[c] ?? 0) * (1 - (shares[i]?.[c] ?? 0)),
      );
      const nodes: number[][] = [];
      grow(nodes, chosen, settings.depth, { columns, cuts, gradient, curvature, settings, random });
      const tree = nodes.map(([feature = -1, value = 0, left = 0, right = 0]) =>
        feature < 0 ? [-1, round4(rate * value)] : [feature, value, left, right],
      );
      trees.push(tree);
      rows.forEach((row, i) => {
        const score = scores[i];
        if (score) score[c] = (score[c] ?? 0) + leaf(tree, row.features);
      });
    }
    out.push(trees);
  }
  return { classes, bias, rounds: out };
}

type Growing = {
  columns: Uint8Array[];
  cuts: number[][];
  gradient: Float64Array;
  curvature: Float64Array;
  settings: BoostSettings;
  random: () => number;
};

function grow(nodes: number[][], members: number[], depth: number, growing: Growing): number {
  const at = nodes.length;
  nodes.push([]);
  const { gradient, curvature, settings, columns, cuts } = growing;
  const G = members.reduce((sum, i) => sum + (gradient[i] ?? 0), 0);
  const H = members.reduce((sum, i) => sum + (curvature[i] ?? 0), 0);
  const best = depth > 0 ? bestSplit(members, G, H, growing) : undefined;
  if (!best) {
    nodes[at] = [-1, -G / (H + settings.lambda)];
    return at;
  }
  const column = columns[best.feature] ?? new Uint8Array();
  const goesLeft = (i: number) => (column[i] ?? 0) <= best.bin;
  const left = grow(nodes, members.filter(goesLeft), depth - 1, growing);
  const right = grow(
    nodes,
    members.filter((i) => !goesLeft(i)),
    depth - 1,
    growing,
  );
  nodes[at] = [best.feature, round4(cuts[best.feature]?.[best.bin] ?? 0), left, right];
  return at;
}

function bestSplit(
  members: number[],
  G: number,
  H: number,
  { columns, cuts, gradient, curvature, settings, random }: Growing,
) {
  const { lambda, least } = settings;
  let best: { feature: number; bin: number; gain: number } | undefined;
  const whole = (G * G) / (H + lambda);
  cuts.forEach((cut, feature) => {
    if (cut.length === 0 || random() > 0.7) return;
    const column = columns[feature] ?? new Uint8Array();
    const g = new Float64Array(cut.length + 1);
    const h = new Float64Array(cut.length + 1);
    for (const i of members) {
      const bin = column[i] ?? 0;
      g[bin] = (g[bin] ?? 0) + (gradient[i] ?? 0);
      h[bin] = (h[bin] ?? 0) + (curvature[i] ?? 0);
    }
    let [leftG, leftH] = [0, 0];
    for (let bin = 0; bin < cut.length; bin += 1) {
      leftG += g[bin] ?? 0;
      leftH += h[bin] ?? 0;
      if (leftH < least || H - leftH < least) continue;
      const gain = (leftG * leftG) / (leftH + lambda) + (G - leftG) ** 2 / (H - leftH + lambda) - whole;
      if (gain > 1e-4 && gain > (best?.gain ?? 0)) best = { feature, bin, gain };
    }
  });
  return best;
}

/** Cut points of each feature: between its values, at most `BINS`. */
function cutsOf(rows: readonly Labelled[]): number[][] {
  const width = rows[0]?.features.length ?? 0;
  return Array.from({ length: width }, (_, f) => {
    const values = [...new Set(rows.map(({ features }) => features[f] ?? 0))].sort((a, b) => a - b);
    if (values.length <= BINS)
      return values.slice(0, -1).map((value, i) => round4((value + (values[i + 1] ?? value)) / 2));
    const all = rows.map(({ features }) => features[f] ?? 0).sort((a, b) => a - b);
    return [
      ...new Set(
        Array.from({ length: BINS }, (_value, i) => round4(all[Math.floor(((i + 1) * all.length) / (BINS + 1))] ?? 0)),
      ),
    ];
  });
}

const binOf = (cut: number[], value: number): number => {
  let bin = 0;
  while (bin < cut.length && value > (cut[bin] ?? 0)) bin += 1;
  return bin;
};
const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;
