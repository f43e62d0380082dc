import type { Inline, Line } from '../../handoff/packet/index.ts';

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

/** A line that ends in its author is what somebody typed (packet/lines.ts). */
const isTyped = (line: Line): boolean => {
  const last = line.at(-1);
  return line.length > 1 && typeof last === 'object' && 'user' in last;
};

/** What a person typed keeps its paragraphs and lists; no paragraph is longer than a reader (and a canvas change) bears. */
export const pieces = (line: Line): Piece[] => {
  const [first, ...rest] = line;
  if (typeof first !== 'string') return [{ item: false, line }];
  const typed = isTyped(line) ? first.split(/\r\n|\r|\n/).filter((row) => row.trim() !== '') : [first];
  const rows = typed.flatMap((row) => {
    const item = typed.length > 1 && bullet.test(row);
    return cut(item ? row.replace(bullet, '') : row).map((text): Piece => ({ item, line: [text] }));
  });
  const last = rows.at(-1);
  if (!last) return [{ item: false, line }];
  // Who said it stands below a list, not in its last item.
  if (last.item && rest.length > 0) return [...rows, { item: false, line: rest }];
  return [...rows.slice(0, -1), { item: last.item, line: [...last.line, ...rest] }];
};

const isMark = (inline: Inline): boolean => typeof inline !== 'string' && 'mark' in inline;

/** What a line says and where it is found, apart. Spaces between marks are made anew. */
export const apart = (line: Line): { said: Line; found: Line } => ({
  said: line.filter((inline) => !isMark(inline) && inline !== ' '),
  found: line.filter(isMark).flatMap((inline, at) => (at === 0 ? [inline] : [' ', inline])),
});

/** Every line ends in its source marks. */
export const marksLast = (line: Line): Line => {
  const { said, found } = apart(line);
  return found.length === 0 ? line : [...said, ' ', ...found];
};
