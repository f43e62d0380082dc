import type { CommitmentKind, CoverageVerdict } from '../../handoff/vocabulary.ts';
import type { Clause } from './clauses.ts';
import { conflictOf, opposite } from './conflict.ts';
import { ClauseBook } from './learned/clause-book.ts';
import { prepare } from './learned/prepared.ts';
import { type Forest, forest, probabilities } from './learned/trees.ts';
import type { NoteLine } from './notes.ts';
import { quantities } from './quantities.ts';
import { lowered } from './words.ts';

type Quoted = { source: string; quote: string };
/** `nearest`: the signed clause that comes closest, where none covers. `sure`: 0 to 1. */
export type Verdict = { verdict: CoverageVerdict; clause?: Quoted; nearest?: Quoted; why: string; sure: number };
export type Promised = { text: string; context: string; kind: CommitmentKind };
type Place = { source: { id: string }; text: string };
/** `speaks`: how sure it is that the clause speaks of the promise; `denies`: that it then says otherwise. */
type Judged = { at: number; speaks: number; denies: number };

/** How many of the nearest clauses are looked at closely. */
const NEAREST = 40;
/** Below this a clause does not speak of the promise. Set by cross-validation over deals. */
export const SPEAKS = 0.5;
/** An approved exception may be told in other words than the promise: less is enough. */
const EXCEPTS = 0.35;
/** A clause that clearly gives the promise needs no exception. */
const SURE = 0.6;

/** Above this a clause that speaks of the promise says otherwise. */
export const DENIES = 0.4;

let models: { clause: Forest; verdict: Forest } | undefined;

/** Holds each promise against the signed documents and the approved exceptions. */
export class Cover {
  private readonly book: ClauseBook;
  private readonly places: readonly Place[];
  private readonly clauses: readonly Clause[];

  constructor(clauses: readonly Clause[], notes: readonly NoteLine[]) {
    const approved = notes.filter(({ approval }) => approval === 'approved');
    this.clauses = clauses;
    this.places = [...clauses, ...approved];
    this.book = new ClauseBook([...clauses, ...approved.map(asClause)]);
  }

  of({ text, context }: Promised): Verdict {
    const judged = this.judge(text, context);
    const best = strongest(judged.filter(({ at }) => at < this.clauses.length));
    const except = strongest(judged.filter(({ at }) => at >= this.clauses.length));
    const gives = best && best.denies < DENIES && !this.clashes(best, text, context);
    if (best && gives && best.speaks >= SURE && best.speaks >= (except?.speaks ?? 0)) return this.covered(best);
    if (except && except.speaks >= EXCEPTS)
      return {
        verdict: 'excepted',
        clause: this.quoted(except.at),
        why: 'Not in the signed documents, but a note records it as approved.',
        sure: except.speaks,
      };
    if (!best || best.speaks < SPEAKS) {
      const why = this.clauses.length > 0 ? 'No signed clause covers this.' : 'There is nothing signed to cover this.';
      return {
        verdict: 'not_covered',
        why,
        sure: best ? 1 - best.speaks : 1,
        ...(best && { nearest: this.quoted(best.at) }),
      };
    }
    return gives ? this.covered(best) : this.contradicted(best, text, context);
  }

  private judge(text: string, context: string): Judged[] {
    models ??= { clause: forest('coverage-clause'), verdict: forest('coverage-verdict') };
    const { clause, verdict } = models;
    const rows = this.book.rows(prepare(text), context ? prepare(context) : undefined, NEAREST);
    return rows.map(({ at, features }) => {
      const [, speaks = 0] = probabilities(clause, features);
      const [, denies = 0] = probabilities(verdict, features);
      return { at, speaks, denies };
    });
  }

  /** By its plain words a clause cannot give what it leaves out, prices, or lays upon the buyer. */
  private clashes({ at }: Judged, text: string, context: string): boolean {
    const clause = this.clauses[at];
    return !!clause && (clause.excluded || opposite(lowered(text), lowered(context), clause.low) !== undefined);
  }

  private covered({ at, speaks, denies }: Judged): Verdict {
    const why = 'A signed clause on the same subject gives this.';
    return { verdict: 'covered', clause: this.quoted(at), why, sure: speaks * (1 - denies) };
  }

  private contradicted({ at, speaks, denies }: Judged, text: string, context: string): Verdict {
    const clause = this.clauses[at];
    const why =
      (clause?.excluded && 'The signed document leaves this out or prices it apart.') ||
      (clause && conflictOf(lowered(text), lowered(context), quantities(text), clause)) ||
      'A signed clause on the same subject says otherwise.';
    return { verdict: 'contradicted', clause: this.quoted(at), why, sure: speaks * denies };
  }

  private quoted(at: number): Quoted {
    const place = this.places[at];
    return { source: place?.source.id ?? '', quote: place?.text ?? '' };
  }
}

export const asClause = ({ text }: { text: string }) => ({ text, heading: '', excluded: false });

const strongest = (judged: readonly Judged[]): Judged | undefined =>
  judged.reduce<Judged | undefined>((best, one) => (best && best.speaks >= one.speaks ? best : one), undefined);
