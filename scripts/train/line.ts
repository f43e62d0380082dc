import { lineFeatures } from '../../src/analysis/offline/learned/line-features.ts';
import type { Row } from '../../src/analysis/offline/learned/linear.ts';
import { INFLUENCES, LINE_LABELS, type LineLabel } from '../../src/analysis/offline/learned/lines.ts';
import { crossValidate } from './cross-validate.ts';
import type { LabelledLine } from './data/lines.ts';
import type { Example, Settings } from './logistic.ts';
import type { Figures } from './measure.ts';

export const LINE: Settings = {
  classes: ['no', 'yes'],
  epochs: 15,
  rate: 0.1,
  l2: 0.15,
  minGroups: 3,
  seed: 1,
  dropout: 0.3,
};
export const INFLUENCE: Settings = { ...LINE, classes: INFLUENCES };
/** A deal has one such line among hundreds: each counts for several. */
const FOUND = 4;

/** For each label one example a line, but those of which nobody can tell. */
export function lineExamples(lines: readonly LabelledLine[]): Map<LineLabel, Example[]> {
  const rows = lines.map(({ line, names, set }): Row => {
    const { features, dense } = lineFeatures(line, names);
    return { features: set === 'lines' ? [...features, 'written'] : features, dense };
  });
  return new Map(
    LINE_LABELS.map((label) => [
      label,
      lines.flatMap(({ labels, unsure, group }, index): Example[] => {
        const row = rows[index];
        if (!row || unsure.includes(label)) return [];
        const yes = labels.includes(label);
        return [{ ...row, label: yes ? 'yes' : 'no', group, weight: yes ? FOUND : 1 }];
      }),
    ]),
  );
}

/** What each line of the buyer's side and of notes shows of a person's influence; most show none. */
export const influenceExamples = (lines: readonly LabelledLine[]): Example[] =>
  lines.flatMap(({ line, names, influence, group, labels }): Example[] => {
    if (influence === 'unknown' || line.side === 'vendor' || (!influence && labels.includes('politics'))) return [];
    const { features, dense } = lineFeatures(line, names);
    return [{ features, dense, label: influence ?? 'none', group, weight: influence ? SHOWN : 1 }];
  });
const SHOWN = 4;

const FOLDS = 12;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * By models that saw no line of the deal or trade: for each label, F1 on written lines at a half, and the mean average precision
 * with which it ranks the sentences of a deal; for influence the share of right ones among the lines that show some.
 */
export function measureLines(lines: readonly LabelledLine[]): Figures {
  const deals = new Set(lines.flatMap(({ set, group }) => (set === 'deal' ? [group] : [])));
  const figures: Figures = {};
  for (const [label, examples] of lineExamples(lines)) {
    const scored = crossValidate(examples, LINE, FOLDS).flatMap((shares, i) => {
      const example = examples[i];
      return example ? [{ yes: example.label === 'yes', group: example.group, share: shares[1] ?? 0 }] : [];
    });
    const written = scored.filter(({ group }) => !deals.has(group));
    const right = written.filter(({ yes, share }) => yes && share >= 0.5).length;
    const wrong = written.filter(({ yes, share }) => yes !== share >= 0.5).length;
    figures[`${label} written F1`] = round((2 * right) / Math.max(1, 2 * right + wrong));
    const ranked = [...deals].flatMap((deal) => averagePrecision(scored.filter(({ group }) => group === deal)) ?? []);
    if (ranked.length > 0)
      figures[`${label} deals MAP`] = round(ranked.reduce((sum, value) => sum + value, 0) / ranked.length);
  }
  const shown = influenceExamples(lines);
  const guesses = crossValidate(shown, INFLUENCE, FOLDS).flatMap((shares, i) => {
    const label = shown[i]?.label ?? 'none';
    const some = shares.slice(1);
    return label === 'none' ? [] : [INFLUENCE.classes[1 + some.indexOf(Math.max(...some))] === label];
  });
  figures['influence accuracy'] = round(guesses.filter(Boolean).length / Math.max(1, guesses.length));
  return figures;
}

function averagePrecision(rows: readonly { yes: boolean; share: number }[]): number | undefined {
  let [hits, sum] = [0, 0];
  rows
    .toSorted((a, b) => b.share - a.share)
    .forEach(({ yes }, rank) => {
      if (!yes) return;
      hits += 1;
      sum += hits / (rank + 1);
    });
  return hits > 0 ? sum / hits : undefined;
}
