import type { Passage } from '../../../handoff/source.ts';
import { type Column, columnOf, describes } from './columns.ts';
import type { Table, TableRow } from './table.ts';

/** The tables among passages whose rows are drawn with `|`. */
export function drawnTables(passages: readonly Passage[]): Table[] {
  const tables: Table[] = [];
  let open: Table | undefined;
  passages.forEach((passage, at) => {
    const cells = cellsOf(passage.text);
    if (!cells) {
      open = undefined;
      return;
    }
    const columns = cells.map((cell): Column => columnOf(cell) ?? 'other');
    if (columns.filter((column) => column !== 'other').length >= 2 && describes(columns)) {
      open = { columns, rows: [], at, end: at + 1 };
      tables.push(open);
    } else if (open && cells.length >= 2) {
      const row = rowOf(open.columns, cells, passage);
      open.end = at + 1;
      if (row) open.rows.push(row);
    }
  });
  return tables;
}

function cellsOf(text: string): string[] | undefined {
  if (!text.includes('|')) return undefined;
  // A bar in a code span or behind a backslash belongs to its cell.
  const cells = text
    .replace(/^\s*\||(?<!\\)\|\s*$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
  return cells.length >= 2 ? cells : undefined;
}

function rowOf(columns: readonly Column[], cells: readonly string[], passage: Passage): TableRow | undefined {
  const named: TableRow['cells'] = {};
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (column !== 'other' && cell) named[column] = cell;
  });
  const said = Object.keys(named).filter((column) => column !== 'number').length;
  return said > 0 ? { cells: named, passages: [passage] } : undefined;
}
