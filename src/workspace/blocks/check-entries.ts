import type { Json } from '../state/model.ts';
import { chosenIn, type StateValues } from './element-state.ts';
import { isJson } from './elements-of.ts';

/**
 * What Slack's own client says before anything is sent: per `block_id`, the first complaint about its input.
 * Wording follows the client; the rules are docs.slack.dev/reference/block-kit/block-elements.
 */
export function checkEntries(blocks: Json[], values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || !isJson(block.element)) continue;
    const blockId = String(block.block_id);
    const { element } = block;
    const value = chosenIn(String(element.type), values[blockId]?.[String(element.action_id)]);
    const wrong = isEmpty(value)
      ? block.optional === true
        ? null
        : 'Please complete this required field.'
      : complaint(element, value);
    if (wrong) errors[blockId] = wrong;
  }
  return errors;
}

function complaint(element: Json, value: unknown): string | null {
  const text = typeof value === 'string' ? value : '';
  switch (element.type) {
    case 'plain_text_input':
      return lengthComplaint(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) && /^https?:/.test(text) ? null : 'Please enter a valid URL.';
    case 'number_input':
      return numberComplaint(element, text);
    default:
      return countComplaint(element, value);
  }
}

function lengthComplaint(element: Json, text: string): string | null {
  const min = typeof element.min_length === 'number' ? element.min_length : 0;
  const max = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (text.length < min) return `Please enter at least ${min} characters.`;
  return text.length > max ? `Please enter no more than ${max} characters.` : null;
}

function numberComplaint(element: Json, text: string): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a valid number.';
  if (element.is_decimal_allowed !== true && text.includes('.')) return 'Please enter a whole number.';
  if (element.min_value !== undefined && Number(text) < Number(element.min_value)) {
    return `Please enter a number of at least ${element.min_value}.`;
  }
  if (element.max_value !== undefined && Number(text) > Number(element.max_value)) {
    return `Please enter a number of at most ${element.max_value}.`;
  }
  return null;
}

function countComplaint(element: Json, value: unknown): string | null {
  const count = Array.isArray(value) ? value.length : 0;
  const max = element.type === 'file_input' ? (element.max_files ?? 10) : element.max_selected_items;
  return typeof max === 'number' && count > max ? `Please choose no more than ${max}.` : null;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
