import { parseAngle } from '../mrkdwn/angle.ts';
import { emojiOf } from '../mrkdwn/emoji.ts';
import type { Inline } from '../mrkdwn/nodes.ts';
import { safeUrl } from '../mrkdwn/safe-url.ts';

const CODE = /(`{1,3})([^`]+)\1/y;
const LINK = /(!?)\[([^[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?: "[^"]*")?\)/y;
const ANGLE = /<([^<>\n]+)>/y;
const BARE = /https?:\/\/[^\s<>"'`|]+/y;
const EMOJI = /:([a-z0-9_+'-]{1,60}(?:::skin-tone-[2-6])?):/y;
const STYLES = [
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
] as const;
const WORD = /[\p{L}\p{N}]/u;

const match = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** Markdown within one paragraph (the canvas subset, with Slack's `![](@U…)` mentions). Linear for the reason given at `mrkdwn/parse-inline`. */
export function parseText(source: string, active: readonly string[] = []): Inline[] {
  const out: Inline[] = [];
  const hopeless: Record<string, true> = {};
  let plain = '';
  const push = (node: Inline): void => {
    if (plain) out.push({ type: 'text', text: plain });
    plain = '';
    out.push(node);
  };
  let at = 0;
  scan: while (at < source.length) {
    if (source[at] === '\\' && /[\\`*_{}[\]()#+\-.!|~<>&]/.test(source.charAt(at + 1))) {
      plain += source.charAt(at + 1);
      at += 2;
      continue;
    }
    const found = atom(source, at, active);
    if (found) {
      push(found.node);
      at = found.end;
      continue;
    }
    for (const [mark, type] of STYLES) {
      if (active.includes(mark) || hopeless[mark] || !source.startsWith(mark, at) || !opens(source, at, mark)) continue;
      const end = closer(source, mark, at + mark.length);
      if (end < 0) {
        hopeless[mark] = true;
        continue;
      }
      push({ type, children: parseText(source.slice(at + mark.length, end), [...active, mark]) });
      at = end + mark.length;
      continue scan;
    }
    plain += source[at] === '\n' ? ' ' : source.charAt(at);
    at += 1;
  }
  if (plain) out.push({ type: 'text', text: plain });
  return out;
}

function atom(source: string, at: number, active: readonly string[]): { node: Inline; end: number } | null {
  const mark = source.charAt(at);
  if (mark === '`') {
    const code = match(CODE, source, at);
    if (code) return { node: { type: 'code', text: (code[2] ?? '').trim() || (code[2] ?? '') }, end: CODE.lastIndex };
  }
  if ((mark === '[' || mark === '!') && !active.includes('[')) {
    const link = match(LINK, source, at);
    const node = link && linkNode(link[1] === '!', link[2] ?? '', link[3] ?? '', active);
    if (node) return { node, end: at + link[0].length };
  }
  if (mark === '<') {
    const angle = match(ANGLE, source, at);
    const node = angle && parseAngle(angle[1] ?? '');
    if (node) return { node, end: at + angle[0].length };
  }
  if (mark === 'h' && !active.includes('[') && !WORD.test(source.charAt(at - 1))) {
    const url = match(BARE, source, at)?.[0].replace(/[.,;:!?)\]*_~]+$/, '');
    if (url && safeUrl(url))
      return { node: { type: 'link', url, children: [{ type: 'text', text: url }] }, end: at + url.length };
  }
  if (mark === ':') {
    const name = match(EMOJI, source, at)?.[1];
    if (name && emojiOf(name)) return { node: { type: 'emoji', name }, end: at + name.length + 2 };
  }
  return null;
}

function linkNode(image: boolean, label: string, target: string, active: readonly string[]): Inline | null {
  const mention = /^([@#])([A-Z][A-Z0-9]{2,})$/.exec(target);
  if (image && mention) return { type: mention[1] === '@' ? 'user' : 'channel', id: mention[2] ?? '' };
  const url = safeUrl(target);
  if (url === null) return null;
  return image
    ? { type: 'image', url, alt: label }
    : { type: 'link', url, children: parseText(label || url, [...active, '[']) };
}

function opens(source: string, at: number, mark: string): boolean {
  const next = source.charAt(at + mark.length);
  if (!next || /\s/.test(next)) return false;
  return !mark.startsWith('_') || !WORD.test(source.charAt(at - 1));
}

function closer(source: string, mark: string, from: number): number {
  let at = from;
  while (at < source.length) {
    if (source[at] === '\\') at += 2;
    else if (source[at] === '`') at = atom(source, at, ['['])?.end ?? at + 1;
    else if (source.startsWith(mark, at) && at > from && !/\s/.test(source.charAt(at - 1)) && closes(source, at, mark))
      return endOfRun(source, at, mark);
    else at += 1;
  }
  return -1;
}

function closes(source: string, at: number, mark: string): boolean {
  if (mark.length === 1 && (source[at - 1] === mark || source[at + 1] === mark)) return false;
  return !mark.startsWith('_') || !WORD.test(source.charAt(at + mark.length));
}

/** `***both***`: the longer mark closes last. */
const endOfRun = (source: string, at: number, mark: string): number =>
  mark.length === 2 && source.startsWith(mark, at + 1) ? at + 1 : at;
