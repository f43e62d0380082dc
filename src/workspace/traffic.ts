import type { TrafficEntry } from './people/protocol.ts';

/** What went over the wire, newest last; the oldest entries fall off. No bodies, so nothing anybody wrote. */
export interface Traffic {
  add(entry: Omit<TrafficEntry, 'n' | 'at'>): void;
  after(n: number): TrafficEntry[];
}

const KEPT = 5000;

export function createTraffic(now: () => number): Traffic {
  let entries: TrafficEntry[] = [];
  let count = 0;
  return {
    add(entry) {
      count += 1;
      entries.push({ ...entry, n: count, at: new Date(now()).toISOString() });
      if (entries.length > KEPT * 2) entries = entries.slice(-KEPT);
    },
    after: (n) => entries.filter((entry) => entry.n > n),
  };
}
