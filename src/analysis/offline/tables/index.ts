import type { Source } from '../../../handoff/source.ts';
import { drawnTables } from './drawn.ts';
import { flattenedTables } from './flattened.ts';
import type { Table } from './table.ts';

export type { Table, TableRow } from './table.ts';

/** The tables of a source that list deliverables or milestones, drawn or flattened to text, in the order of the text. */
export function tablesOf({ passages }: Source): Table[] {
  return [...drawnTables(passages), ...flattenedTables(passages)].sort((a, b) => a.at - b.at);
}
