import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../people/traffic-entry.ts';
import { read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';

const KEPT = 2000;
const FRAME_MS = 100;

/** An entry with the moment (`performance.now()`, ms) at which it happened, by real time. */
export type Seen = TrafficEntry & { seen: number };

/** Everything between the workspace and the app, oldest first: what was there, then live. */
export function useTraffic(): { entries: Seen[]; clear(): void } {
  const { state, session } = useApp();
  const { connection } = state;
  const known = useRef(new Map<number, Seen>());
  const [entries, setEntries] = useState<Seen[]>([]);
  const timer = useRef(0);
  useEffect(() => {
    const put = (entry: TrafficEntry): void => {
      const now = performance.now();
      const seen = known.current.get(entry.n)?.seen ?? Math.min(now, now - (session.now() - Date.parse(entry.at)));
      known.current.set(entry.n, { ...entry, seen });
    };
    const show = (): void => {
      timer.current = 0;
      const all = [...known.current.values()].sort((a, b) => a.n - b.n).slice(-KEPT);
      known.current = new Map(all.map((one) => [one.n, one]));
      setEntries(all);
    };
    const stop = session.onTraffic((entry) => {
      put(entry);
      timer.current ||= window.setTimeout(show, FRAME_MS);
    });
    if (connection !== 'lost') {
      const after = Math.max(0, ...known.current.keys());
      void session.attempt(
        read<{ entries: TrafficEntry[] }>('traffic', { after: String(after) }).then((found) => {
          for (const entry of found.entries) put(entry);
          show();
        }),
      );
    }
    return () => {
      stop();
      clearTimeout(timer.current);
      timer.current = 0;
    };
  }, [session, connection]);
  const clear = (): void => {
    const last = Math.max(0, ...known.current.keys());
    const newest = known.current.get(last);
    known.current = new Map();
    setEntries([]);
    // Its number is kept, so that a new line does not read the cleared ones again.
    if (newest) known.current.set(last, newest);
  };
  return { entries, clear };
}
