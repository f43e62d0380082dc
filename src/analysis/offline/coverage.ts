import type { CommitmentKind, CoverageVerdict } from '../../handoff/vocabulary.ts';
import type { Clause } from './clauses.ts';
import { conflictOf } from './conflict.ts';
import { ExceptionIndex } from './exceptions.ts';
import type { NoteLine } from './notes.ts';
import { type Quantity, quantities } from './quantities.ts';
import { ClauseIndex, type Hit } from './retrieval.ts';
import { lowered, terms } from './words.ts';

export type Verdict = { verdict: CoverageVerdict; clause?: { source: string; quote: string }; why: string };
export type Promised = { text: string; context: string; kind: CommitmentKind };

/** Thresholds on `Hit`, set on the sample deals. */
const COVERS = { score: 1.1, share: 0.3 };
const EXCLUDES = { score: 0.8, share: 0.12 };
const DISPUTES = { score: 0.75, share: 0.15 };
/** Kinds that are alike enough for a clause of one to speak for the other. */
const ALIKE: readonly CommitmentKind[][] = [
  ['deliverable', 'customization', 'integration', 'data_migration'],
  ['support', 'service_level', 'performance_guarantee'],
  ['training', 'transition_change', 'support', 'staffing'],
];
const alike = (a: CommitmentKind, b: CommitmentKind) =>
  a === b || ALIKE.some((group) => group.includes(a) && group.includes(b));

/** Holds each promise against the signed documents and the approved exceptions. */
export class Cover {
  private readonly index: ClauseIndex;
  private readonly exceptions: ExceptionIndex;
  private readonly signed: boolean;

  constructor(clauses: Clause[], notes: NoteLine[]) {
    this.index = new ClauseIndex(clauses);
    this.exceptions = new ExceptionIndex(notes, clauses);
    this.signed = clauses.length > 0;
  }

  of(promised: Promised): Verdict {
    const { verdict, sure } = this.signed ? this.byDocuments(promised) : { verdict: nothingSigned(), sure: false };
    if (verdict.verdict === 'covered' && sure) return verdict;
    const line = this.exceptions.nearest(promised);
    if (line)
      return {
        verdict: 'excepted',
        clause: { source: line.source.id, quote: line.text },
        why: 'Not in the signed documents, but a note records it as approved.',
      };
    return verdict;
  }

  private byDocuments({ text, context, kind }: Promised): { verdict: Verdict; sure: boolean } {
    const low = lowered(text);
    const asked = lowered(context);
    const values = quantities(text).filter(({ dimension, value }) => dimension !== 'count' || value > 1);
    const hits = this.index
      .nearest({ terms: terms(text), context: terms(context), quantities: values }, 12)
      .map((hit) => ({ ...hit, score: hit.score * (alike(kind, hit.clause.kind) ? 1.15 : 0.9) }))
      .sort((a, b) => b.score - a.score);
    const [best] = hits;
    if (!best) return { verdict: silent(), sure: false };
    const dated = this.timeVerdict(kind, values, hits);
    if (dated) return { verdict: dated, sure: true };
    const excluded = hits.find((hit) => hit.clause.excluded && passes(hit, EXCLUDES) && hit.score >= 0.75 * best.score);
    if (excluded)
      return { verdict: contradicted(excluded, 'The signed document leaves this out or prices it apart.'), sure: true };
    for (const hit of hits) {
      if (hit.score < 0.65 * best.score || !passes(hit, DISPUTES)) continue;
      const why = conflictOf(low, asked, values, hit.clause);
      if (why) return { verdict: contradicted(hit, why), sure: true };
      if (passes(hit, COVERS)) return { verdict: covered(hit), sure: hit.share >= 0.45 };
    }
    return { verdict: silent(), sure: false };
  }

  /** A promised date is held against the clauses that date the same event: the first that agrees, else the nearest. */
  private timeVerdict(kind: CommitmentKind, values: Quantity[], hits: Hit[]): Verdict | undefined {
    const dates = values.filter(({ dimension }) => dimension === 'date');
    if (dates.length === 0 || kind !== 'timeline') return undefined;
    const dated = hits.filter(
      ({ clause, score, shared }) =>
        score >= 0.4 && shared.length > 0 && clause.quantities.some(({ dimension }) => dimension === 'date'),
    );
    const top = dated[0]?.score ?? 0;
    const near = dated.filter(({ score }) => score >= 0.6 * top);
    const agreeing = near.find((hit) => !conflictOf('', '', dates, hit.clause));
    if (agreeing) return covered(agreeing);
    const [first] = near;
    const why = first && conflictOf('', '', dates, first.clause);
    return first && why ? contradicted(first, why) : undefined;
  }
}

const passes = (hit: Hit, bar: { score: number; share: number }) => hit.score >= bar.score && hit.share >= bar.share;
const silent = (): Verdict => ({ verdict: 'not_covered', why: 'No signed clause covers this.' });
const nothingSigned = (): Verdict => ({ verdict: 'not_covered', why: 'There is nothing signed to cover this.' });
const quoted = ({ clause }: Hit) => ({ source: clause.source.id, quote: clause.text });
const covered = (hit: Hit): Verdict => ({
  verdict: 'covered',
  clause: quoted(hit),
  why: 'A signed clause on the same subject gives this.',
});
const contradicted = (hit: Hit, why: string): Verdict => ({ verdict: 'contradicted', clause: quoted(hit), why });
