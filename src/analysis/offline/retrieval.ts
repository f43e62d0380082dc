import type { Clause } from './clauses.ts';
import { agree, type Quantity } from './quantities.ts';

export type Query = { terms: Set<string>; context: Set<string>; quantities: Quantity[] };
/**
 * `score`: shared terms, each weighted by how rare it is (1: stands in a single clause). `share`: the part of the promise's own
 * words that the clause has. `own`: how much of the score comes from the promise itself and not from what was asked.
 */
export type Hit = { clause: Clause; score: number; share: number; own: number; shared: string[] };

/** A concept says less than a word, and what was said around the promise less than the promise. */
const CONCEPT = 0.75;
const CONTEXT = 0.4;
const CONTEXT_OF_SHORT = 0.75;
const UNKNOWN = 0.8;

export class ClauseIndex {
  private readonly postings = new Map<string, number[]>();
  private readonly weight = new Map<string, number>();
  private readonly clauses: Clause[];
  private readonly mean: number;

  constructor(clauses: Clause[]) {
    this.clauses = clauses;
    clauses.forEach((clause, at) => {
      for (const term of clause.terms) {
        const list = this.postings.get(term);
        if (list) list.push(at);
        else this.postings.set(term, [at]);
      }
    });
    const n = clauses.length;
    const idf = (df: number) => Math.log(1 + (n - df + 0.5) / (df + 0.5));
    const top = Math.max(idf(1), 1e-9);
    for (const [term, list] of this.postings)
      this.weight.set(term, (idf(list.length) / top) * (term.startsWith('@') ? CONCEPT : 1));
    this.mean = n ? clauses.reduce((sum, { terms }) => sum + terms.size, 0) / n : 1;
  }

  /** The nearest clauses, best first; equals keep the documents' order. */
  nearest(query: Query, limit = 8): Hit[] {
    const found = new Map<number, { own: number; lent: number; shared: string[] }>();
    const words = [...query.terms].filter((term) => !term.startsWith('@'));
    const factor = words.length <= 4 ? CONTEXT_OF_SHORT : CONTEXT;
    const total = [...query.terms].reduce(
      (sum, term) => sum + (this.weight.get(term) ?? (term.startsWith('@') ? 0 : UNKNOWN)),
      0,
    );
    const add = (term: string, own: boolean) => {
      const weight = this.weight.get(term) ?? 0;
      for (const at of this.postings.get(term) ?? []) {
        const entry = found.get(at) ?? { own: 0, lent: 0, shared: [] };
        if (own) entry.own += weight;
        else entry.lent += weight * factor;
        entry.shared.push(term);
        found.set(at, entry);
      }
    };
    for (const term of query.terms) add(term, true);
    for (const term of query.context) if (!query.terms.has(term)) add(term, false);
    const hits: (Hit & { at: number })[] = [];
    for (const [at, { own, lent, shared }] of found) {
      const clause = this.clauses[at];
      if (!clause || clause.general) continue;
      const length = Math.max(0.85, Math.min(2, 0.7 + 0.3 * (clause.terms.size / this.mean)));
      const same = query.quantities.filter((q) =>
        clause.quantities.some((c) => agree(q, c) && (q.dimension !== 'count' || q.noun === c.noun)),
      ).length;
      hits.push({
        clause,
        score: (own + lent) / length + 0.6 * Math.min(2, same),
        share: total ? Math.min(1, (own + 0.6 * same) / total) : 0,
        own,
        shared,
        at,
      });
    }
    hits.sort((a, b) => b.score - a.score || a.at - b.at);
    return hits.slice(0, limit).map(({ at: _, ...hit }) => hit);
  }
}
