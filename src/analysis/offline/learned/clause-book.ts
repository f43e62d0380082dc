import { agree } from '../quantities.ts';
import { pairFeatures, shareOf } from './pair-features.ts';
import { type Prepared, type PreparedClause, prepare, prepareClause } from './prepared.ts';
import { cosine } from './word-vectors.ts';

/** The first features measure likeness; a clause counts by how it compares with its document's others. */
const COMPARED = 11;
const SUMMED = [0, 1, 0.5, 0, 0, 1, 0.5, 0, 0.5];

function withStandings(rows: { at: number; features: number[] }[]): { at: number; features: number[] }[] {
  const most = Array.from({ length: COMPARED }, (_, f) =>
    Math.max(1e-9, ...rows.map(({ features }) => features[f] ?? 0)),
  );
  const sums = rows.map(({ features }) => SUMMED.reduce((sum, weight, f) => sum + weight * (features[f] ?? 0), 0));
  const sorted = [...sums].sort((a, b) => b - a);
  const [first = 0, second = 0] = sorted;
  return rows.map(({ at, features }, row) => {
    const sum = sums[row] ?? 0;
    const shares = most.map((top, f) => (features[f] ?? 0) / top);
    return {
      at,
      features: [...features, ...shares, sum, sum / (first || 1), sorted.indexOf(sum), first, first - second],
    };
  });
}

export type ClauseText = { text: string; heading: string; excluded: boolean };

/** Clauses ready to be asked about promises. */
export class ClauseBook {
  private readonly texts: readonly ClauseText[];
  private known: PreparedClause[] | undefined;
  private readonly frequency = new Map<string, number>();

  constructor(texts: readonly ClauseText[]) {
    this.texts = texts;
  }

  /** Prepared at the first question: a contract that nobody made promises beside is not read for them. */
  private get clauses(): PreparedClause[] {
    if (this.known) return this.known;
    const headings = new Map<string, Prepared>();
    this.known = this.texts.map(({ text, heading, excluded }) => {
      if (heading && !headings.has(heading)) headings.set(heading, prepare(heading));
      return prepareClause(text, headings.get(heading), excluded);
    });
    for (const { stems } of this.known)
      for (const one of stems) this.frequency.set(one, (this.frequency.get(one) ?? 0) + 1);
    return this.known;
  }

  private readonly weigh = (one: string): number => {
    const n = this.texts.length;
    const df = this.frequency.get(one) ?? 0;
    return Math.log(1 + (n + 1) / (df + 1)) * (one.startsWith('@') ? 0.75 : 1);
  };

  /** The `limit` clauses most like the promise, each with its features; `always` are kept whatever their place. */
  rows(
    said: Prepared,
    context: Prepared | undefined,
    limit: number,
    always: readonly number[] = [],
  ): { at: number; features: number[] }[] {
    const { clauses } = this;
    const likes = clauses.map((clause, at) => {
      const lexical =
        shareOf(said, clause.headed, this.weigh) + (context ? 0.5 * shareOf(context, clause.headed, this.weigh) : 0);
      const dense = cosine(said.vector, clause.vector) + (context ? 0.4 * cosine(context.vector, clause.vector) : 0);
      const numbers = said.quantities.some((q) => clause.quantities.some((c) => agree(q, c))) ? 0.15 : 0;
      return { at, like: lexical + 0.8 * dense + numbers - (clause.general ? 0.5 : 0) };
    });
    likes.sort((a, b) => b.like - a.like || a.at - b.at);
    const top = likes[0]?.like ?? 0;
    const rows = likes.flatMap(({ at, like }, rank) => {
      const clause = clauses[at];
      if (!clause || (rank >= limit && !always.includes(at))) return [];
      return [{ at, features: pairFeatures(said, context, clause, { rank, margin: top - like }, this.weigh) }];
    });
    return withStandings(rows);
  }
}
