import { SlackError } from '../slack-error.ts';

export type BlockKind = 'h1' | 'h2' | 'h3' | 'paragraph' | 'list' | 'table' | 'quote' | 'code' | 'divider';

/** docs.slack.dev/surfaces/canvases: a table has at most 300 cells. */
const TABLE_CELLS = 300;

const kinds: [RegExp, BlockKind][] = [
  [/^# /, 'h1'],
  [/^## /, 'h2'],
  [/^### /, 'h3'],
  [/^(-{3,}|\*{3,}|_{3,})\s*$/, 'divider'],
  [/^\s*([-*+]|\d+[.)])\s/, 'list'],
  [/^>/, 'quote'],
  [/^\s*\|/, 'table'],
  [/^```/, 'code'],
];

export function kindOf(markdown: string): BlockKind {
  return kinds.find(([pattern]) => pattern.test(markdown))?.[1] ?? 'paragraph';
}

/** Cuts canvas Markdown into its blocks. Throws `canvas_creation_failed` for what canvases do not know. */
export function splitBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  let open: { kind: BlockKind; lines: string[] } | undefined;
  const close = () => {
    if (open) blocks.push(open.lines.join('\n').trimEnd());
    open = undefined;
  };
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    if (open?.kind === 'code') {
      open.lines.push(line);
      if (/^```\s*$/.test(line)) close();
      continue;
    }
    if (line.trim() === '') {
      close();
      continue;
    }
    if (/^#{4,}\s/.test(line)) throw refused('Unsupported heading depth: only h1 to h3 are supported');
    const kind = kindOf(line);
    if (open && continues(open.kind, kind, line)) {
      open.lines.push(line);
      continue;
    }
    close();
    open = { kind, lines: [line] };
    if (kind === 'divider' || kind.startsWith('h')) close();
  }
  close();
  for (const block of blocks) checkTable(block);
  return blocks;
}

/** What people read of a block, for `contains_text`. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^\s*(#{1,3}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_~`]/g, '');
}

function continues(open: BlockKind, next: BlockKind, line: string): boolean {
  if (open === 'list') return next === 'list' || /^\s+\S/.test(line);
  return open === next && ['paragraph', 'quote', 'table'].includes(open);
}

function checkTable(block: string): void {
  if (kindOf(block) !== 'table') return;
  const rows = block.split('\n').filter((line) => !/^[\s|:-]+$/.test(line));
  const cells = rows.reduce(
    (sum, row) =>
      sum +
      row
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/).length,
    0,
  );
  if (cells > TABLE_CELLS) throw refused(`Tables are limited to ${TABLE_CELLS} cells`);
}

function refused(detail: string): SlackError {
  return new SlackError('canvas_creation_failed', { detail });
}
