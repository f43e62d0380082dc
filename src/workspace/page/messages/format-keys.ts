import type { Format } from './format-text.ts';

/** Slack's own keys, with Ctrl or Cmd. Digits by their key, because with Shift they are other characters. */
const SHORTCUTS: Record<string, Format> = {
  b: 'bold',
  i: 'italic',
  'shift+x': 'strike',
  'shift+c': 'code',
  'alt+shift+c': 'fence',
  'shift+digit9': 'quote',
  'shift+digit8': 'bullets',
  'shift+digit7': 'numbers',
};

export function formatOf({ key, code, altKey, shiftKey }: KeyboardEvent): Format | undefined {
  const name = code.startsWith('Digit') ? code.toLowerCase() : key.toLowerCase();
  return SHORTCUTS[`${altKey ? 'alt+' : ''}${shiftKey ? 'shift+' : ''}${name}`];
}
