import { parseAngle, unescapeText } from './angle.ts';
import { emojiOf } from './emoji.ts';
import type { Inline } from './nodes.ts';

const STYLE: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' };
const CODE = /`([^`\n]+)`/y;
const ANGLE = /<([^<>\n]+)>/y;
const EMOJI = /:([a-z0-9_+'-]{1,60}(?:::skin-tone-[2-6])?):/y;
const WORD = /[\p{L}\p{N}]/u;

const match = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/**
 * Slack mrkdwn within one paragraph. Linear in the length: a style mark without a partner is remembered up to its line's end, and a style
 * is not looked for inside itself (`active`).
 */
export function parseInline(source: string, active = ''): Inline[] {
  const out: Inline[] = [];
  const hopeless: Record<string, number> = {};
  let plain = '';
  const push = (node: Inline): void => {
    if (plain) out.push({ type: 'text', text: unescapeText(plain) });
    plain = '';
    out.push(node);
  };
  let at = 0;
  while (at < source.length) {
    const mark = source.charAt(at);
    const special = atom(source, at);
    if (special) {
      push(special.node);
      at = special.end;
      continue;
    }
    const style = STYLE[mark];
    if (style && !active.includes(mark) && at >= (hopeless[mark] ?? 0) && opens(source, at)) {
      const close = closer(source, mark, at);
      if (close.found) {
        push({ type: style, children: parseInline(source.slice(at + 1, close.at), active + mark) });
        at = close.at + 1;
        continue;
      }
      hopeless[mark] = close.at;
    }
    plain += mark;
    at += 1;
  }
  if (plain) out.push({ type: 'text', text: unescapeText(plain) });
  return out;
}

function atom(source: string, at: number): { node: Inline; end: number } | null {
  const mark = source.charAt(at);
  if (mark === '`') {
    const code = match(CODE, source, at);
    if (code) return { node: { type: 'code', text: unescapeText(code[1] ?? '') }, end: CODE.lastIndex };
  }
  if (mark === '<') {
    const angle = match(ANGLE, source, at);
    const node = angle && parseAngle(angle[1] ?? '');
    if (node) return { node, end: at + angle[0].length };
  }
  if (mark === ':') {
    const name = match(EMOJI, source, at)?.[1];
    if (name && emojiOf(name)) return { node: { type: 'emoji', name }, end: at + name.length + 2 };
  }
  return null;
}

const opens = (source: string, at: number): boolean =>
  (at === 0 || !WORD.test(source.charAt(at - 1))) &&
  /[^\s]/.test(source.charAt(at + 1)) &&
  source[at + 1] !== source[at];

/** The place of the closing mark on the same line; else the end of what was searched. */
function closer(source: string, mark: string, from: number): { found: boolean; at: number } {
  let at = from + 1;
  while (at < source.length && source[at] !== '\n') {
    const skipped = source[at] === '`' || source[at] === '<' ? atom(source, at) : null;
    if (skipped) {
      at = skipped.end;
      continue;
    }
    const next = source.charAt(at + 1);
    if (source[at] === mark && at > from + 1 && !/\s/.test(source.charAt(at - 1)) && !(next && WORD.test(next)))
      return { found: true, at };
    at += 1;
  }
  return { found: false, at };
}
