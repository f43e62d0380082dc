import type { Align, Inline } from '../mrkdwn/nodes.ts';
import { TextTable } from '../mrkdwn/text-table.tsx';
import { parseEmoji } from './parse-emoji.ts';
import { type Json, list, obj, str } from './read-json.ts';
import { richTextBlocks } from './rich-text.ts';

/** The first row is the head. */
export function TableBlock({ block }: { block: Json }) {
  const rows = Array.isArray(block.rows) ? block.rows.map((row) => list(row).map(cellOf)) : [];
  const [head = [], ...body] = rows;
  const settings = list(block.column_settings);
  const numeric = (column: number): boolean =>
    obj((Array.isArray(block.rows) ? block.rows[1] : undefined)?.[column]).type === 'raw_number';
  const align = head.map((_, column): Align => {
    const wanted = settings[column]?.align;
    if (wanted === 'center' || wanted === 'right') return wanted;
    return wanted === undefined && numeric(column) ? 'right' : 'left';
  });
  return <TextTable align={align} head={head} rows={body} />;
}

export function cellOf(value: Json): Inline[] {
  if (value.type !== 'rich_text') return parseEmoji(str(value.text, String(value.value ?? '')));
  return richTextBlocks(value).flatMap((block, index) => {
    const children =
      'children' in block && block.type === 'paragraph'
        ? block.children
        : block.type === 'list'
          ? block.items.flatMap((item) => item.children)
          : [];
    return index > 0 ? [{ type: 'text' as const, text: '\n' }, ...children] : children;
  });
}
