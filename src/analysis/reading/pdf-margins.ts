import type { PdfLine } from './pdf-lines.ts';

/** How many lines at the upper and the lower edge of a page may be its header and footer. */
const EDGE = 3;
const NUMBER_ONLY = /^(?:page|seite|p\.)?\s*[-–|]?\s*\d+(?:\s*(?:of|von|\/)\s*\d+)?\s*[-–|]?$/iu;

/**
 * The pages without page numbers and without the lines that come back at the same height of the same edge on most pages,
 * or on four. A number in them may change only as the page number does: `Phase 1: 10 days` and `Phase 2: 20 days` on top
 * of two pages are content.
 */
export function withoutMargins(pages: PdfLine[][]): PdfLine[][] {
  if (pages.length < 2) return pages;
  const edges = pages.map((page) => new Set(edgesOf(page)));
  const seen = new Map<string, number>();
  for (const [index, lines] of edges.entries()) {
    for (const key of new Set([...lines].flatMap((line) => keysOf(line, index))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.filter((page) => page.length > 0).length * 0.6)));
  const comesBack = (line: PdfLine, index: number) => keysOf(line, index).some((key) => (seen.get(key) ?? 0) >= enough);
  return pages.map((page, index) =>
    page.filter((line) => !edges[index]?.has(line) || !(NUMBER_ONLY.test(line.text) || comesBack(line, index))),
  );
}

function edgesOf(page: PdfLine[]): PdfLine[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y);
  return [...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)];
}

/** The line as it is, and with its first or its last number told as its distance from the page's own number. */
function keysOf(line: PdfLine, index: number): string[] {
  const distance = (digits: string) => `#${Number(digits) - index}`;
  const { text } = line;
  const forms = [text, text.replace(/\d+/u, distance), text.replace(/\d+(?=\D*$)/u, distance)];
  return forms.map((form) => `${Math.round(line.y / 4)} ${form.replace(/\s+/gu, ' ')}`);
}
