import { clausesOf, EXCLUDING, EXCLUDING_HEADING } from '../../src/analysis/offline/clauses.ts';
import { asClause } from '../../src/analysis/offline/coverage.ts';
import { ClauseBook } from '../../src/analysis/offline/learned/clause-book.ts';
import { contextOf } from '../../src/analysis/offline/learned/context.ts';
import { prepare } from '../../src/analysis/offline/learned/prepared.ts';
import { approvalIn, noteLines } from '../../src/analysis/offline/notes.ts';
import { People } from '../../src/analysis/offline/people.ts';
import { utterances } from '../../src/analysis/offline/utterances.ts';
import { lowered } from '../../src/analysis/offline/words.ts';
import { fold } from '../../src/analysis/reading/canonical.ts';
import type { BoostSettings, Labelled } from './boost.ts';
import type { NliPair } from './data/contract-nli.ts';
import type { LabelledDeal } from './data/deals.ts';
import type { CoverageCase } from './data/pairs.ts';
import { withOtherNumber } from './other-number.ts';

const SHARED = { rate: 0.1, least: 2, lambda: 2, sample: 0.7, seed: 5 };
/** Whether a clause speaks of a promise … */
export const CLAUSE: BoostSettings = { ...SHARED, classes: ['no', 'yes'], rounds: 140, depth: 4 };
/** … and what it then says of it. */
export const VERDICT: BoostSettings = { ...SHARED, classes: ['covered', 'contradicted'], rounds: 180, depth: 4 };

/** A promise with its rows: one for each clause that might speak of it; `right` are the clauses that do. */
export type Asked = {
  group: string;
  /** `made`: a labelled promise, or a clause's own words, with another number; learned from, never measured. */
  set: 'deal' | 'pairs' | 'nli' | 'made';
  label: 'covered' | 'contradicted' | 'not_covered';
  right: number[];
  rows: { at: number; features: number[] }[];
};

const NEAREST = 40;
const TRAINED = 12;
/** Each so-manieth clause is also asked about in its own words: people do quote the contract. */
const VERBATIM = 2;

/** The nearest clauses, the right ones, and a fourth of the others. */
export const clauseRows = (cases: readonly Asked[]): Labelled[] =>
  cases.flatMap((one) =>
    one.rows.flatMap(({ at, features }, rank) => {
      const right = one.right.includes(at);
      if (!right && rank >= TRAINED && at % 4 !== 0) return [];
      return [{ features, label: right ? 1 : 0, weight: right ? 1 : 0.5 }];
    }),
  );

export const verdictRows = (cases: readonly Asked[]): Labelled[] =>
  cases.flatMap((one) =>
    one.label === 'not_covered'
      ? []
      : one.rows.flatMap(({ at, features }) =>
          one.right.includes(at) ? [{ features, label: one.label === 'contradicted' ? 1 : 0, weight: 1 }] : [],
        ),
  );

const marked = (heading: string, text: string) => {
  const [head, low] = [lowered(heading), lowered(text)];
  return { text, heading, excluded: EXCLUDING_HEADING.test(head) || EXCLUDING.test(low) };
};

export const askedOfCases = (cases: readonly CoverageCase[]): Asked[] =>
  cases.flatMap(({ signed, notes, promises, group }) => {
    const approved = notes.filter((text) => approvalIn(lowered(text)) === 'approved');
    const book = new ClauseBook([
      ...signed.map(([heading, text]) => marked(heading, text)),
      ...approved.map((text) => asClause({ text })),
    ]);
    const ask = (text: string, context: string, set: Asked['set'], label: Asked['label'], right: number[]): Asked => ({
      group,
      set,
      label,
      right,
      rows: book.rows(prepare(text), context ? prepare(context) : undefined, NEAREST, right),
    });
    const told = promises.flatMap(({ text, context, verdict, clause, note }): Asked[] => {
      const noted = signed.length + approved.indexOf(notes[note ?? -1] ?? '');
      if (verdict === 'excepted') return noted < signed.length ? [] : [ask(text, context, 'pairs', 'covered', [noted])];
      const right = clause === null ? [] : [clause];
      const one = ask(text, context, 'pairs', verdict, right);
      const other = verdict === 'covered' ? withOtherNumber(text, signed[clause ?? -1]?.[1] ?? '') : undefined;
      return other === undefined ? [one] : [one, ask(other, context, 'made', 'contradicted', right)];
    });
    const own = signed.flatMap(([, text], at): Asked[] => {
      const other = at % VERBATIM === 0 ? withOtherNumber(text, text) : undefined;
      return other ? [ask(text, '', 'made', 'covered', [at]), ask(other, '', 'made', 'contradicted', [at])] : [];
    });
    return [...told, ...own];
  });

export const askedOfDeals = (deals: readonly LabelledDeal[]): Asked[] =>
  deals.flatMap(({ name, folder, gold }) => {
    const clauses = clausesOf(folder.sources);
    const approved = noteLines(folder.sources).filter(({ approval }) => approval === 'approved');
    const places = [...clauses, ...approved];
    const book = new ClauseBook([...clauses, ...approved.map(asClause)]);
    const people = new People(folder.facts);
    return gold.commitments.flatMap(({ file, quote, coverage, clause, alt_clauses = [] }): Asked[] => {
      const source = folder.sources.find((one) => one.name === file);
      if (!source) return [];
      const said = utterances(source, people);
      const words = fold(quote);
      const at = said.findIndex(({ text }) => fold(text).includes(words) || words.includes(fold(text)));
      const right = places.flatMap(({ text, source: { name: from } }, index) =>
        [clause, ...alt_clauses].some((place) => place?.file === from && same(fold(text), fold(place.quote)))
          ? [index]
          : [],
      );
      if (coverage !== 'not_covered' && right.length === 0) return [];
      const context = at < 0 ? '' : contextOf(said, at);
      return [
        {
          group: name,
          set: 'deal',
          label: coverage === 'excepted' ? 'covered' : coverage,
          right,
          rows: book.rows(prepare(quote), context ? prepare(context) : undefined, NEAREST, right),
        },
      ];
    });
  });

const same = (clause: string, quote: string): boolean => clause.includes(quote) || quote.includes(clause);

export const askedOfNli = (pairs: readonly NliPair[]): Asked[] => {
  const books = new Map<string, ClauseBook>();
  return pairs.map(({ doc, spans, promise, label, evidence }) => {
    const book = books.get(doc) ?? new ClauseBook(spans.map((span) => marked('', span)));
    books.set(doc, book);
    return {
      group: doc,
      set: 'nli',
      label: label === 'contradicts' ? 'contradicted' : label,
      right: evidence,
      rows: book.rows(prepare(promise), undefined, NEAREST, evidence),
    };
  });
};
