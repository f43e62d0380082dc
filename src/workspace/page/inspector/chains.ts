import type { Seen } from './use-traffic.ts';

export interface Chain {
  n: number;
  what: string;
  at: string;
  by: string | undefined;
  /** Real milliseconds from the first to the end of the last. At least 1. */
  length: number;
  steps: { entry: Seen; depth: number; from: number }[];
}

/** Entries under what caused them, newest chain first. Retries of an event stand under its first attempt. */
export function chainsOf(all: Seen[]): Chain[] {
  const known = new Map(all.map((entry) => [entry.n, entry]));
  const firstTry = new Map<string, number>();
  for (const { id, n } of all) if (id !== undefined && !firstTry.has(id)) firstTry.set(id, n);
  const parentOf = (entry: Seen): number | undefined => {
    const first = entry.retry && entry.id !== undefined ? firstTry.get(entry.id) : undefined;
    const parent = first !== undefined && first !== entry.n ? first : entry.caused_by;
    return parent !== undefined && parent < entry.n && known.has(parent) ? parent : undefined;
  };
  const children = new Map<number, Seen[]>();
  const roots: Seen[] = [];
  for (const entry of all) {
    const parent = parentOf(entry);
    if (parent === undefined) roots.push(entry);
    else children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  return roots.toReversed().map((root) => {
    const steps: Chain['steps'] = [];
    const walk = (entry: Seen, depth: number): void => {
      steps.push({ entry, depth, from: Math.max(0, entry.seen - root.seen) });
      for (const child of children.get(entry.n) ?? []) walk(child, depth + 1);
    };
    walk(root, 0);
    const length = Math.max(1, ...steps.map(({ entry, from }) => from + entry.ms));
    return { n: root.n, what: root.what, at: root.at, by: root.by, length, steps };
  });
}
