import type { ComponentChildren } from 'preact';
import type { TrafficEntry } from '../../people/traffic-entry.ts';

export interface PickProps {
  picked: number | null;
  pick(n: number | null): void;
  named(id: string): string;
}

/** One call or delivery in a list; chosen again it is let go. */
export function EntryRow({
  entry,
  picked,
  pick,
  children,
}: Pick<PickProps, 'picked' | 'pick'> & { entry: TrafficEntry; children: ComponentChildren }) {
  return (
    <li>
      <button
        type="button"
        class={`entry-row${entry.ok || entry.open ? '' : ' failed'}`}
        aria-pressed={entry.n === picked}
        onClick={() => pick(entry.n === picked ? null : entry.n)}
      >
        {children}
        <span class="ms">{entry.open ? '…' : `${Math.round(entry.ms)} ms`}</span>
      </button>
    </li>
  );
}
