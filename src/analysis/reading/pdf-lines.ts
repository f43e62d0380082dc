import type { StructuredTextItem } from 'unpdf';

/** One printed line. Positions in points from the lower left corner of the page. */
export type PdfLine = { text: string; x: number; right: number; y: number; size: number };

/** The lines of one page in the order in which the file draws them, which keeps columns apart. */
export function linesOf(items: StructuredTextItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  let ended = false;
  for (const item of items) {
    if (item.str === '' && !item.hasEOL) continue;
    const size = item.fontSize || item.height || 10;
    const same =
      open && !ended && Math.abs(item.y - open.y) < Math.max(size, open.size) * 0.5 && item.x > open.right - size * 2;
    if (open && same && item.str) {
      const gap = item.x - open.right;
      open.text += (gap > size * 0.15 && !/\s$/u.test(open.text) && !/^\s/u.test(item.str) ? ' ' : '') + item.str;
      open.right = item.x + item.width;
      open.size = Math.max(open.size, item.str.trim() ? size : 0);
      ended = item.hasEOL;
    } else if (item.str.trim()) {
      open = { text: item.str, x: item.x, right: item.x + item.width, y: item.y, size };
      lines.push(open);
      ended = item.hasEOL;
    } else ended ||= item.hasEOL;
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text);
}
