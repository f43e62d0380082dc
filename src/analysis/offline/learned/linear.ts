import { readFileSync } from 'node:fs';
import { modelFile } from './model-file.ts';
import { softmax } from './softmax.ts';

/** Named features of one text, each once; dense ones come as numbers in `dense`. */
export type Row = { features: readonly string[]; dense: readonly number[] };

/**
 * Multinomial logistic regression, read from `models/NAME.tsv`: a line of classes, one of biases, one per feature with a weight
 * for each class. Dense features are the lines `=0`, `=1` …. Weights are made by `scripts/train`, see `models/README.md`.
 * Throws an Error that names the line of a file of another shape.
 */
export class LinearModel {
  readonly classes: readonly string[];
  private readonly bias: Float64Array;
  private readonly weights = new Map<string, Float64Array>();
  private readonly dense: Float64Array[] = [];

  constructor(text: string) {
    const [head = '', bias = '', ...lines] = text.split('\n');
    const [title, ...classes] = head.split('\t');
    if (title !== 'classes' || classes.length < 2) throw new Error('A model begins with the line of its classes.');
    this.classes = classes;
    this.bias = this.line(bias, 'bias').values;
    for (const line of lines) {
      if (!line) continue;
      const { name, values } = this.line(line);
      if (name.startsWith('=')) this.dense[Number(name.slice(1))] = values;
      else this.weights.set(name, values);
    }
  }

  private line(text: string, expected?: string): { name: string; values: Float64Array } {
    const cells = text.split('\t');
    const [name = ''] = cells;
    const values = new Float64Array(this.classes.length);
    let sound = cells.length === values.length + 1 && (expected ?? name) === name;
    for (let c = 0; sound && c < values.length; c += 1) {
      const cell = cells[c + 1] ?? '';
      values[c] = Number(cell);
      sound = cell !== '' && Number.isFinite(values[c]);
    }
    if (sound) return { name, values };
    throw new Error(
      `The model's line ${JSON.stringify(expected ?? name)} must hold ${values.length} numbers, one per class.`,
    );
  }

  /** Probability of each class, in the order of `classes`. */
  of({ features, dense }: Row): number[] {
    const scores = Array.from(this.bias);
    const add = (weights: Float64Array | undefined, value: number) => {
      if (weights) for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] ?? 0) + value * (weights[c] ?? 0);
    };
    for (const feature of new Set(features)) add(this.weights.get(feature), 1);
    dense.forEach((value, d) => {
      add(this.dense[d], value);
    });
    return softmax(scores);
  }
}

const cache = new Map<string, LinearModel>();
export function linearModel(name: string): LinearModel {
  const known = cache.get(name);
  if (known) return known;
  const model = new LinearModel(readFileSync(modelFile(`${name}.tsv`), 'utf8'));
  cache.set(name, model);
  return model;
}
