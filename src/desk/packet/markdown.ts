import type { Line, Packet, Section } from '../../handoff/packet/index.ts';
import { canvasText, limits } from '../../platform/slack/index.ts';
import { canvasLine, type Marks } from './inline.ts';
import { apart, marksLast, type Piece, pieces } from './split-lines.ts';
import { tableBlocks } from './tables.ts';

export interface RenderedSection {
  key: string;
  title: string;
  /** The heading first; each block stands for itself between blank lines. */
  blocks: string[];
  markdown: string;
}

export interface RenderedPacket {
  title: string;
  version: number;
  top: string;
  sections: RenderedSection[];
}

/** From this many on a list is easier to read, and to point at, as a numbered table. */
const longList = 8;

const listBlocks = (items: readonly string[]): string[] => {
  const lists: string[][] = [];
  let size = 0;
  for (const item of items) {
    const text = `- ${item}`;
    size += Buffer.byteLength(text) + 1;
    const current = lists.at(-1);
    if (!current || size > limits.canvasChangeBytes) {
      lists.push([text]);
      size = Buffer.byteLength(text);
    } else current.push(text);
  }
  return lists.map((list) => list.join('\n'));
};

/** Paragraphs as blocks of their own; neighbouring list items as one list. */
const pieceBlocks = (all: readonly Piece[], marks: Marks): string[] => {
  const blocks: string[] = [];
  let items: string[] = [];
  const close = () => {
    blocks.push(...listBlocks(items));
    items = [];
  };
  for (const { item, line } of all) {
    const text = canvasLine(line, marks);
    if (text === '') continue;
    if (item) items.push(text);
    else {
      close();
      blocks.push(text);
    }
  }
  close();
  return blocks;
};

/** What each line says and where it is found in columns of their own. */
const numbered = (section: Section, marks: Marks): string[] => {
  const rows = section.items.map((line, at): Line[] => {
    const { said, found } = apart(line);
    return [[String(at + 1)], said, found];
  });
  return tableBlocks({ caption: section.title, head: ['No.', 'What', 'Source'], rows }, section.title, marks);
};

const renderSection = (section: Section, marks: Marks): RenderedSection => {
  const body = [
    ...pieceBlocks(section.paragraphs.flatMap(pieces), marks),
    ...(section.items.length >= longList
      ? numbered(section, marks)
      : pieceBlocks(
          section.items.map((line) => ({ item: true, line: marksLast(line) })),
          marks,
        )),
    ...(section.table ? tableBlocks(section.table, section.title, marks) : []),
  ];
  const empty = `_${canvasText(section.empty === '' ? 'Nothing is on record.' : section.empty)}_`;
  const blocks = [`## ${canvasText(section.title)}`, ...(body.length > 0 ? body : [empty])];
  return { key: section.key, title: section.title, blocks, markdown: blocks.join('\n\n') };
};

/**
 * The packet as canvas Markdown: a title and a version line, then one part per section. Every outside text is inert, no table has
 * more than 300 cells, and blocks stay below what one canvas change carries wherever the content allows.
 */
export const renderPacket = (packet: Packet, marks: Marks): RenderedPacket => ({
  title: packet.title,
  version: packet.version,
  top: [
    `# ${canvasText(packet.title)}`,
    canvasLine(packet.versionLine, marks),
    '_Written by Baton from the record. Do not edit it by hand: say what is wrong in the channel, as an answer or a question._',
  ].join('\n\n'),
  sections: packet.sections.map((section) => renderSection(section, marks)),
});
