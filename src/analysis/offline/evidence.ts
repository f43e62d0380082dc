import type { Evidence } from '../../handoff/analysis.ts';
import type { Passage, Source } from '../../handoff/source.ts';

/** A quote with its place; `quote` must be a part of the passage. */
export const cite = (at: { source: Source; passage: Passage; text: string }, quote = at.text): Evidence => ({
  source: at.source.id,
  quote,
  locator: at.passage.locator,
});

/** What a flag about something absent cites: the opening of each source that was searched. */
export const openings = (sources: Source[]): Evidence[] =>
  sources.flatMap((source) => {
    const passage = source.passages.find(({ quoted }) => !quoted) ?? source.passages[0];
    return passage ? [{ source: source.id, quote: passage.text.slice(0, 200).trim(), locator: passage.locator }] : [];
  });

/** A quote as a person reads it: without a table's bars and a text's emphasis marks. Never used as evidence. */
export const plain = (text: string): string =>
  text
    .replace(/^[\s|]+|[\s|]+$/gu, '')
    .replace(/(?:\s*\|\s*)+/gu, ' · ')
    .replace(/\*\*|__|`/gu, '');
