import type { Kinds } from './pick.ts';

/** Lanes served side by side for some kinds of entries; another pool's work does not count against it. */
export interface Pool {
  kinds: Kinds;
  lanes: number;
  /** What is being served now, by lane. */
  running: Map<string, Promise<void>>;
}

/** Kinds whose sending takes long, such as reading a file, and how many of them go at once. */
export interface Slow {
  kinds: string[];
  lanes: number;
}

export const poolsOf = (lanes: number, slow: Slow | undefined): Pool[] => [
  { kinds: { except: slow?.kinds ?? [] }, lanes, running: new Map() },
  ...(slow ? [{ kinds: { only: slow.kinds }, lanes: slow.lanes, running: new Map() }] : []),
];
