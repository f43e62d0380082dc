import type { Commitment } from '../../handoff/analysis.ts';
import type { Passage, Source } from '../../handoff/source.ts';
import { isSigned } from '../offline/utterances.ts';
import { fold } from '../reading/canonical.ts';
import { nearClauses } from './near-clauses.ts';

/** A passage, or a slice of a very long one, under the short id by which the model cites it. */
export type Part = { id: string; source: Source; passage: Passage; text: string };

/** What one request shows: a stretch of one source, signed clauses near to it, and promises that the rules found in it. */
export type Chunk = {
  source: Source;
  parts: Part[];
  clauses: Part[];
  /** Whether `clauses` are all there are: only then “no clause” says something. */
  allClauses: boolean;
  candidates: { id: string; commitment: Commitment }[];
};

/** UTF-16 units. A chunk of this size costs about 5,000 tokens with its clauses, and its answer fits the room for output. */
export type Sizes = { passages: number; clauses: number };
export const SIZES: Sizes = { passages: 10_000, clauses: 6_000 };

/**
 * The deal in stretches, talk and notes before signed documents, since promises stand there. Each stretch is of one source, so
 * that a source added later leaves the requests about the others as they were. One passage is repeated across a cut.
 */
export function* chunksOf(sources: Source[], commitments: Commitment[], sizes: Sizes = SIZES): Generator<Chunk> {
  const signed = sources.filter(isSigned);
  const clauses = nearClauses(signed, sizes.clauses);
  const found = Map.groupBy(commitments, ({ evidence: [first] }) => placeKey(first?.source, first?.locator));
  for (const source of [...sources.filter((one) => !isSigned(one)), ...signed]) {
    for (const parts of stretches(source, sizes.passages)) {
      const near = isSigned(source) ? { clauses: [], all: false } : clauses(parts);
      yield {
        source,
        parts,
        clauses: near.clauses,
        allClauses: near.all,
        candidates: [...new Set(parts.flatMap((part) => standingIn(part, found)))].map((commitment, index) => ({
          id: `c${index + 1}`,
          commitment,
        })),
      };
    }
  }
}

function* stretches(source: Source, size: number): Generator<Part[]> {
  let open: { passage: Passage; text: string }[] = [];
  let length = 0;
  let fresh = 0;
  const numbered = () => open.map((one, index) => ({ id: `p${index + 1}`, source, ...one }));
  for (const passage of source.passages) {
    if (passage.quoted) continue;
    for (let from = 0; from < passage.text.length; from += size) {
      const text = passage.text.slice(from, from + size);
      if (fresh > 0 && length + text.length > size) {
        yield numbered();
        const last = open.at(-1);
        open = last && last.text.length * 4 < size ? [last] : [];
        length = open[0]?.text.length ?? 0;
        fresh = 0;
      }
      open.push({ passage, text });
      length += text.length;
      fresh += 1;
    }
  }
  if (fresh > 0) yield numbered();
}

const placeKey = (source = '', locator = ''): string => `${source}\n${locator}`;

const standingIn = ({ source, passage, text }: Part, found: Map<string, Commitment[]>): Commitment[] =>
  (found.get(placeKey(source.id, passage.locator)) ?? []).filter(({ evidence: [first] }) =>
    fold(text).includes(fold(first?.quote ?? '')),
  );
