import { clausesOf } from '../../src/analysis/offline/clauses.ts';
import { Cover } from '../../src/analysis/offline/coverage.ts';
import { kindOf } from '../../src/analysis/offline/learned/kind.ts';
import { canonical } from '../../src/analysis/reading/canonical.ts';
import type { Source } from '../../src/handoff/source.ts';

/** What the engine says of a promise held against one contract; `span`: the clause it cites, else the nearest. */
export type Covered = { verdict: 'covered' | 'contradicts' | 'not_covered'; span: number | undefined };

/** The engine's coverage for a contract whose clauses are given as spans: the code path that `analyse` takes. */
export function coverageOf(spans: readonly string[]): (promise: string) => Covered {
  const passages = spans.flatMap((span, at) => {
    const text = canonical(span);
    return text ? [{ id: `p-${at}`, locator: `span ${at}`, text }] : [];
  });
  const source: Source = {
    id: 's1',
    name: 'contract.txt',
    kind: 'contract',
    kindGuessed: false,
    signed: true,
    sha256: '',
    size: 0,
    passages,
  };
  const clauses = clausesOf([source]);
  const cover = new Cover(clauses, []);
  const spanOf = (locator: string | undefined) => (locator ? Number(locator.replace('span ', '')) : undefined);
  return (promise) => {
    const { verdict, clause, nearest } = cover.of({ text: promise, context: '', kind: kindOf(promise) });
    const quote = (clause ?? nearest)?.quote;
    const cited = clauses.find(({ text }) => text === quote);
    return {
      verdict: verdict === 'contradicted' ? 'contradicts' : verdict === 'not_covered' ? verdict : 'covered',
      span: spanOf(cited?.passage.locator),
    };
  };
}
