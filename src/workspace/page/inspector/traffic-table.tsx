import { useEffect, useRef, useState } from 'preact/hooks';
import { timeOf } from '../mrkdwn/dates.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { EntryRow, type PickProps } from './entry-row.tsx';
import { Marks, Outcome } from './outcome.tsx';
import type { Seen } from './use-traffic.ts';

const AT_ONCE = 200;
/** The bar of this many milliseconds is full: what Slack gives an app. */
const FULL_MS = 3000;

/** Newest on top. Up and down choose, Enter opens. */
export function TrafficTable({ entries, picked, pick, named }: PickProps & { entries: Seen[] }) {
  const { state } = useApp();
  const [shown, setShown] = useState(AT_ONCE);
  const box = useRef<HTMLElement>(null);
  const tz = zoneOf(state);
  const rows = entries.toReversed().slice(0, shown);
  useEffect(() => {
    if (picked !== null) box.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <section ref={box} class="traffic" aria-label="Traffic" onKeyDown={stepInRows}>
      {rows.length === 0 ? (
        <p class="traffic-none">
          {entries.length === 0 ? 'Nothing here. What the app does, and what it is told, comes in by itself.' : ''}
        </p>
      ) : null}
      <ul>
        {rows.map((entry) => (
          <EntryRow key={entry.n} entry={entry} picked={picked} pick={pick}>
            <time>{timeOf(Date.parse(entry.at), tz, true)}</time>
            <span class={`way ${entry.direction}`}>{entry.direction === 'api_call' ? 'call' : 'sent'}</span>
            <span class="what">{entry.what}</span>
            <Marks entry={entry} />
            <span class="by">{entry.by ? named(entry.by) : ''}</span>
            <Outcome entry={entry} />
            <span class="bar" aria-hidden="true">
              <i style={{ width: `${Math.max(2, Math.min(100, (entry.ms / FULL_MS) * 100))}%` }} />
            </span>
          </EntryRow>
        ))}
      </ul>
      {entries.length > shown ? (
        <button type="button" class="button small" onClick={() => setShown(shown + AT_ONCE)}>
          Show older
        </button>
      ) : null}
    </section>
  );
}

export function stepInRows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { currentTarget: box, target } = event;
  if (!step || !(box instanceof Element) || !(target instanceof HTMLElement)) return;
  const all = [...box.querySelectorAll<HTMLElement>('.entry-row')];
  all[all.indexOf(target) + step]?.focus();
  event.preventDefault();
}
