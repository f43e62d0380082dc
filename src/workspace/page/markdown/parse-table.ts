import type { Align, Block } from '../mrkdwn/nodes.ts';
import { parseText } from './parse-text.ts';

/** The cells of one `| a | b |` line; `\|` and pipes in code stay in their cell. */
export function splitCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let code = false;
  for (let at = 0; at < line.length; at += 1) {
    const mark = line.charAt(at);
    if (mark === '\\' && line[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (mark === '|' && !code) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (mark === '`' && (code || line.includes('`', at + 1))) code = !code;
      cell += mark;
    }
  }
  cells.push(cell.trim());
  if (line.trimStart().startsWith('|')) cells.shift();
  if (cells.length > 1 && cells.at(-1) === '' && line.trimEnd().endsWith('|')) cells.pop();
  return cells;
}

const isRule = (line: string): boolean => line.includes('-') && splitCells(line).every((cell) => /^:?-+:?$/.test(cell));

export const startsTable = (line: string, next = ''): boolean =>
  line.includes('|') && next.includes('|') && isRule(next) && splitCells(next).length === splitCells(line).length;

const alignOf = (rule: string): Align => (rule.endsWith(':') ? (rule.startsWith(':') ? 'center' : 'right') : 'left');

/** `lines` begins with the header and its rule; rows are cut or filled to the header's width. */
export function parseTable(lines: string[]): Block {
  const [head = '', rule = '', ...rows] = lines;
  const align = splitCells(rule).map(alignOf);
  const width = align.length;
  const cells = (line: string) => {
    const found = splitCells(line);
    return Array.from({ length: width }, (_, column) => parseText(found[column] ?? ''));
  };
  return { type: 'table', align, head: cells(head), rows: rows.map(cells) };
}
