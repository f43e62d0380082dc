import { unescapeText } from './angle.ts';
import type { Block } from './nodes.ts';
import { parseInline } from './parse-inline.ts';

const QUOTE = /^(?:&gt;|>) ?/;
const QUOTE_REST = /^(?:&gt;|>){3} ?/;
const BULLET = /^\s*[•◦▪▫‣–-] /;

/** Slack mrkdwn as blocks. Lists stay text, as Slack keeps them; a line with its own bullet only gets a hanging indent. */
export function parseMrkdwn(source: string): Block[] {
  const blocks: Block[] = [];
  const parts = source.split('```');
  // An odd number of fences leaves the last one open: it is text, with its backticks.
  if (parts.length % 2 === 0) parts.splice(-2, 2, `${parts.at(-2)}\`\`\`${parts.at(-1)}`);
  parts.forEach((part, index) => {
    if (index % 2 === 1) blocks.push({ type: 'pre', text: unescapeText(part.replace(/^\n|\n$/g, '')) });
    else blocks.push(...parseLines(index > 0 ? part.replace(/^\n/, '') : part, index < parts.length - 1));
  });
  return blocks;
}

function parseLines(text: string, trimEnd: boolean): Block[] {
  const lines = (trimEnd ? text.replace(/\n$/, '') : text).split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.join('').trim() || plain.length > 1)
      blocks.push({ type: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (QUOTE_REST.test(line)) {
      flush();
      const rest = lines.slice(at).join('\n').replace(QUOTE_REST, '');
      blocks.push({ type: 'quote', children: [{ type: 'paragraph', children: parseInline(rest) }] });
      break;
    }
    if (QUOTE.test(line)) {
      flush();
      const start = at;
      while (at + 1 < lines.length && QUOTE.test(lines[at + 1] ?? '')) at += 1;
      const body = lines.slice(start, at + 1).map((quoted) => quoted.replace(QUOTE, ''));
      blocks.push({ type: 'quote', children: [{ type: 'paragraph', children: parseInline(body.join('\n')) }] });
    } else if (BULLET.test(line)) {
      flush();
      blocks.push({ type: 'hanging', children: parseInline(line) });
    } else plain.push(line);
  }
  flush();
  return blocks;
}
