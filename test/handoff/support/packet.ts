import { type Line, packetOf, type Section } from '../../../src/handoff/packet/index.ts';
import type { Handoff } from '../../../src/handoff/state.ts';

export const sectionOf = (state: Handoff, key: string): Section => {
  const found = packetOf(state).sections.find((section) => section.key === key);
  if (!found) throw new Error(`no section ${key}`);
  return found;
};

export const tableOf = (state: Handoff, key: string): Line[][] => sectionOf(state, key).table?.rows ?? [];

/** A line as it reads: people as `@id`, marks as `[source locator]`. */
export const textOf = (line: Line | undefined): string =>
  (line ?? [])
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      return 'user' in inline ? `@${inline.user}` : `[${inline.mark.source} ${inline.mark.locator}]`;
    })
    .join('');

/** Everything a section says, line by line; rows with ` | ` between the cells. */
export const linesOf = (section: Section): string[] => [
  ...section.paragraphs.map(textOf),
  ...section.items.map(textOf),
  ...(section.table?.rows ?? []).map((row) => row.map(textOf).join(' | ')),
];
