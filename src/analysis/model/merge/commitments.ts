import type { Commitment } from '../../../handoff/analysis.ts';
import type { Source } from '../../../handoff/source.ts';
import type { CommitmentKind } from '../../../handoff/vocabulary.ts';
import type { People } from '../../offline/people.ts';
import { BESIDE_CONTRACT } from '../../offline/utterances.ts';
import type { ModelAnswer } from '../answer.ts';
import type { Heard } from '../heard.ts';
import { inert } from './inert.ts';
import { overlap } from './overlap.ts';
import type { Cited, Places } from './places.ts';
import { Verdicts, verdictDoubt } from './verdicts.ts';

type Said = ModelAnswer['commitments'][number];

/** How sure I am of a promise that only the model sees, and how much of the doubt is left where rules and model agree. */
const MODEL_ONLY = 0.5;
const LEFT = 0.5;
/** A model that was talked into it could drown a person in promises. */
const MOST = 60;

/** What the rules found, confirmed or doubted, and after it what only the model found. `surplus` is how many were too many. */
export function mergeCommitments(
  found: Commitment[],
  heard: Heard[],
  places: Places,
  sources: Source[],
  people: People,
): { commitments: Commitment[]; added: Commitment[]; surplus: number } {
  const verdicts = new Verdicts(places, sources);
  const opinions = new Map(found.map(({ id }) => [id, new Opinion()]));
  const fresh: { said: Said; cited: Cited[]; heard: Heard }[] = [];
  for (const one of heard) {
    for (const { candidate, promise, kind, verdict, clause } of one.answer.candidates) {
      const id = Object.hasOwn(one.candidates, candidate) ? one.candidates[candidate] : undefined;
      const commitment = found.find((other) => other.id === id);
      if (!commitment) continue;
      const coverage = promise ? verdicts.shown(one, { verdict, clause }) : undefined;
      const doubt = coverage && verdictDoubt(commitment.coverage, coverage, 'model', sources);
      opinions.get(commitment.id)?.add(commitment, promise, kind, doubt);
    }
    for (const said of one.answer.commitments) {
      const cited = places.citeAll(one, said.evidence);
      const [first] = cited;
      if (!first || !isOurs(first, people)) continue;
      const same = found.filter(({ evidence: [other] }) => other !== undefined && overlap(first.evidence, other));
      const twin = same.find(({ kind }) => kind === said.kind) ?? same[0];
      if (twin) opinions.get(twin.id)?.add(twin, true, said.kind, undefined);
      else if (!fresh.some(({ cited: [other] }) => other && overlap(first.evidence, other.evidence)))
        fresh.push({ said, cited, heard: one });
    }
  }
  const added = fresh
    .slice(0, MOST)
    .map(({ said, cited, heard: one }, index) => fromModel(`m${index + 1}`, said, cited, one, verdicts, sources));
  const commitments = found.map((commitment) => opinions.get(commitment.id)?.on(commitment) ?? commitment);
  return { commitments: [...commitments, ...added], added, surplus: Math.max(0, fresh.length - MOST) };
}

/** What the model thinks of one promise that the rules found. */
class Opinion {
  #agrees = false;
  #denies = false;
  readonly #doubts = new Set<string>();
  #kinds = new Set<CommitmentKind>();

  add(commitment: Commitment, promise: boolean, kind: CommitmentKind, doubt: string | undefined): void {
    if (!promise) {
      this.#denies = true;
      return;
    }
    this.#agrees = true;
    if (kind !== commitment.kind) this.#kinds.add(kind);
    if (doubt) this.#doubts.add(doubt);
  }

  on(commitment: Commitment): Commitment {
    if (!this.#agrees && !this.#denies) return commitment;
    const { confidence, rule, kind } = commitment;
    const doubts = this.#denies
      ? ['The language model does not read this as a promise.']
      : [
          ...[...this.#kinds].map(
            (other) => `The language model reads this as ${spoken(other)}, not as ${spoken(kind)}.`,
          ),
          ...this.#doubts,
        ];
    return {
      ...commitment,
      ...(!this.#denies && { confidence: round(1 - (1 - confidence) * LEFT), rule: `${rule} + model` }),
      ...(doubts.length > 0 && { doubt: doubts.join(' ') }),
    };
  }
}

const round = (number: number): number => Math.round(number * 100) / 100;
const spoken = (kind: CommitmentKind): string => kind.replaceAll('_', ' ');

/** A promise binds us only when one of ours made it, and beside the contract: the contract's own words are no promise beside it. */
function isOurs({ source, passage }: Cited, people: People): boolean {
  const side = people.sideOf(passage.speaker ?? '');
  return BESIDE_CONTRACT.has(source.kind) && !source.signed && (side === 'vendor' || side === undefined);
}

function fromModel(
  id: string,
  said: Said,
  cited: Cited[],
  heard: Heard,
  verdicts: Verdicts,
  sources: Source[],
): Commitment {
  const { kind, strength } = said;
  const quote = cited[0]?.evidence.quote ?? '';
  const byRules = verdicts.byRules(quote, kind);
  const shown = said.verdict === 'not_covered' ? undefined : verdicts.shown(heard, said);
  // an approval on record wins over what the contract lacks or denies
  const excepted = byRules.verdict === 'excepted' && shown?.verdict !== 'covered';
  const coverage = shown && !excepted ? shown : byRules;
  const doubt = verdictDoubt(coverage, byRules, 'rules', sources);
  return {
    id,
    kind,
    text: inert(quote),
    speaker: inert(cited[0]?.passage.speaker ?? ''),
    side: 'vendor',
    strength,
    confidence: MODEL_ONLY,
    rule: 'model.commitment',
    evidence: cited.map(({ evidence }) => evidence),
    coverage,
    ...(doubt !== undefined && { doubt }),
  };
}
