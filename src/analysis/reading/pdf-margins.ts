import type { PdfLine } from './pdf-line.ts';

type Page = { lines: PdfLine[]; bottom: number; top: number };

/** How many lines at the upper and the lower edge of a page may be its header and footer. */
const EDGE = 3;
/** Headers and footers stand in the outer part of a page's height. */
const MARGIN = 0.15;
const NUMBER_ONLY = /^(?:page|seite|p\.)?\s*[-–|]?\s*\d+(?:\s*(?:of|von|\/)\s*\d+)?\s*[-–|]?$/iu;

/**
 * The pages without page numbers and without the lines that come back at the same height of the same edge on most pages,
 * or on four. A number in them may change only as the page number does: `Phase 1: 10 days` and `Phase 2: 20 days` on top
 * of two pages are content.
 */
export function withoutMargins(pages: Page[]): PdfLine[][] {
  const edges = pages.map((page, index) => new Map(edgesOf(page).map((line) => [line, keysOf(line, index)])));
  const seen = new Map<string, number>();
  for (const edge of edges)
    for (const key of new Set([...edge.values()].flat())) seen.set(key, (seen.get(key) ?? 0) + 1);
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.filter((page) => page.lines.length > 0).length * 0.6)));
  return pages.map((page, index) =>
    page.lines.filter((line) => {
      const keys = edges[index]?.get(line);
      return !keys || !(NUMBER_ONLY.test(line.text) || keys.some((key) => (seen.get(key) ?? 0) >= enough));
    }),
  );
}

/** The lines nearest to the upper and the lower edge of a page. */
function edgesOf({ lines, bottom, top }: Page): PdfLine[] {
  const margin = (top - bottom) * MARGIN;
  const outer = lines.filter(({ y }) => y > top - margin || y < bottom + margin).sort((a, b) => b.y - a.y);
  return [...outer.slice(0, EDGE), ...outer.slice(-EDGE)];
}

/** The line as it is, and with its first or its last number told as its distance from the page's own number. */
function keysOf(line: PdfLine, index: number): string[] {
  const distance = (digits: string) => `#${Number(digits) - index}`;
  const { text } = line;
  const height = Math.round(line.y / 4);
  if (!/\d/u.test(text)) return [`${height} ${text}`];
  const forms = [text, text.replace(/\d+/u, distance), text.replace(/\d+(?=\D*$)/u, distance)];
  return forms.map((form) => `${height} ${form}`);
}
