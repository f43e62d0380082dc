import { decodeEntities } from './entities.ts';

/** A text's letters without what reading takes out or changes, each with the place it begins at. */
export type Reduced = { letters: string; places: Int32Array };
/** How a file writes some of its letters: `\\n` and `&amp;` in JSON, times and tags in captions. */
export type Writing = 'plain' | 'json' | 'captions';

const LEFT_OUT = /^(?:[\s>\p{Cc}\p{Cf}]|\ufe0f|\u034f)$/u;
const JSON_MARK = /\\u[0-9a-f]{4}|\\.|&(?:#\w{1,8}|[a-z]{1,8}\d{0,2});/iuy;
const CAPTION_MARK = /<\/?[a-z0-9:.][^>]*>|&(?:#\w{1,8}|[a-z]{1,8}\d{0,2});/iuy;
const CAPTION_LINE = /(?:\d+[ \t]*\r?\n)?[^\n]*-->[^\n]*(?:\n|$)/uy;

/** White space, marks of quoting and hidden characters are left out, letters are decomposed: what folding and NFC do not change. */
export function reduced(text: string, writing: Writing = 'plain'): Reduced {
  let units = new Uint16Array(text.length + 16);
  let places = new Int32Array(text.length + 16);
  let count = 0;
  const push = (unit: number, at: number) => {
    if (count === units.length) {
      units = grown(units, new Uint16Array(count * 2));
      places = grown(places, new Int32Array(count * 2));
    }
    units[count] = unit;
    places[count] = at;
    count += 1;
  };
  const put = (letter: string, at: number) => {
    for (const one of letter.normalize(/[\ufb00-\ufb06]/u.test(letter) ? 'NFKD' : 'NFD'))
      if (!LEFT_OUT.test(one)) for (let unit = 0; unit < one.length; unit += 1) push(one.charCodeAt(unit), at);
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const marked = writing === 'plain' ? undefined : markAt(text, at, writing);
    if (marked) {
      if (marked.letter) put(marked.letter, at);
      at += marked.length;
    } else if (code < 0x7f) {
      if (code > 0x20 && code !== 0x3e) push(code, at);
      at += 1;
    } else {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? code);
      put(letter, at);
      at += letter.length;
    }
  }
  const letters = Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
  return { letters, places: places.subarray(0, count) };
}

/** Where the letter that begins at a place ends. */
export function letterEnd(text: string, at: number, writing: Writing): number {
  const marked = writing === 'plain' ? undefined : markAt(text, at, writing);
  return at + (marked?.length ?? String.fromCodePoint(text.codePointAt(at) ?? 0).length);
}

function grown<Numbers extends Uint16Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

function markAt(text: string, at: number, writing: Writing): { letter: string; length: number } | undefined {
  const start = text.charAt(at);
  if (writing === 'captions' && (at === 0 || text.charAt(at - 1) === '\n')) {
    CAPTION_LINE.lastIndex = at;
    const line = CAPTION_LINE.exec(text)?.[0];
    if (line) return { letter: '', length: line.length };
  }
  if (start !== '&' && start !== (writing === 'json' ? '\\' : '<')) return undefined;
  const pattern = writing === 'json' ? JSON_MARK : CAPTION_MARK;
  pattern.lastIndex = at;
  const mark = pattern.exec(text)?.[0];
  if (mark === undefined) return undefined;
  if (mark.startsWith('<')) return { letter: '', length: mark.length };
  if (mark.startsWith('&')) return { letter: decodeEntities(mark), length: mark.length };
  if (/^\\u/iu.test(mark)) return { letter: String.fromCharCode(Number.parseInt(mark.slice(2), 16)), length: 6 };
  return { letter: /^\\[nrtbf]$/u.test(mark) ? '' : mark.slice(1), length: mark.length };
}
