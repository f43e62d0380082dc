import { type ListMark, listMark, withoutBullet } from './list-mark.ts';

/** One line of a file with its number, counted from 1. */
export type Line = { text: string; number: number };
/** One paragraph or list item, its wrapped lines joined by a space. `indent` is in columns. */
export type Item = { text: string; line: number; mark: ListMark | undefined; indent: number };

const ENDS = /[.!?:;…]["'”’»)\]*_]*\s*$/u;
const LABEL = /^\s*[*_]{0,2}\p{Lu}[^:.!?]{0,50}:[*_]{0,2}(?:\s|$)/u;
/** Nobody wraps text narrower than this, so each line of a narrow block stands for itself. Columns. */
const NARROW = 45;

/** The paragraphs and list items of lines that no blank line parts, in order. */
export function unwrap(lines: Line[]): Item[] {
  const width = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0);
  const everyLineEnds = lines.every((line) => ENDS.test(line.text) && /^\s*[\p{Lu}\d"“(]/u.test(line.text));
  const labelled = lines.filter((line) => LABEL.test(line.text)).length > lines.length * 0.6;
  const alone = (text: string) =>
    everyLineEnds || (width < NARROW && !/^\s*\p{Ll}/u.test(text)) || (labelled && LABEL.test(text));
  const items: Item[] = [];
  let before = '';
  for (const { text, number } of lines) {
    const mark = listMark(text);
    const last = items.at(-1);
    if (last && !mark && !alone(text) && !startsNew(before, text, width)) last.text += ` ${text.trim()}`;
    else items.push({ text: withoutBullet(text).trim(), line: number, mark, indent: text.search(/\S/u) });
    before = text;
  }
  return items;
}

/**
 * Whether a line is a paragraph of its own: a wrapping editor would have put its first word on the line before
 * if there was room, so room left over means that a person ended the line.
 */
function startsNew(before: string, line: string, width: number): boolean {
  const ended = ENDS.test(before);
  if (!ended && /^\s*\p{Ll}/u.test(line)) return false;
  const room = width - before.trimEnd().length - 1;
  const word = /^\S+/u.exec(line.trim())?.[0].length ?? 0;
  if (word > room) return false;
  return ended || LABEL.test(line.trim()) || room > width * 0.4;
}
