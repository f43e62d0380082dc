import type { Seen } from './use-traffic.ts';

export interface Filter {
  text: string;
  way: 'all' | 'api_call' | 'delivery';
  state: 'all' | 'failed' | 'fault' | 'retry' | 'limited' | 'slow';
}

export const NO_FILTER: Filter = { text: '', way: 'all', state: 'all' };
/** Slack gives an app three seconds; from a third of it on a call is worth a look. */
const SLOW_MS = 1000;

const STATES: Record<Filter['state'], (entry: Seen) => boolean> = {
  all: () => true,
  failed: (entry) => !entry.open && !entry.ok,
  fault: (entry) => entry.fault !== undefined,
  retry: (entry) => entry.retry !== undefined,
  limited: (entry) => entry.limited !== undefined,
  slow: (entry) => entry.ms >= SLOW_MS,
};

/** Words are looked for in what it was, how it ended, and who began it; `#12` finds a number. */
export function filtered(entries: Seen[], filter: Filter, nameOf: (id: string) => string): Seen[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (filter.way !== 'all' && entry.direction !== filter.way) return false;
    if (!STATES[filter.state](entry)) return false;
    const { n, what, error = '', id = '', by, fault } = entry;
    const said = `#${n} ${what} ${error} ${id} ${by ? nameOf(by) : ''} ${fault?.kind ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
