import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DENIES, SPEAKS } from '../../src/analysis/offline/coverage.ts';
import { ENOUGH } from '../../src/analysis/offline/promises.ts';
import { boost } from './boost.ts';
import { askedOfCases, askedOfDeals, askedOfNli, CLAUSE, clauseRows, VERDICT, verdictRows } from './coverage.ts';
import { nliPairs } from './data/contract-nli.ts';
import { labelledDeals, talksOf } from './data/deals.ts';
import { dealLines, writtenLines } from './data/lines.ts';
import { coverageCases } from './data/pairs.ts';
import { snippets } from './data/said.ts';
import { KIND, kindExamples } from './kind.ts';
import { INFLUENCE, influenceExamples, LINE, lineExamples, measureLines } from './line.ts';
import { ASKS, askExamples, orderOf, SECTION, sectionExamples } from './lines.ts';
import { fitLinear } from './logistic.ts';
import {
  type Figures,
  measureAsks,
  measureCoverage,
  measureKinds,
  measurePromises,
  measureSections,
} from './measure.ts';
import { PROMISE, promiseExamples } from './promise.ts';

/**
 * Makes `models/` from the labelled data of `evals/data`; the deals kept aside are never read. Same data, same files.
 * `node scripts/train/index.ts [promise kind coverage line asks sections]`; `--cross-validate` measures instead, each deal and
 * document by models that never saw it, and writes `models/cross-validation.json`.
 */
const file = (name: string): URL => new URL(`../../models/${name}`, import.meta.url);
const model = (name: string, text: string) => writeFileSync(file(name), text);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const measuring = process.argv.includes('--cross-validate');
const asked = (task: string) => wanted.length === 0 || wanted.includes(task);

const deals = await labelledDeals('deals-given', 'deals');
const talks = [...snippets(), ...deals.flatMap(talksOf)];
const cases = coverageCases();
const labelledLines = () => [...writtenLines(), ...deals.flatMap(dealLines)];
const verdicts = () => [...askedOfCases(cases), ...askedOfDeals(deals), ...askedOfNli(nliPairs())];

const TASKS: Record<string, { make: () => void; measure: () => Figures }> = {
  promise: {
    make: () => model('promise.tsv', fitLinear(promiseExamples(talks), PROMISE)),
    measure: () => measurePromises(promiseExamples(talks), PROMISE, ENOUGH),
  },
  kind: {
    make: () => model('kind.tsv', fitLinear(kindExamples(talks, cases), KIND)),
    measure: () => measureKinds(kindExamples(talks, cases), KIND),
  },
  coverage: {
    make: () => {
      const rows = verdicts();
      model('coverage-clause.json', JSON.stringify(boost(clauseRows(rows), CLAUSE)));
      model('coverage-verdict.json', JSON.stringify(boost(verdictRows(rows), VERDICT)));
    },
    measure: () => measureCoverage(verdicts(), SPEAKS, DENIES),
  },
  asks: {
    make: () => model('asks.tsv', fitLinear(askExamples(), ASKS)),
    measure: () => measureAsks(askExamples(), ASKS),
  },
  line: {
    make: () => {
      const lines = labelledLines();
      for (const [label, examples] of lineExamples(lines)) model(`line-${label}.tsv`, fitLinear(examples, LINE));
      model('line-influence.tsv', fitLinear(influenceExamples(lines), INFLUENCE));
    },
    measure: () => measureLines(labelledLines()),
  },
  sections: {
    make: () => {
      const examples = sectionExamples();
      model('sections.tsv', fitLinear(examples, SECTION));
      model('sections-order.json', `${JSON.stringify(orderOf(examples))}\n`);
    },
    measure: () => measureSections(sectionExamples()),
  },
};

const known: Record<string, Figures> = existsSync(file('cross-validation.json'))
  ? JSON.parse(readFileSync(file('cross-validation.json'), 'utf8'))
  : {};
for (const [name, { make, measure }] of Object.entries(TASKS)) {
  if (!asked(name)) continue;
  if (measuring) known[name] = measure();
  else make();
  process.stdout.write(`${name} ${measuring ? JSON.stringify(known[name]) : 'made'}\n`);
}
if (measuring) model('cross-validation.json', `${JSON.stringify(known, null, 2)}\n`);
