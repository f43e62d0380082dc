import type { Line, Packet, Section, Table } from '../../handoff/packet/index.ts';
import { mrkdwn, truncate } from '../../platform/slack/index.ts';
import { section as block, header } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { type Marks, mrkdwnLine } from './inline.ts';
import { marksLast, pieces } from './split-lines.ts';

/** Characters of one text block and blocks of one message: well inside Slack's limits, and short enough to read on a phone. */
const blockCharacters = 2_800;
const blocksPerPart = 5;

export interface Part {
  key: string;
  shown: Shown;
}

/** A row reads as one entry: the first cell leads, the others follow with their heads; a row too long for one block is cut between cells. */
const rowLines = ({ head }: Table, cells: Table['rows'][number], marks: Marks): string[] => {
  const lead = `•  *${mrkdwnLine(cells[0] ?? [], marks)}*`;
  const named = (cell: Line, at: number): string => {
    const text = mrkdwnLine(cell, marks);
    if (text === '' || text === '–') return '';
    return head.length === 2 ? text : `${head[at + 1]}: ${text}`;
  };
  const others = cells.slice(1);
  const line = [lead, ...others.map(named).filter(Boolean)].join(' · ');
  if (line.length <= blockCharacters) return [line];
  return [
    lead,
    ...others.flatMap((cell, at) =>
      pieces(cell)
        .map((piece) => named(piece.line, at))
        .filter(Boolean),
    ),
  ];
};

const linesOf = (section: Section, marks: Marks): string[] => {
  const lines = [
    ...section.paragraphs.flatMap(pieces).map(({ item, line }) => `${item ? '•  ' : ''}${mrkdwnLine(line, marks)}`),
    ...section.items.flatMap((line) => pieces(marksLast(line))).map(({ line }) => `•  ${mrkdwnLine(line, marks)}`),
    ...(section.table?.rows ?? []).flatMap((cells) => (section.table ? rowLines(section.table, cells, marks) : [])),
  ];
  return lines.length > 0 ? lines : [`_${mrkdwn(section.empty === '' ? 'Nothing is on record.' : section.empty)}_`];
};

const packed = (lines: readonly string[]): string[] => {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length + 1 <= blockCharacters)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
};

const plainly = (text: string): string => text.replace(/<[^>|]*\|([^>]*)>/g, '$1').replace(/[*_]/g, '');

const partsOf = (section: Section, marks: Marks): Part[] => {
  const texts = packed(linesOf(section, marks));
  const count = Math.ceil(texts.length / blocksPerPart);
  return Array.from({ length: count }, (_, at) => {
    const mine = texts.slice(at * blocksPerPart, (at + 1) * blocksPerPart);
    const title = at === 0 ? section.title : `${section.title} (continued)`;
    return {
      key: at === 0 ? section.key : `${section.key}.${at + 1}`,
      shown: {
        text: truncate(`${title}: ${plainly(mine[0] ?? '')}`, 300),
        blocks: [header(title), ...mine.map((text) => block(text))],
      },
    };
  });
};

/** The packet where the workspace has no canvases: each section a message (or several) of one thread. */
export const packetMessages = (packet: Packet, marks: Marks): Part[] => [
  {
    key: 'top',
    shown: {
      text: `Handoff packet: ${mrkdwn(packet.title, 300)}, version ${packet.version}`,
      blocks: [
        header(packet.title),
        block(
          `${mrkdwnLine(packet.versionLine, marks)}\nThis workspace has no canvas for me, so the packet stands in this thread, one message a section.`,
        ),
      ],
    },
  },
  ...packet.sections.flatMap((section) => partsOf(section, marks)),
];

/** What stands where a section needed more messages than it does now. */
export const spare: Shown = {
  text: 'This part of the packet is no longer needed.',
  blocks: [block('_This part of the packet is no longer needed._')],
};
