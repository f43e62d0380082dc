import { inOrder } from '../../src/analysis/offline/learned/sections.ts';
import { probabilities } from '../../src/analysis/offline/learned/trees.ts';
import { boost } from './boost.ts';
import { type Asked, CLAUSE, clauseRows, VERDICT, verdictRows } from './coverage.ts';
import { crossValidate, foldsOf } from './cross-validate.ts';
import { orderOf, SECTION } from './lines.ts';
import type { Example, Settings } from './logistic.ts';

export type Figures = Record<string, number>;
const round = (value: number): number => Math.round(value * 1000) / 1000;
const best = (shares: readonly number[]): number => shares.indexOf(Math.max(...shares));

export function f1(gold: readonly string[], found: readonly string[], label: string): number {
  let [hit, extra, missed] = [0, 0, 0];
  gold.forEach((truth, i) => {
    if (truth === label && found[i] === label) hit += 1;
    else if (found[i] === label) extra += 1;
    else if (truth === label) missed += 1;
  });
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed);
}

/** Promise or not, on sentences of whole deals (`deals`) and of snippets, by models that saw none of the deal or snippet. */
export function measurePromises(
  examples: readonly (Example & { set: string })[],
  settings: Settings,
  enough: number,
): Figures {
  const shares = crossValidate(examples, settings, 10);
  const figures: Figures = {};
  for (const set of ['deal', 'said', 'alone']) {
    const rows = examples.flatMap((example, i) => (example.set === set ? [{ example, share: shares[i] ?? [] }] : []));
    const gold = rows.map(({ example }) => (example.label === 'none' ? 'none' : 'promise'));
    const found = rows.map(({ share }) => (1 - (share[0] ?? 1) >= enough ? 'promise' : 'none'));
    figures[`${set} sentences F1`] = round(f1(gold, found, 'promise'));
  }
  return figures;
}

/** Share of right kinds. */
export function measureKinds(examples: readonly (Example & { set: string })[], settings: Settings): Figures {
  const shares = crossValidate(examples, settings, 10);
  const figures: Figures = {};
  for (const set of ['deal', 'said', 'pairs']) {
    const rows = examples.flatMap((example, i) =>
      example.set === set ? [settings.classes[best(shares[i] ?? [])] === example.label] : [],
    );
    figures[`${set} accuracy`] = round(rows.filter(Boolean).length / Math.max(1, rows.length));
  }
  return figures;
}

/** Verdicts on labelled promises by models that saw nothing of the deal or contract; `speaks` and `denies` as in `coverage.ts`. */
export function measureCoverage(cases: readonly Asked[], speaks: number, denies: number): Figures {
  const fold = foldsOf(cases, 5);
  const found = cases.map(() => ({ verdict: 'not_covered', right: false }));
  for (let f = 0; f < 5; f += 1) {
    const seen = cases.filter((one) => fold(one) !== f);
    const [clause, verdict] = [boost(clauseRows(seen), CLAUSE), boost(verdictRows(seen), VERDICT)];
    cases.forEach((one, i) => {
      if (fold(one) !== f) return;
      const judged = one.rows.map(({ at, features }) => ({
        at,
        features,
        speaks: probabilities(clause, features)[1] ?? 0,
      }));
      const top = judged.reduce((a, b) => (a && a.speaks >= b.speaks ? a : b), judged[0]);
      const denied = top ? (probabilities(verdict, top.features)[1] ?? 0) >= denies : false;
      found[i] = {
        verdict: !top || top.speaks < speaks ? 'not_covered' : denied ? 'contradicted' : 'covered',
        right: top !== undefined && one.right.includes(top.at),
      };
    });
  }
  const figures: Figures = {};
  for (const set of ['deal', 'pairs', 'nli'] as const) {
    const rows = cases.flatMap((one, i) =>
      one.set === set ? [{ one, verdict: found[i]?.verdict ?? '', right: found[i]?.right }] : [],
    );
    const cited = rows.filter(({ one }) => one.right.length > 0);
    figures[`${set} accuracy`] = round(rows.filter(({ one, verdict }) => one.label === verdict).length / rows.length);
    figures[`${set} contradiction F1`] = round(
      f1(
        rows.map(({ one }) => one.label),
        rows.map(({ verdict }) => verdict),
        'contradicted',
      ),
    );
    figures[`${set} evidence@1`] = round(cited.filter(({ right }) => right).length / Math.max(1, cited.length));
  }
  return figures;
}

export function measureAsks(examples: readonly Example[], settings: Settings): Figures {
  const shares = crossValidate(examples, settings, 5);
  const found = shares.map((share) => ((share[1] ?? 0) >= 0.4 ? '1' : '0'));
  return {
    F1: round(
      f1(
        examples.map(({ label }) => label),
        found,
        '1',
      ),
    ),
  };
}

/** Sections of documents, each read by a model and an order that never saw it. */
export function measureSections(examples: readonly Example[]): Figures {
  const shares = crossValidate(examples, SECTION, 5);
  const fold = foldsOf(examples, 5);
  const orders = [0, 1, 2, 3, 4].map((f) => orderOf(examples.filter((example) => fold(example) !== f)));
  const found: string[] = [];
  for (let i = 0; i < examples.length; ) {
    const here = examples[i];
    let end = i;
    while (examples[end]?.group === here?.group && end < examples.length) end += 1;
    const order = here && orders[fold(here)];
    if (order) found.push(...inOrder(shares.slice(i, end), order));
    i = end;
  }
  const gold = examples.map(({ label }) => label);
  const macro = SECTION.classes.reduce((sum, section) => sum + f1(gold, found, section), 0) / SECTION.classes.length;
  const alone = shares.map((share) => SECTION.classes[best(share)] ?? '');
  const macroAlone =
    SECTION.classes.reduce((sum, section) => sum + f1(gold, alone, section), 0) / SECTION.classes.length;
  return { 'macro-F1': round(macro), 'macro-F1 line by line': round(macroAlone) };
}
