import { featuresAt, nameLength, type Word } from './cell-features.ts';
import { WEIGHTS } from './cell-weights.ts';
import type { Column } from './columns.ts';

export const isName = (column: Column | undefined): boolean => column === 'name' || column === 'milestone';

/** How much sooner a cell starts where a passage does; and where a run of words that the table has twice starts or ended. */
const BREAK = 5;
const REPEAT = 1.5;
const RUN = 4;
/** An address is mostly a cell of its own; the tables that the weights come from have few. */
const LINK = 6;

/**
 * How well each word of a table starts a cell, as log odds: of a name, of the cell behind a name, of a later cell.
 * Linear in the words.
 */
export class CellStarts {
  private readonly scores: { name: number; second: number; later: number }[];

  constructor(words: readonly Word[], common: ReadonlySet<string>) {
    const repeats = repeatedRuns(words.map(({ text }) => text));
    this.scores = words.map(({ breaks }, at) => {
      const features = featuresAt(words, at, common);
      const link =
        ['here=link', 'before=link'].some((one) => features.includes(one)) && !features.includes('inside') ? LINK : 0;
      const extra = link + (breaks ? BREAK : 0) + REPEAT * (repeats[at] ?? 0);
      const [name, second] = [0, 1].map(
        (index) => extra + ['bias', ...features].reduce((sum, key) => sum + (WEIGHTS[key]?.[index] ?? 0), 0),
      );
      // Behind a name a full stop speaks against a new cell; behind a sentence it speaks for one.
      const stop = 'before=stop';
      const turned = features.includes(stop) ? (WEIGHTS[stop]?.[0] ?? 0) - (WEIGHTS[stop]?.[1] ?? 0) : 0;
      return { name: name ?? 0, second: second ?? 0, later: (second ?? 0) + turned };
    });
  }

  /** Log odds that a cell of `column`, which stands behind one of `before`, starts at a word. */
  at(index: number, column: Column | undefined, before: Column | undefined): number {
    const score = this.scores[index];
    if (!score) return 0;
    if (isName(column)) return score.name;
    return isName(before) ? score.second : score.later;
  }
}

/** How well words make a cell, its start apart: names are short, prose has no place in a table. */
export function cellFits(column: Column, count: number, sentences: number): number {
  if (isName(column)) return (WEIGHTS[nameLength(count)]?.[0] ?? 0) - 0.4 * Math.max(0, count - 9) - 3 * sentences;
  return -1.2 * Math.max(0, sentences - 3);
}

/** 1 where a run of at least four words that stands twice starts or has just ended, -1 inside one, 0 elsewhere. */
function repeatedRuns(words: readonly string[]): number[] {
  const seen = new Map<string, number>();
  const keys = words.map((_, at) => words.slice(at, at + RUN).join(' '));
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  const starts = keys.map((key, at) => at + RUN <= words.length && (seen.get(key) ?? 0) > 1);
  const covered = words.map((_, at) => starts.slice(Math.max(0, at - RUN + 1), at + 1).includes(true));
  return words.map((_, at) => {
    const first = starts[at] === true && starts[at - 1] !== true;
    if (first || (covered[at - 1] === true && covered[at] !== true)) return 1;
    return covered[at] ? -1 : 0;
  });
}
