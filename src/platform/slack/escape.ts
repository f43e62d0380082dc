import { defuse } from './defuse.ts';
import { stripInvisible } from './invisible.ts';
import { truncate } from './truncate.ts';

/**
 * Outside text for a Slack `mrkdwn` field, as inert characters: nothing in it mentions, links, formats or quotes. With `max`
 * the escaped result is at most that many UTF-16 units, cut before escaping so that no entity is split.
 */
export function mrkdwn(text: string, max = Number.POSITIVE_INFINITY): string {
  const clean = stripInvisible(text);
  return escapeWithin(clean, max, (part) => escapeMrkdwn(part));
}

// https://docs.slack.dev/messaging/formatting-message-text: only & < > are escaped; formatting marks count at word borders.
function escapeMrkdwn(text: string): string {
  return defuse(text)
    .replace(/^([ \t]*)>+/gm, (_, indent: string) => `${indent}›`)
    .replaceAll('`', 'ˋ')
    .replace(/(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, (mark) => lookAlike[mark] ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const lookAlike: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼' };

/**
 * Outside text for canvas markdown, as one line of inert characters, fit for a paragraph, a list item or a table cell: no
 * mention (`![](@U…)`), image, link, heading, list, quote, code, emphasis or cell border comes out of it.
 */
export function canvasText(text: string, max = Number.POSITIVE_INFINITY): string {
  return escapeWithin(stripInvisible(text).replace(/\s+/g, ' ').trim(), max, escapeCanvas);
}

// Look-alikes instead of backslashes: which backslash escapes a canvas understands is documented nowhere.
const canvasLookAlike: Record<string, string> = {
  '`': 'ˋ',
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '|': '∣',
  '<': '‹',
  '>': '›',
  '[': '［',
  ']': '］',
  '\\': '＼',
  '&': '＆',
};

function escapeCanvas(text: string): string {
  return defuse(text)
    .replace(
      /(?<![\p{L}\p{N}])[_~]|[_~](?![\p{L}\p{N}])|[`*|<>[\]\\]|&(?=#?\w+;)/gu,
      (mark) => canvasLookAlike[mark] ?? '',
    )
    .replace(/^(?:#+|[-+=]+|\d+[.)])(?= |$)/, (marker) => [...marker].map((mark) => blockMark[mark] ?? mark).join(''))
    .replace(/!(?=［)/g, '！')
    .replace(/@(?=[UWCS][A-Z0-9]{2,})/g, '＠');
}

const blockMark: Record<string, string> = { '#': '＃', '-': '‐', '+': '＋', '=': '＝', '.': '․', ')': '）' };

function escapeWithin(text: string, max: number, escapeAll: (part: string) => string): string {
  let escaped = escapeAll(text);
  for (let room = Math.min(max, text.length); escaped.length > max && room > 0; ) {
    escaped = escapeAll(truncate(text, room));
    room = Math.min(room - 1, Math.floor(room * (max / Math.max(escaped.length, 1))));
  }
  return escaped.length > max ? '' : escaped;
}
