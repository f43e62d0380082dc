import { z } from 'zod';
import { StepFailed } from './step-failed.ts';

type Json = Record<string, unknown>;

const Option = z.looseObject({ value: z.string(), text: z.looseObject({ text: z.string() }) });
const Options = z.looseObject({
  options: z.array(Option).default([]),
  option_groups: z.array(z.looseObject({ options: z.array(Option) })).default([]),
});
export type Option = z.infer<typeof Option>;

/** An element somebody can use, with the block it stands in. */
export interface Shown {
  block: Json;
  block_id: string;
  action_id: string;
  element: Json;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every interactive element of some blocks, in the order in which they stand. */
export const elementsOf = (blocks: readonly Json[]): Shown[] =>
  blocks.flatMap((block) =>
    [block.element, block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])]
      .filter(isJson)
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({
        block,
        block_id: String(block.block_id),
        action_id: String(element.action_id),
        element,
      })),
  );

/** The options of a menu, of radio buttons or of check boxes, also those in groups. */
export const optionsOf = (element: Json): Option[] => {
  const { options, option_groups } = Options.parse(element);
  return [...options, ...option_groups.flatMap((group) => group.options)];
};

/** Everything that can be read in some blocks, joined by line breaks. */
export const wordsOf = (blocks: readonly Json[]): string => {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isJson(value))
      for (const [key, inner] of Object.entries(value))
        if (key === 'text' && typeof inner === 'string') words.push(inner);
        else if (key !== 'options' && key !== 'value') walk(inner);
  };
  walk(blocks);
  return words.join('\n');
};

/** The JSON that a button or an option carries; an empty object when it carries none. */
export const carried = (value: unknown): Json => {
  try {
    const parsed: unknown = JSON.parse(String(value));
    return isJson(parsed) ? parsed : {};
  } catch {
    return {};
  }
};

/** Slack's `state.values` shape of an element after somebody entered `given`. What is not on offer cannot be chosen. */
export const entered = (element: Json, given: string | readonly string[] | null): Json => {
  const type = String(element.type);
  const one = Array.isArray(given) ? (given[0] ?? null) : given;
  const pick = (value: string): Option => {
    const options = optionsOf(element);
    const option = options.find((each) => each.value === value) ?? options.find((each) => each.text.text === value);
    if (!option)
      throw new StepFailed(`“${value}” is not on offer; there is ${options.map((each) => each.text.text).join(', ')}.`);
    return option;
  };
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: typeof one === 'string' ? pick(one) : null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: (Array.isArray(given) ? given : given === null ? [] : [given]).map(pick) };
    case 'users_select':
      return { type, selected_user: one };
    case 'datepicker':
      return { type, selected_date: one };
    default:
      return { type, value: one };
  }
};
