import type { Commitment } from '../../../handoff/analysis.ts';
import type { Source } from '../../../handoff/source.ts';
import type { CommitmentKind, CoverageVerdict } from '../../../handoff/vocabulary.ts';
import { clausesOf } from '../../offline/clauses.ts';
import { Cover } from '../../offline/coverage.ts';
import { noteLines } from '../../offline/notes.ts';
import { isSigned } from '../../offline/utterances.ts';
import { fold } from '../../reading/canonical.ts';
import type { Quote } from '../answer.ts';
import type { Heard } from '../heard.ts';
import { inert } from './inert.ts';
import type { Cited, Places } from './places.ts';

type Coverage = Commitment['coverage'];
type Said = { verdict: CoverageVerdict; clause: Quote | null };

const WHY: Record<'covered' | 'contradicted' | 'excepted', string> = {
  covered: 'The language model reads this clause as giving it.',
  contradicted: 'The language model reads this clause as saying otherwise.',
  excepted: 'Not in the signed documents, but a note records it as approved.',
};

/** Judges the model's verdicts: one counts only with a clause that is signed, or a note that records an approval. */
export class Verdicts {
  readonly #places: Places;
  readonly #sources: Source[];
  #rules: { cover: Cover; approved: { source: string; text: string }[] } | undefined;

  constructor(places: Places, sources: Source[]) {
    this.#places = places;
    this.#sources = sources;
  }

  /** The model's coverage where it can be shown, else undefined. `not_covered` can be shown only by one who saw every clause. */
  shown(heard: Heard, { verdict, clause }: Said): Coverage | undefined {
    if (verdict === 'not_covered')
      return heard.allClauses
        ? { verdict, clause: null, why: 'The language model finds no signed clause on this.' }
        : undefined;
    const cited = clause ? this.#places.cite(heard, clause) : undefined;
    if (!cited || !(verdict === 'excepted' ? this.#approves(cited) : isSigned(cited.source))) return undefined;
    return { verdict, clause: cited.evidence, why: WHY[verdict] };
  }

  /** What the rules say of a promise that only the model found. */
  byRules(text: string, kind: CommitmentKind): Coverage {
    const { verdict, clause, why } = this.#byRules().cover.of({ text, context: '', kind });
    return { verdict, clause: clause ? { ...clause, locator: '' } : null, why };
  }

  #approves({ source, evidence: { quote } }: Cited): boolean {
    return this.#byRules().approved.some((line) => line.source === source.id && quote.includes(line.text));
  }

  #byRules() {
    if (!this.#rules) {
      const notes = noteLines(this.#sources);
      const approved = notes
        .filter(({ approval }) => approval === 'approved')
        .map(({ source, text }) => ({ source: source.id, text: fold(text) }));
      this.#rules = { cover: new Cover(clausesOf(this.#sources), notes), approved };
    }
    return this.#rules;
  }
}

const SAID: Record<CoverageVerdict, string> = {
  covered: 'covered',
  contradicted: 'contradicted',
  not_covered: 'not covered',
  excepted: 'approved outside the contract',
};

/** One sentence where two verdicts differ, with the words on which the other rests. */
export const verdictDoubt = (
  ours: Coverage,
  theirs: Coverage,
  who: 'model' | 'rules',
  sources: Source[],
): string | undefined => {
  if (ours.verdict === theirs.verdict) return undefined;
  // an exception is one because the contract is silent or says otherwise: that is no other opinion
  if (ours.verdict === 'excepted' && theirs.verdict !== 'covered') return undefined;
  const by = who === 'model' ? 'The language model finds' : 'My rules find';
  const { clause } = theirs;
  const name = sources.find(({ id }) => id === clause?.source)?.name;
  const words = clause ? `: “${inert(clause.quote)}”${name === undefined ? '' : ` (${inert(name)})`}` : '';
  return `${by} this ${SAID[theirs.verdict]}${words}.`;
};
