import { decodeEntities } from './entities.ts';

const UNSEEN = /^(?:script|style|head|title|template|noscript)$/u;
const BLOCK = /^\/?(?:p|div|h[1-6]|ul|ol|tr|table|section|article|header|footer|pre|hr|blockquote|body)$/u;

/** The text that a reader of an HTML mail sees, quotes marked by `>` so that they are told from new words. Linear in its size. */
export function htmlText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let unseen = '';
  const end = () => {
    lines.push(`${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${line.replace(/\s+/gu, ' ').trim()}`);
    line = '';
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (!unseen) line += decodeEntities(html.slice(at, open < 0 ? html.length : open)).replace(/[\r\n]+/gu, ' ');
    if (open < 0) break;
    const comment = html.startsWith('<!--', open);
    const close = html.indexOf(comment ? '-->' : '>', open);
    if (close < 0) break;
    const tag = comment ? '' : (/^\/?[a-z][a-z0-9]*/iu.exec(html.slice(open + 1, open + 20))?.[0].toLowerCase() ?? '');
    at = close + (comment ? 3 : 1);
    if (unseen) {
      if (tag === `/${unseen}`) unseen = '';
    } else if (UNSEEN.test(tag)) unseen = tag;
    else if (tag === 'br') end();
    else if (tag === 'li') {
      end();
      line = '- ';
    } else if (tag === 'td' || tag === 'th') line += ' ';
    else if (BLOCK.test(tag)) {
      if (line.trim()) end();
      if (tag !== 'div' && tag !== '/div' && tag !== '/tr') end();
      if (tag === 'blockquote') depth += 1;
      if (tag === '/blockquote') depth = Math.max(0, depth - 1);
    }
  }
  end();
  return lines.join('\n');
}
