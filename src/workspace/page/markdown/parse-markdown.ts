import type { Block } from '../mrkdwn/nodes.ts';
import { parseList, startsItem } from './parse-list.ts';
import { parseTable, startsTable } from './parse-table.ts';
import { parseText } from './parse-text.ts';

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const DIVIDER = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const FENCE = /^ {0,3}(```|~~~)/;
const QUOTE = /^ {0,3}> ?/;
const DEEPEST_QUOTE = 6;

/** Markdown as blocks: the subset that a Slack canvas keeps (reference "Canvases"), plus what the `markdown` block adds. HTML stays text. */
export function parseMarkdown(source: string, depth = 0): Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const line = (offset = 0): string => lines[at + offset] ?? '';
  const take = (goesOn: (text: string) => boolean): string[] => {
    const start = at;
    at += 1;
    while (at < lines.length && goesOn(line())) at += 1;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const heading = HEADING.exec(line());
    if (line().trim() === '') at += 1;
    else if (FENCE.test(line()))
      blocks.push(
        fence(
          take,
          () => {
            at += 1;
          },
          line().trim().slice(0, 3),
        ),
      );
    else if (heading) {
      blocks.push({ type: 'heading', level: levelOf(heading[1] ?? '#'), children: parseText(heading[2] ?? '') });
      at += 1;
    } else if (DIVIDER.test(line())) {
      blocks.push({ type: 'divider' });
      at += 1;
    } else if (QUOTE.test(line()) && depth < DEEPEST_QUOTE) {
      const quoted = take((text) => QUOTE.test(text)).map((text) => text.replace(QUOTE, ''));
      blocks.push({ type: 'quote', children: parseMarkdown(quoted.join('\n'), depth + 1) });
    } else if (startsTable(line(), lines[at + 1])) blocks.push(parseTable(take((text) => text.includes('|'))));
    else if (startsItem(line())) blocks.push(...parseList(take((text) => startsItem(text) || /^\s{2,}\S/.test(text))));
    else
      blocks.push({
        type: 'paragraph',
        children: parseText(
          take((text) => !startsOther(text))
            .join('\n')
            .trim(),
        ),
      });
  }
  return blocks;
}

const levelOf = (marks: string): 1 | 2 | 3 => (marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3);

const startsOther = (text: string): boolean =>
  text.trim() === '' ||
  FENCE.test(text) ||
  HEADING.test(text) ||
  DIVIDER.test(text) ||
  QUOTE.test(text) ||
  startsItem(text);

function fence(take: (goesOn: (text: string) => boolean) => string[], skip: () => void, mark: string): Block {
  const [, ...body] = take((text) => !text.trim().startsWith(mark));
  skip();
  return { type: 'pre', text: body.join('\n') };
}
