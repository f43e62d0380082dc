import type { Ids } from '../state/ids.ts';
import type { Json } from '../state/model.ts';

/** An interactive element where it stands. */
export interface Placed {
  block: Json;
  block_id: string;
  action_id: string;
  element: Json;
}

const CHILDREN = ['elements', 'actions', 'child_blocks'] as const;

/** Gives a `block_id` to every block and an `action_id` to every interactive element that has none, as Slack does. */
export function withIds(blocks: Json[], ids: Ids): Json[] {
  return structuredClone(blocks).map((block) => {
    block.block_id ??= ids.short();
    for (const { element } of interactive(block)) element.action_id ??= ids.short();
    for (const child of listOf(block.child_blocks)) child.block_id ??= ids.short();
    return block;
  });
}

export function placedElements(blocks: Json[]): Placed[] {
  return blocks.flatMap((block) =>
    interactive(block).map(({ element, block: owner }) => ({
      block: owner,
      block_id: String(owner.block_id),
      action_id: String(element.action_id),
      element,
    })),
  );
}

export function elementAt(blocks: Json[], block_id: string, action_id: string): Placed | undefined {
  return placedElements(blocks).find((placed) => placed.block_id === block_id && placed.action_id === action_id);
}

const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn', 'raw_text', 'raw_number']);

function interactive(block: Json): { block: Json; element: Json }[] {
  if (block.type === 'rich_text') return [];
  const own = [block.element, block.accessory].filter(isJson);
  const nested = CHILDREN.flatMap((name) => listOf(block[name]));
  const inner = nested.filter((one) => typeof one.elements === 'object' || one.accessory !== undefined || isBlock(one));
  const elements = [...own, ...nested.filter((one) => !inner.includes(one))].filter(
    (one) => typeof one.type === 'string' && !PASSIVE.has(one.type),
  );
  return [...elements.map((element) => ({ block, element })), ...inner.flatMap(interactive)];
}

function isBlock(one: Json): boolean {
  return ['card', 'section', 'divider', 'header', 'rich_text', 'input'].includes(String(one.type));
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
