import type { Passage } from '../../../handoff/source.ts';
import type { Word } from './cell-features.ts';
import type { TableRow } from './table.ts';

/** A word with the passage that holds it. */
export type Placed = Word & { passage: Passage; at: number };
/** Rows found in a run of words, and how many of the words they take. */
export type Rows = { rows: TableRow[]; words: number };

export const joined = (words: readonly Placed[]): string => words.map(({ text }) => text).join(' ');
export const passagesOf = (words: readonly Placed[]): Passage[] => [...new Set(words.map(({ passage }) => passage))];
