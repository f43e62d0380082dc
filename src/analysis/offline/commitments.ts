import type { Commitment, Evidence } from '../../handoff/analysis.ts';
import type { Source } from '../../handoff/source.ts';
import type { Candidate } from './candidates.ts';
import type { Cover } from './coverage.ts';
import { cite } from './evidence.ts';
import { kindOf } from './learned/kind.ts';
import type { People } from './people.ts';
import { promisesIn } from './promises.ts';
import { type Told, told } from './same-promise.ts';
import { BESIDE_CONTRACT, isSigned, type Utterance } from './utterances.ts';
import { type Withdrawal, withdrawals } from './withdrawn.ts';

export type Found = { commitments: Commitment[]; withdrawn: Withdrawal[] };

/** All promises outside the signed documents, told once each, in the order of the sources; and those that were taken back. */
export function findCommitments(
  sources: Source[],
  said: Map<Source, Utterance[]>,
  people: People,
  cover: Cover,
): Found {
  const talk = sources.filter((source) => BESIDE_CONTRACT.has(source.kind) && !isSigned(source));
  const found = inTime(talk).flatMap((source) => promisesIn(said.get(source) ?? [], people));
  const withdrawn = talk.flatMap((source) => withdrawals(found, said.get(source) ?? []));
  const back = new Set(withdrawn.map(({ promise }) => promise.said));
  const standing = found.filter((candidate) => !back.has(candidate.said));
  return {
    commitments: told(standing).map((one, index) => commitment(one, `c${index + 1}`, people, cover)),
    withdrawn,
  };
}

function commitment({ tellings, changed }: Told, id: string, people: People, cover: Cover): Commitment {
  const ordered = changed ? [...tellings].reverse() : tellings;
  const [first, ...more] = ordered;
  if (!first) throw new Error('a promise is told once at least');
  const { quote, asked, context, rule } = first;
  const kind = asked ? kindOf(`${asked.text} ${quote}`) : kindOf(quote, context);
  const { verdict, clause, why } = cover.of({ text: quote, context, kind });
  const [before] = changed ? more : [];
  return {
    id,
    kind,
    text: asked ? `${asked.text} – ${quote}` : quote,
    speaker: first.speaker ?? people.find(first.said.speaker)?.name ?? first.said.speaker,
    side: 'vendor',
    strength: tellings.some(({ strength }) => strength === 'explicit') ? 'explicit' : 'implied',
    confidence: Math.round(Math.max(...tellings.map(({ confidence }) => confidence)) * 100) / 100,
    rule,
    evidence: ordered.flatMap(evidenceOf),
    coverage: { verdict, clause: clause ? { ...clause, locator: '' } : null, why },
    ...(before && { doubt: `It was said otherwise before: “${before.quote}”` }),
  };
}

/** The earliest first, since the last word holds; what has no date keeps its place. */
function inTime(sources: readonly Source[]): Source[] {
  const dated = sources.map((source, at) => ({ source, at, day: source.passages.find((one) => one.at)?.at ?? '' }));
  return dated
    .sort((a, b) => (a.day && b.day && a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.at - b.at))
    .map(({ source }) => source);
}

/** The promise's own words, and the buyer's that it takes up. */
const evidenceOf = ({ said, quote, asked }: Candidate): Evidence[] => [
  cite(said, quote),
  ...(asked ? [cite(asked)] : []),
];
