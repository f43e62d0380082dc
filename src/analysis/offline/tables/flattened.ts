import type { Passage } from '../../../handoff/source.ts';
import { commonWords } from './cell-features.ts';
import { type Column, columnOf, columnsAtStart, describes } from './columns.ts';
import { numberedRows } from './numbered-rows.ts';
import type { Placed } from './placed.ts';
import type { Table } from './table.ts';
import { unnumberedRows } from './unnumbered-rows.ts';

/** A table's words are looked for no further than this: a bound on the work, far above any table of deliverables. */
const MOST_WORDS = 4000;
const STOPS = /^(?:milestones?|phases?|stages?|work packages?)\s*(?:#?\d|[ivx]+\b|[:–—-])/iu;

/**
 * The tables whose lines were lost when a document was turned into text: a run of column labels, then rows whose cells
 * stand behind one another, on one line or each on its own.
 */
export function flattenedTables(passages: readonly Passage[]): Table[] {
  const tables: Table[] = [];
  let common: Set<string> | undefined;
  for (let at = 0; at < passages.length; at += 1) {
    const head = headAt(passages, at);
    if (!head) continue;
    common ??= commonWords(passages.map(({ text }) => text));
    const words = wordsFrom(passages, head);
    const { rows, words: taken } = head.columns.includes('number')
      ? numberedRows(head.columns, words, common)
      : unnumberedRows(head.columns, words, common, head.byCell);
    if (rows.length === 0) continue;
    const end = (words[taken - 1]?.at ?? head.next - 1) + 1;
    tables.push({ columns: head.columns, rows, at, end });
    at = Math.max(at, end - 1);
  }
  return tables;
}

type Head = { columns: Column[]; next: number; rest: string; byCell: boolean };

/** Column labels that fill passages one by one, or open one passage. `rest`: what follows them in theirs. */
function headAt(passages: readonly Passage[], at: number): Head | undefined {
  const text = passages[at]?.text ?? '';
  if (text.includes('|')) return undefined;
  const opened = columnsAtStart(text.replace(/[*_`]/gu, ''));
  if (opened && describes(opened.columns)) {
    const rest = text.replace(/[*_`]/gu, '').slice(opened.end);
    return { columns: opened.columns, next: at + 1, rest, byCell: false };
  }
  const columns: Column[] = [];
  let next = at;
  for (; next < passages.length && columns.length < 8; next += 1) {
    const column = columnOf(passages[next]?.text ?? '');
    if (!column || columns.includes(column)) break;
    columns.push(column);
  }
  return columns.length >= 2 && describes(columns) ? { columns, next, rest: '', byCell: true } : undefined;
}

function wordsFrom(passages: readonly Passage[], { next, rest }: Head): Placed[] {
  const words: Placed[] = [];
  const take = (text: string, at: number) => {
    const passage = passages[at];
    if (passage)
      text.split(' ').forEach((word, index) => {
        if (word) words.push({ text: word, breaks: index === 0, passage, at });
      });
  };
  take(rest, next - 1);
  for (let at = next; at < passages.length && words.length < MOST_WORDS; at += 1) {
    const text = passages[at]?.text ?? '';
    if (text.includes(' | ') || STOPS.test(text) || headAt(passages, at)) break;
    take(text, at);
  }
  return words;
}
