import type { Inline } from './nodes.ts';
import { safeUrl } from './safe-url.ts';

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Undoes Slack's three escapes, once. */
export function unescapeText(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** What stands between `<` and `>` in Slack text, or null when it is not one of Slack's constructs. */
export function parseAngle(body: string): Inline | null {
  const bar = body.indexOf('|');
  const head = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? '' : unescapeText(body.slice(bar + 1));
  if (/^@[UWB][A-Z0-9]+$/.test(head)) return { type: 'user', id: head.slice(1) };
  if (/^#[CGD][A-Z0-9]+$/.test(head)) return { type: 'channel', id: head.slice(1) };
  if (head.startsWith('!date^')) return date(head.slice(6), label);
  if (/^!(here|channel|everyone)$/.test(head)) return { type: 'group', label: `@${head.slice(1)}` };
  const group = /^!subteam\^([A-Z0-9]+)$/.exec(head)?.[1];
  if (group) return { type: 'group', label: label || `@${group}`, id: group };
  if (head.startsWith('!')) return { type: 'group', label: label || `@${head.slice(1)}` };
  const url = safeUrl(unescapeText(head));
  if (url === null || !/^[a-z]+:/i.test(url)) return null;
  return { type: 'link', url, children: [{ type: 'text', text: label || url.replace(/^mailto:/, '') }] };
}

function date(spec: string, fallback: string): Inline {
  const [seconds = '', format = '', link] = spec.split('^');
  const ts = Number(seconds);
  if (!/^-?\d+$/.test(seconds) || Math.abs(ts) > 8.64e12) return { type: 'text', text: fallback || unescapeText(spec) };
  const url = link === undefined ? null : safeUrl(unescapeText(link));
  return { type: 'date', ts, format: unescapeText(format), fallback, ...(url === null ? {} : { link: url }) };
}
