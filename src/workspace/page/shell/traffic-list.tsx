import { useEffect, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../people/protocol.ts';
import { timeOf } from '../mrkdwn/dates.ts';
import { read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';

const POLL_MS = 1500;
const KEPT = 200;

/** Calls of the app and deliveries to it, newest on top, read while it is open. */
export function TrafficList() {
  const { state } = useApp();
  const [entries, setEntries] = useState<TrafficEntry[]>([]);
  useEffect(() => {
    let last = 0;
    let reading = false;
    const pull = async (): Promise<void> => {
      if (reading) return;
      reading = true;
      const found = await read<{ entries: TrafficEntry[] }>('traffic', { after: String(last) }).catch(() => ({
        entries: [],
      }));
      reading = false;
      if (found.entries.length === 0) return;
      last = found.entries.at(-1)?.n ?? last;
      setEntries((known) => [...known, ...found.entries].slice(-KEPT));
    };
    void pull();
    const timer = setInterval(() => void pull(), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const tz = zoneOf(state);
  return (
    <section class="traffic" aria-label="Traffic">
      {entries.length === 0 ? <p class="faint">Nothing has passed between the app and the workspace yet.</p> : null}
      <ul>
        {entries.toReversed().map((entry) => (
          <li key={entry.n} class={entry.ok ? '' : 'failed'}>
            <time>{timeOf(Date.parse(entry.at), tz, true)}</time>
            <span class="way">{entry.direction === 'api_call' ? 'app →' : '→ app'}</span>
            <span class="what">{entry.what}</span>
            <span class="outcome">{entry.ok ? `${Math.round(entry.ms)} ms` : (entry.error ?? 'failed')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
