import { createHash } from 'node:crypto';
import { limits } from '../../platform/slack/index.ts';
import type { RenderedPacket } from './markdown.ts';

/** Cuts canvas Markdown into blocks: what stands between blank lines, headings by themselves. */
export const blocksOf = (markdown: string): string[] => {
  const blocks: string[][] = [];
  let open = false;
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const heading = /^#{1,3} /.test(line);
    if (line.trim() === '') open = false;
    else if (open && !heading) blocks.at(-1)?.push(line);
    else {
      blocks.push([line]);
      open = !heading;
    }
  }
  return blocks.map((lines) => lines.join('\n').trimEnd());
};

/** What a block says, without how it is written: a canvas may give Markdown back in another spelling than it took. */
export const essence = (block: string): string =>
  block
    .replace(/!?\[([^\]]*)\]\((@[^)]*)\)/g, '$1 $2')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[\s|:-]+$/gm, ' ')
    .replace(/^\s*(?:#{1,3}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/[\\*_~`|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** A short fingerprint of what a block says. */
export const mark = (block: string): string => createHash('sha256').update(essence(block)).digest('hex').slice(0, 12);

export const sameText = (one: readonly string[], other: readonly string[]): boolean =>
  one.map(essence).filter(Boolean).join('\n') === other.map(essence).filter(Boolean).join('\n');

export const isTitle = (block: string): boolean => /^#{1,2} /.test(block);

/** The parts of a page: each begins with an h1 or h2, but for what somebody put before the first. */
export const partsOf = (blocks: readonly string[]): string[][] => {
  const parts: string[][] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last && !isTitle(block)) last.push(block);
    else parts.push([block]);
  }
  return parts;
};

export const allBlocks = (doc: RenderedPacket): string[] => [
  ...blocksOf(doc.top),
  ...doc.sections.flatMap((section) => section.blocks),
];

/** Blocks that somebody else wrote, each under the title it stands under: `seen` are the fingerprints of ours. */
export const foreignText = (blocks: readonly string[], seen: ReadonlySet<string>): string[] =>
  partsOf(blocks).flatMap((part) => {
    const theirs = part.filter((block) => essence(block) !== '' && !seen.has(mark(block)));
    const title = part[0] ?? '';
    return theirs.length === 0
      ? []
      : [(theirs[0] === title || !isTitle(title) ? theirs : [title, ...theirs]).join('\n\n')];
  });

/** Blocks packed into pieces of Markdown that one canvas change carries; a longer block is a piece of its own. */
export const chunked = (blocks: readonly string[]): string[][] => {
  const chunks: string[][] = [];
  let size = 0;
  for (const block of blocks) {
    size += Buffer.byteLength(block) + 2;
    const current = chunks.at(-1);
    if (!current || size > limits.canvasChangeBytes) {
      chunks.push([block]);
      size = Buffer.byteLength(block);
    } else current.push(block);
  }
  return chunks;
};
