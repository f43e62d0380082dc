/** A text and what is selected in it. */
export interface Typed {
  text: string;
  start: number;
  end: number;
}

export type Format = 'bold' | 'italic' | 'strike' | 'code' | 'fence' | 'quote' | 'bullets' | 'numbers';

const MARKS: Partial<Record<Format, string>> = { bold: '*', italic: '_', strike: '~', code: '`' };
const LINE: Partial<Record<Format, (index: number) => string>> = {
  quote: () => '> ',
  bullets: () => '- ',
  numbers: (index) => `${index + 1}. `,
};
const ANY_PREFIX = /^(?:> |- |\d+\. )/;

/** Puts a format on the selection, or takes it away where it is already there. */
export function formatText(typed: Typed, format: Format): Typed {
  const mark = MARKS[format];
  if (mark) return wrap(typed, mark, mark);
  if (format === 'fence') return wrap(typed, '```\n', '\n```');
  return prefixLines(typed, LINE[format] ?? (() => ''));
}

function wrap({ text, start, end }: Typed, open: string, close: string): Typed {
  const inside = text.slice(start, end);
  if (text.slice(0, start).endsWith(open) && text.slice(end).startsWith(close)) {
    const moved = start - open.length;
    return {
      text: text.slice(0, moved) + inside + text.slice(end + close.length),
      start: moved,
      end: moved + inside.length,
    };
  }
  const moved = start + open.length;
  return {
    text: text.slice(0, start) + open + inside + close + text.slice(end),
    start: moved,
    end: moved + inside.length,
  };
}

function prefixLines({ text, start, end }: Typed, prefix: (index: number) => string): Typed {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const lines = text.slice(from, to).split('\n');
  const on = lines.every((line, index) => line.startsWith(prefix(index)));
  const made = lines.map((line, index) => `${on ? '' : prefix(index)}${line.replace(ANY_PREFIX, '')}`).join('\n');
  return { text: text.slice(0, from) + made + text.slice(to), start: from + made.length, end: from + made.length };
}

/** A new line; in a list or a quote the next entry, and out of it after an empty one. */
export function breakLine({ text, start, end }: Typed): Typed {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const [, indent = '', sign = ''] = /^(\s*)([-*] |> |\d+\. )/.exec(line) ?? [];
  if (sign && line.trimEnd() === (indent + sign).trimEnd()) {
    return { text: text.slice(0, from) + text.slice(end), start: from, end: from };
  }
  const next = sign ? indent + sign.replace(/\d+/, (count) => String(Number(count) + 1)) : '';
  const at = start + 1 + next.length;
  return { text: `${text.slice(0, start)}\n${next}${text.slice(end)}`, start: at, end: at };
}

/** The caret stands in a code block that is not closed yet. */
export const inFence = (text: string, caret: number): boolean => text.slice(0, caret).split('```').length % 2 === 0;
