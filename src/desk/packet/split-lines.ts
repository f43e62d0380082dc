import type { Line } from '../../handoff/packet/index.ts';

/** Characters of one paragraph: even in scripts of three bytes a character it stays below what a canvas change carries. */
const longest = 1_200;
const bullet = /^\s*(?:[-*•–]|\d+[.)])\s+/;

export interface Piece {
  item: boolean;
  line: Line;
}

const cut = (text: string): string[] => {
  if (text.length <= longest) return [text];
  const head = text.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? ')) + 1;
  const end = sentence > longest / 2 ? sentence : head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : longest;
  return [text.slice(0, end), ...cut(text.slice(end).trimStart())];
};

/** What a person typed keeps its paragraphs and lists; no paragraph is longer than a reader (and a canvas change) bears. */
export const pieces = (line: Line): Piece[] => {
  const [first, ...rest] = line;
  if (typeof first !== 'string') return [{ item: false, line }];
  const rows = first
    .split(/\r\n|\r|\n/)
    .filter((row) => row.trim() !== '')
    .flatMap((row) => {
      const item = bullet.test(row) && first.includes('\n');
      return cut(item ? row.replace(bullet, '') : row).map((text): Piece => ({ item, line: [text] }));
    });
  const last = rows.at(-1);
  if (!last) return [{ item: false, line }];
  return [...rows.slice(0, -1), { item: last.item, line: [...last.line, ...rest] }];
};
