/** docs.slack.dev/surfaces/canvases: a table has at most 300 cells. */
const TABLE_CELLS = 300;
/** One change takes at most 1 MiB of Markdown, by the account of clients that ran into it. */
const CHANGE_BYTES = 1024 * 1024;

/** The first thing in one block of canvas Markdown that a canvas does not know; null when there is none. Code is left alone. */
export function refusalOf(kind: string, block: string): string | null {
  if (kind === 'code') return null;
  const lines = block.split('\n');
  if (lines.some((line) => DEEP_HEADING.test(line))) return 'Unsupported heading depth: only h1 to h3 are supported';
  if (kind === 'list') return refusalOfList(lines);
  if (kind === 'table' && cellsIn(lines) > TABLE_CELLS) return `Tables are limited to ${TABLE_CELLS} cells`;
  return null;
}

export function refusalOfSize(markdown: string): string | null {
  return Buffer.byteLength(markdown) > CHANGE_BYTES ? 'The content of one change is limited to 1 MiB' : null;
}

/** Also where a heading stands in a quote or in a list item. */
const DEEP_HEADING = /^[\s>]*([-*+]\s+|\d+[.)]\s+)?#{4,}\s/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s/;
const QUOTE_IN_ITEM = /^(\s+>|\s*([-*+]|\d+[.)])\s+>)/;

/** Lists nest in lists of their own kind only and hold no quotes; told by getsentry/junior, which mends both before it writes. */
function refusalOfList(lines: string[]): string | null {
  if (lines.some((line) => QUOTE_IN_ITEM.test(line))) return 'Block quotes are not supported inside list items';
  const parents: { indent: number; numbered: boolean }[] = [];
  for (const line of lines) {
    const [, space, mark] = ITEM.exec(line) ?? [];
    if (space === undefined || mark === undefined) continue;
    const item = { indent: space.length, numbered: /\d/.test(mark) };
    while ((parents.at(-1)?.indent ?? -1) >= item.indent) parents.pop();
    const parent = parents.at(-1);
    if (parent && parent.numbered !== item.numbered) return 'Nested lists of different types are not supported';
    parents.push(item);
  }
  return null;
}

/** Cells of a table, its header row among them. */
function cellsIn(lines: string[]): number {
  const rows = lines.filter((line) => !/^[\s|:-]+$/.test(line));
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/).length;
  return rows.reduce((sum, row) => sum + cells(row), 0);
}
