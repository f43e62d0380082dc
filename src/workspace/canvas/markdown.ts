import { SlackError } from '../slack-error.ts';
import { refusalOf, refusalOfSize } from './refuse.ts';

export type BlockKind = 'h1' | 'h2' | 'h3' | 'paragraph' | 'list' | 'table' | 'quote' | 'code' | 'divider';

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
  const tooLarge = refusalOfSize(markdown);
  if (tooLarge) throw refused(tooLarge);
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
  for (const block of blocks) {
    const wrong = refusalOf(kindOf(block), block);
    if (wrong) throw refused(wrong);
  }
  return blocks;
}

/** What people read of a block, for `contains_text`. As in `html.ts`, no match holds the beginning of another, and a line's spaces are its own. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^[^\S\n]*(#{1,3}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/^\[[ xX]\]\s+/gm, '')
    .replace(/\[([^[\]]*)\]\((?:(?!\]\()[^)])*\)/g, '$1')
    .replace(/[*_~`]/g, '');
}

const CHECK_BOX = /^([^\S\n]*[-*+]\s+\[)([ xX])(\]\s)/gm;

/** Ticks or unticks the nth check box of a section, counted from 0. Null when it has no such box. */
export function toggleCheck(markdown: string, index: number): string | null {
  let at = -1;
  let found = false;
  const toggled = markdown.replace(CHECK_BOX, (whole, before: string, mark: string, after: string) => {
    at += 1;
    if (at !== index) return whole;
    found = true;
    return `${before}${mark === ' ' ? 'x' : ' '}${after}`;
  });
  return found ? toggled : null;
}

function continues(open: BlockKind, next: BlockKind, line: string): boolean {
  if (open === 'list') return next === 'list' || /^\s+\S/.test(line);
  return open === next && ['paragraph', 'quote', 'table'].includes(open);
}

function refused(detail: string): SlackError {
  return new SlackError('canvas_creation_failed', { detail });
}
