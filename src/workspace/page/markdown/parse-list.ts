import type { Block, ListItem } from '../mrkdwn/nodes.ts';
import { parseText } from './parse-text.ts';

const ITEM = /^(\s*)(?:([-*+•])|(\d{1,9})[.)])\s+(.*)$/;
const CHECK = /^\[([ xX])\]\s+/;
const DEEPEST = 8;

interface Line {
  indent: number;
  ordered: boolean;
  number: number;
  text: string;
}

function readLine(line: string): Line | null {
  const found = ITEM.exec(line);
  if (!found) return null;
  const [, space = '', , number, text = ''] = found;
  return {
    indent: space.replaceAll('\t', '    ').length,
    ordered: number !== undefined,
    number: Number(number ?? 1),
    text,
  };
}

export const startsItem = (line: string): boolean => ITEM.test(line);

/** Consecutive item lines (with their indented continuation lines) as nested lists. */
export function parseList(lines: string[]): Block[] {
  const items: Line[] = [];
  for (const line of lines) {
    const item = readLine(line);
    const last = items.at(-1);
    if (item) items.push(item);
    else if (last) last.text += `\n${line.trim()}`;
  }
  return nest(items, 0);
}

function nest(lines: Line[], depth: number): Block[] {
  const lists: Extract<Block, { type: 'list' }>[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    let end = at + 1;
    while (end < lines.length && depth < DEEPEST && (lines[end]?.indent ?? 0) > line.indent + 1) end += 1;
    const open = lists.at(-1);
    const list =
      open && open.ordered === line.ordered
        ? open
        : { type: 'list' as const, ordered: line.ordered, start: line.number, items: [] };
    if (list !== open) lists.push(list);
    list.items.push({ ...itemOf(line.text), nested: end > at + 1 ? nest(lines.slice(at + 1, end), depth + 1) : [] });
    at = end;
  }
  return lists;
}

function itemOf(text: string): Omit<ListItem, 'nested'> {
  const check = CHECK.exec(text);
  if (!check) return { children: parseText(text) };
  return { checked: check[1] !== ' ', children: parseText(text.slice(check[0].length)) };
}
