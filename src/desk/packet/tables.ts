import type { Table } from '../../handoff/packet/index.ts';
import { canvasText, limits } from '../../platform/slack/index.ts';
import { canvasLine, type Marks } from './inline.ts';

const bytes = (text: string): number => Buffer.byteLength(text);
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? '–' : cell)).join(' | ')} |`;

/** A caption under a heading that says the same is noise; what it adds stays. */
const captionFor = (caption: string, title: string): string[] => {
  if (caption.startsWith(`${title}, `)) {
    const rest = caption.slice(title.length + 2);
    return [`_${canvasText(`${rest.charAt(0).toUpperCase()}${rest.slice(1)}`)}_`];
  }
  return title.toLowerCase().includes(caption.slice(0, 6).toLowerCase()) ? [] : [`_${canvasText(caption)}_`];
};

/**
 * A table as canvas blocks. A canvas table has at most 300 cells, so a long one becomes several, each with the head again; each
 * also stays below what one canvas change carries, unless a single row is longer than that.
 */
export const tableBlocks = (table: Table, title: string, marks: Marks): string[] => {
  const head = [row(table.head.map((cell) => canvasText(cell))), row(table.head.map(() => '---'))];
  const most = Math.floor(limits.canvasTableCells / table.head.length) - 1;
  const parts: string[][] = [];
  let size = 0;
  for (const cells of table.rows) {
    const text = row(table.head.map((_, at) => canvasLine(cells[at] ?? [], marks)));
    const current = parts.at(-1);
    if (!current || current.length >= most || size + bytes(text) + 1 > limits.canvasChangeBytes) {
      parts.push([text]);
      size = bytes(head.join('\n')) + 1 + bytes(text);
    } else {
      current.push(text);
      size += bytes(text) + 1;
    }
  }
  return parts.flatMap((rows, at) => [
    ...(at > 0 ? [`_${canvasText(title)} (continued)_`] : captionFor(table.caption, title)),
    [...head, ...rows].join('\n'),
  ]);
};
