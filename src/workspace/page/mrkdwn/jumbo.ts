import type { Block, Inline } from './nodes.ts';

/** Slack draws up to 23 emoji large when a message is nothing else. */
const MOST = 23;
const PICTURES = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f|\s)+$/u;

/** Nothing but emoji, and few of them. */
export function isJumbo(blocks: Block[]): boolean {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'paragraph') return false;
  const counts = only.children.map(countEmoji);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return !counts.includes(Number.NaN) && total > 0 && total <= MOST;
}

/** How many emoji a node is; NaN for one that is more than emoji and space. */
function countEmoji(node: Inline): number {
  if (node.type === 'emoji') return 1;
  if (node.type !== 'text') return Number.NaN;
  if (node.text.trim() === '') return 0;
  return PICTURES.test(node.text) ? [...new Intl.Segmenter().segment(node.text.replace(/\s/g, ''))].length : Number.NaN;
}
