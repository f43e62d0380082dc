import { maskSecrets } from '../analysis/reading/mask-secrets.ts';
import type { Command } from '../handoff/command.ts';

/** What a person typed, in whichever command; the rest are ids, dates and choices. */
const typed: ReadonlySet<string> = new Set(['text', 'note', 'reason', 'source']);

/** The command with passwords, keys and tokens taken out of its typed texts, and how many there were. */
export function withoutSecrets(command: Command): { command: Command; found: number } {
  // its `source` is an id, given by a menu
  if (command.type === 'classify_source') return { command, found: 0 };
  let found = 0;
  const entries = Object.entries(command).map(([field, value]) => {
    if (!typed.has(field) || typeof value !== 'string') return [field, value];
    const masked = maskSecrets(value);
    found += masked.found;
    return [field, masked.text];
  });
  // every field keeps its type: a text stays a text
  return { command: Object.fromEntries(entries) as Command, found };
}
