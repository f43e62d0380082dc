import { type ListMark, listMark, opensWithStatus, withoutBullet } from './list-mark.ts';

/** One line of a file with its number, counted from 1. */
export type Line = { text: string; number: number };
/** One paragraph or list item, its wrapped lines joined by a space. `indent` is in columns. */
export type Item = { text: string; line: number; mark: ListMark | undefined; indent: number };

const ENDS = /[.!?:;…]["'”’»)\]*_]*\s*$/u;
const LABEL = /^\s*[*_]{0,2}\p{Lu}[^:.!?]{0,50}:[*_]{0,2}(?:\s|$)/u;
/** Nobody ends a line here who means to end it. */
const DANGLING = /\s(?:the|an?|of|for|to|and|or|with|in|by|at|on|from|our|your|my|their|is|are|will|that)\s*$/u;
const LOWER = /^\s*\p{Ll}/u;
/** Fewer lines do not tell notes from wrapped text. Pairs of neighbours. */
const FEWEST_PAIRS = 3;
/** Nobody wraps text narrower than this, so each line of a narrow block stands for itself. Columns. */
const NARROW = 45;

/** The paragraphs and list items of lines that no blank line parts, in order. */
export function unwrap(lines: Line[]): Item[] {
  const width = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0);
  const everyLineEnds = lines.every((line) => ENDS.test(line.text) && /^\s*[\p{Lu}\d"“(]/u.test(line.text));
  const labelled = lines.filter((line) => LABEL.test(line.text)).length > lines.length * 0.6;
  const statuses = lines.filter((line) => opensWithStatus(line.text)).length;
  const isNote = isRagged(lines, width);
  const alone = (text: string) =>
    everyLineEnds || ((width < NARROW || isNote) && !LOWER.test(text)) || (labelled && LABEL.test(text));
  const items: Item[] = [];
  let before = '';
  for (const { text, number } of lines) {
    const isStatus = opensWithStatus(text) && (statuses > 1 || ENDS.test(before));
    const mark = listMark(text) ?? (isStatus ? 'status' : undefined);
    const last = items.at(-1);
    if (last && !mark && !(alone(text) && !DANGLING.test(before)) && !startsNew(before, text, width))
      last.text += ` ${text.trim()}`;
    else items.push({ text: withoutBullet(text).trim(), line: number, mark, indent: text.search(/\S/u) });
    before = text;
  }
  return items;
}

/**
 * Whether a block is notes and not wrapped text: hardly a line is so full that the next word did not fit. One always
 * looks full, the longest. What stands before a list mark says nothing: it would end there in any case.
 */
function isRagged(lines: Line[], width: number): boolean {
  const pairs = lines
    .slice(1)
    .map((line, index) => ({ line: line.text, before: lines[index]?.text ?? '' }))
    .filter(({ line }) => !listMark(line));
  const full = pairs.filter(({ line, before }) => !hasRoom(before, line, width)).length;
  return pairs.length >= FEWEST_PAIRS && full <= Math.max(1, pairs.length * 0.3);
}

/**
 * Whether a line is a paragraph of its own: a wrapping editor would have put its first word on the line before
 * if there was room, so room left over means that a person ended the line.
 */
function startsNew(before: string, line: string, width: number): boolean {
  const ended = ENDS.test(before);
  if (!ended && LOWER.test(line)) return false;
  if (!hasRoom(before, line, width)) return false;
  return ended || LABEL.test(line.trim()) || width - before.trimEnd().length - 1 > width * 0.4;
}

/** Whether the first word of a line would have fitted on the line before. */
function hasRoom(before: string, line: string, width: number): boolean {
  const word = /^\S+/u.exec(line.trim())?.[0].length ?? 0;
  return word <= width - before.trimEnd().length - 1;
}
