import { initialState, isEmptyState } from './element-state.ts';
import { type Json, list, obj, str } from './read-json.ts';

export type Values = Record<string, Record<string, Json>>;

interface Field {
  blockId: string;
  actionId: string;
  element: Json;
  /** Must be filled before the view is submitted. */
  required: boolean;
}

/** Every element of a view that has a value. */
function fieldsOf(blocks: unknown): Field[] {
  return list(blocks).flatMap((block) => {
    const elements =
      block.type === 'input'
        ? [obj(block.element)]
        : block.type === 'section'
          ? [obj(block.accessory)]
          : block.type === 'actions'
            ? list(block.elements)
            : [];
    return elements
      .filter((element) => initialState(element) !== null)
      .map((element) => ({
        blockId: str(block.block_id),
        actionId: str(element.action_id),
        element,
        required: block.type === 'input' && block.optional !== true,
      }));
  });
}

/** Menus with `default_to_current_conversation` in which nothing is chosen yet start with the channel one looks at. */
export function currentConversation(blocks: unknown, place: { kind: string; channel?: string }, known: Values): Values {
  const values: Values = {};
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    const type = str(element.type);
    const held = known[blockId]?.[actionId] ?? initialState(element) ?? {};
    if (!place.channel || element.default_to_current_conversation !== true || !isEmptyState(held)) continue;
    const state = type.startsWith('multi_')
      ? { type, selected_conversations: [place.channel] }
      : { type, selected_conversation: place.channel };
    values[blockId] = { ...known[blockId], ...values[blockId], [actionId]: state };
  }
  return values;
}

/** What a submit sends: what was typed where something was, the initial values elsewhere; nothing for fields that are gone. */
export function valuesOf(blocks: unknown, typed: Values): Values {
  const values: Values = {};
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    values[blockId] = { ...values[blockId], [actionId]: typed[blockId]?.[actionId] ?? initialState(element) ?? {} };
  }
  return values;
}

/** Slack itself refuses a submit with an empty required field, before the app hears of it. */
export function missingFields(blocks: unknown, values: Values): Record<string, string> {
  const missing = fieldsOf(blocks).filter(
    ({ required, blockId, actionId }) => required && isEmptyState(values[blockId]?.[actionId] ?? {}),
  );
  return Object.fromEntries(missing.map(({ blockId }) => [blockId, 'Please complete this required field.']));
}
