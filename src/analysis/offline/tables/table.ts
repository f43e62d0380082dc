import type { Passage } from '../../../handoff/source.ts';
import type { Column } from './columns.ts';

/** One row: its cells by column, and the passages it was taken from, first to last. */
export type TableRow = { cells: Partial<Record<Column, string>>; passages: readonly Passage[] };

/** A table that lists deliverables or milestones. `at` and `end`: the first passage of it and the one behind it. */
export type Table = { columns: readonly Column[]; rows: TableRow[]; at: number; end: number };
