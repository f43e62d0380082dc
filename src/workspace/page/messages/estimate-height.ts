import type { PeopleMessage } from '../../people/shapes.ts';
import type { Row } from './group-messages.ts';

const LINE_PX = 22;
const LETTERS_A_LINE = 85;

/** How high a row will be, in pixels, before it has been drawn. Only the scrollbar depends on how good the guess is. */
export function estimateHeight(row: Row): number {
  if (row.kind === 'opening') return 110;
  if (row.kind === 'day' || row.kind === 'replies') return 38;
  if (row.kind === 'new') return 26;
  const { message, first } = row;
  const { files = [], reactions, reply_count } = message;
  return (
    (first ? 34 : 4) +
    contentOf(message) +
    (files.length > 0 ? (files.some((file) => file.mimetype.startsWith('image/')) ? 210 : 66) : 0) +
    (reactions ? 28 : 0) +
    (reply_count ? 34 : 0)
  );
}

function contentOf({ blocks, text }: PeopleMessage): number {
  if (blocks) return blocks.length * 44;
  return (
    text.split('\n').reduce((sum, line) => sum + Math.ceil(Math.max(1, line.length) / LETTERS_A_LINE), 0) * LINE_PX
  );
}
