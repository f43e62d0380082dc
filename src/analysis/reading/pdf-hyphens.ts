import type { PdfLine } from './pdf-line.ts';

const CUT = /(\p{L}+)[-\u00ad\u2010]$/u;

/**
 * Joins the lines of a paragraph. A word cut at the end of a line is mended, unless the document writes it with its
 * hyphen within a line somewhere.
 */
export function joinedLines(pages: PdfLine[][]): (lines: PdfLine[]) => string {
  let hyphened: Set<string> | undefined;
  const withHyphen = () => {
    hyphened ??= new Set(
      pages.flatMap((page) =>
        page.flatMap(({ text }) =>
          text.includes('-') ? (text.toLowerCase().match(/\p{L}+(?:-\p{L}+)+/gu) ?? []) : [],
        ),
      ),
    );
    return hyphened;
  };
  return (lines) => {
    let text = '';
    for (const { text: next } of lines) {
      const cut = text.endsWith('-') || text.endsWith('\u2010') ? CUT.exec(text.slice(-60)) : null;
      const rest = cut ? /^\p{Ll}+/u.exec(next)?.[0] : undefined;
      if (!text) text = next;
      else if (!cut || !rest) text = `${text}${cut && /^\p{L}/u.test(next) ? '' : ' '}${next}`;
      else text = (withHyphen().has(`${cut[1]}-${rest}`.toLowerCase()) ? text : text.slice(0, -1)) + next;
    }
    return text;
  };
}
