import type { Source } from '../../handoff/source.ts';
import type { Part } from './chunks.ts';

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{4,}|\d+/gu));

/**
 * Signed passages to show beside a stretch of talk: all of them where they fit into `size` UTF-16 units, else those that share
 * most of their words with it, rare words counting more.
 */
export function nearClauses(signed: Source[], size: number): (parts: Part[]) => { clauses: Part[]; all: boolean } {
  const clauses = signed.flatMap((source) =>
    source.passages.filter(({ quoted }) => !quoted).map((passage) => ({ source, passage, text: passage.text })),
  );
  const named = (chosen: typeof clauses): Part[] => chosen.map((one, index) => ({ id: `k${index + 1}`, ...one }));
  if (clauses.reduce((sum, { text }) => sum + text.length, 0) <= size) {
    const all = named(clauses);
    return () => ({ clauses: all, all: true });
  }
  const words = clauses.map(({ text }) => wordsOf(text));
  const seen = new Map<string, number>();
  for (const set of words) for (const word of set) seen.set(word, (seen.get(word) ?? 0) + 1);
  return (parts) => {
    const said = wordsOf(parts.map(({ text }) => text).join(' '));
    const score = (set: Set<string>) =>
      [...set].reduce((sum, word) => sum + (said.has(word) ? 1 / (seen.get(word) ?? 1) : 0), 0);
    let room = size;
    const chosen = words
      .map((set, index) => ({ index, score: score(set) }))
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .filter(({ index }) => {
        const length = clauses[index]?.text.length ?? size;
        if (length > room) return false;
        room -= length;
        return true;
      })
      .map(({ index }) => index)
      .sort((a, b) => a - b);
    return { clauses: named(chosen.flatMap((index) => clauses[index] ?? [])), all: false };
  };
}
