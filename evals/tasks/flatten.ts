const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
const BAR = /(?<!\\)\|/u;

/** How a table looks once a document was turned into text: a row on one line, or each cell on its own. */
export type Layout = 'rows' | 'cells';

/** A Markdown document as the text that is left of it: headings, bold and table bars gone, words as they were. */
export function flatten(markdown: string, layout: Layout): string {
  return markdown
    .split(/\r?\n/u)
    .flatMap((line) => {
      if (RULE.test(line) || /^=+\s*$/u.test(line)) return [];
      const plain = line.replace(/^#+\s*/u, '').replaceAll('**', '');
      if (!BAR.test(plain)) return [plain];
      const cells = plain
        .replace(/^\s*\||(?<!\\)\|\s*$/gu, '')
        .split(BAR)
        .map((cell) => cell.trim());
      return layout === 'rows' ? [cells.join(' ')] : cells;
    })
    .join('\n');
}
