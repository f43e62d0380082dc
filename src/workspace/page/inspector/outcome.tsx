import type { TrafficEntry } from '../../people/traffic-entry.ts';

export function Outcome({ entry }: { entry: TrafficEntry }) {
  return (
    <span class={`outcome ${entry.open ? 'open' : entry.ok ? 'ok' : 'bad'}`}>
      {entry.open ? 'waiting' : entry.ok ? 'ok' : (entry.error ?? `failed${entry.status ? ` ${entry.status}` : ''}`)}
    </span>
  );
}

/** What is unusual about an entry, in words. */
export function Marks({ entry }: { entry: TrafficEntry }) {
  return (
    <span class="marks">
      {entry.retry ? (
        <span class="mark" title={entry.retry.reason}>
          retry {entry.retry.num}
        </span>
      ) : null}
      {entry.fault ? (
        <span
          class="mark fault"
          title={entry.fault.seed === undefined ? 'put in' : `by chance, seed ${entry.fault.seed}`}
        >
          {entry.fault.kind}
        </span>
      ) : null}
      {entry.limited ? (
        <span class="mark fault" title={entry.limited.limit}>
          wait {entry.limited.retry_after} s
        </span>
      ) : null}
    </span>
  );
}
