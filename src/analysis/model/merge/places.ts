import type { Evidence } from '../../../handoff/analysis.ts';
import type { Passage, Source } from '../../../handoff/source.ts';
import { addressesMachine } from '../../offline/utterances.ts';
import { lowered } from '../../offline/words.ts';
import { canonical, fold } from '../../reading/canonical.ts';
import { splitSentences } from '../../reading/sentences.ts';
import type { Quote } from '../answer.ts';
import type { Heard } from '../heard.ts';
import { standsWhole } from './stands-whole.ts';

/** A quote that was found, with the passage it stands in. */
export type Cited = { source: Source; passage: Passage; evidence: Evidence };

/** A longer sentence (a transcript without stops) is quoted with this much before and after the words cited. UTF-16 units. */
const LONGEST = 1_500;
const AROUND = 250;

/**
 * Looks up what a model cites. Its words must stand in the passage it names, whole words and whole numbers; what is kept is
 * the whole sentence around them, so that no “not” is cut off. Text that speaks to a machine is evidence of nothing.
 */
export class Places {
  /** Quotes that stood in no passage named. */
  ungrounded = 0;
  readonly #passages = new Map<string, { source: Source; passage: Passage }>();

  constructor(sources: Source[]) {
    for (const source of sources)
      for (const passage of source.passages) {
        const key = keyOf(source.id, passage.id);
        if (!this.#passages.has(key)) this.#passages.set(key, { source, passage });
      }
  }

  cite({ places }: Heard, { passage: id, quote }: Quote): Cited | undefined {
    const place = Object.hasOwn(places, id) ? places[id] : undefined;
    const found = place && this.#passages.get(keyOf(place.source, place.passage));
    const sentence = found && sentenceAround(fold(found.passage.text), canonical(quote));
    if (!found || sentence === undefined) {
      this.ungrounded += 1;
      return undefined;
    }
    if (addressesMachine(lowered(sentence))) return undefined;
    const { source, passage } = found;
    return { source, passage, evidence: { source: source.id, quote: sentence, locator: passage.locator } };
  }

  citeAll(heard: Heard, quotes: Quote[]): Cited[] {
    return quotes
      .flatMap((quote) => this.cite(heard, quote) ?? [])
      .filter((one, at, all) => all.findIndex((other) => sameEvidence(other.evidence, one.evidence)) === at);
  }
}

const keyOf = (source: string, passage: string): string => `${source}\n${passage}`;

const sameEvidence = (a: Evidence, b: Evidence): boolean =>
  a.source === b.source && a.locator === b.locator && a.quote === b.quote;

function sentenceAround(text: string, wanted: string): string | undefined {
  if ((wanted.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) return undefined;
  const from = standsWhole(text, wanted);
  if (from === undefined) return undefined;
  const to = from + wanted.length;
  if (text.includes(' | ') && text.length <= LONGEST) return text;
  const sentences = splitSentences(text).filter(({ start, end }) => start < to && end > from);
  const start = Math.min(from, sentences[0]?.start ?? from);
  const end = Math.max(to, sentences.at(-1)?.end ?? to);
  if (end - start <= LONGEST) return text.slice(start, end);
  if (to - from > LONGEST) return undefined;
  const left = text.indexOf(' ', Math.max(start, from - AROUND));
  const right = text.lastIndexOf(' ', Math.min(end, to + AROUND));
  return text
    .slice(from - start > AROUND && left < from ? left : start, end - to > AROUND && right >= to ? right : end)
    .trim();
}
