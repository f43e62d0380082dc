import type { Ids } from '../state/ids.ts';
import type { Json } from '../state/model.ts';

/** An interactive element where it stands. */
export interface Placed {
  block: Json;
  block_id: string;
  action_id: string;
  element: Json;
}

/** Gives a `block_id` to every block and an `action_id` to every interactive element that has none, as Slack does. */
export function withIds(blocks: Json[], ids: Ids): Json[] {
  return structuredClone(blocks).map((block) => named(block, ids));
}

function named(block: Json, ids: Ids): Json {
  // docs.slack.dev/reference/block-kit/blocks/markdown-block: the app's own id is not kept.
  if (block.type === 'markdown') block.block_id = ids.short();
  block.block_id ??= ids.short();
  for (const element of own(block)) element.action_id ??= ids.short();
  for (const inner of blocksIn(block)) named(inner, ids);
  return block;
}

export function placedElements(blocks: Json[]): Placed[] {
  return blocks.flatMap((block) => [
    ...own(block).map((element) => ({
      block,
      block_id: String(block.block_id),
      action_id: String(element.action_id),
      element,
    })),
    ...placedElements(blocksIn(block)),
  ]);
}

export function elementAt(blocks: Json[], block_id: string, action_id: string): Placed | undefined {
  return placedElements(blocks).find((placed) => placed.block_id === block_id && placed.action_id === action_id);
}

const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn']);
/** Their `elements` are no elements one can act on. */
const WITHOUT = new Set(['rich_text', 'carousel']);

/** Interactive elements of a block itself. */
function own(block: Json): Json[] {
  if (WITHOUT.has(String(block.type))) return [];
  const listed = [...listOf(block.elements), ...listOf(block.actions)];
  return [block.element, block.accessory, ...listed]
    .filter(isJson)
    .filter((one) => typeof one.type === 'string' && !PASSIVE.has(one.type));
}

/** Blocks that stand in a block: the cards of a carousel, the children of a container. */
function blocksIn(block: Json): Json[] {
  return listOf(block.type === 'carousel' ? block.elements : block.child_blocks);
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
