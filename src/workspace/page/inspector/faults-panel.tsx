import { useEffect, useState } from 'preact/hooks';
import { control } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { Chaos } from './chaos.tsx';
import { Disturb } from './disturb.tsx';
import { PlanFault } from './plan-fault.tsx';
import type { Seen } from './use-traffic.ts';

/** What GET /control/faults answers. */
export interface Planned {
  to_come: { method: string; fault: string; times?: number; rate?: number; seed?: number }[];
  chaos: { seed: number; rate: number; kinds: string[] } | null;
  used: { method: string; fault: string; seed?: number }[];
}

/** Trouble on purpose: planned, by chance with a seed, or at once; and what is still to come. */
export function FaultsPanel({ entries }: { entries: Seen[] }) {
  const { session } = useApp();
  const [planned, setPlanned] = useState<Planned | null>(null);
  const count = entries.filter((entry) => entry.fault).length;
  const read = async (): Promise<void> => {
    const found = await session.attempt(control<Planned>('GET', 'faults'));
    if (found) setPlanned(found);
  };
  useEffect(() => void read(), [count]);
  const change = async (verb: 'POST' | 'DELETE', name: string, body?: object): Promise<boolean> => {
    const done = await session.attempt(control(verb, name, body));
    await read();
    return done !== null;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="faults" aria-label="Trouble" tabIndex={0}>
      <PlanFault change={change} seen={[...new Set(entries.map((entry) => nameOf(entry)))]} />
      <section class="panel-part" aria-label="To come">
        <h3>To come</h3>
        {planned && planned.to_come.length === 0 && !planned.chaos ? <p class="faint">No trouble is planned.</p> : null}
        <ul class="planned">
          {(planned?.to_come ?? []).map((one, index) => (
            <li key={index}>
              <code>{one.fault}</code> on <code>{one.method}</code>{' '}
              <span class="faint">
                {one.times === undefined
                  ? `with chance ${one.rate}, seed ${one.seed}`
                  : one.times === 1
                    ? 'once'
                    : `${one.times} times`}
              </span>
            </li>
          ))}
          {planned?.chaos ? (
            <li>
              <strong>Chaos</strong> with chance {planned.chaos.rate}, seed {planned.chaos.seed}
            </li>
          ) : null}
        </ul>
        <button
          type="button"
          class="button small"
          disabled={!planned || (planned.to_come.length === 0 && !planned.chaos)}
          onClick={() => void change('DELETE', 'faults')}
        >
          Clear all
        </button>
      </section>
      <Chaos on={planned?.chaos ?? null} change={change} />
      <Disturb change={change} />
    </section>
  );
}

/** The name under which trouble is planned for what an entry was. */
function nameOf({ direction, what }: Seen): string {
  return direction === 'api_call' ? what : `delivery:${what.split(':').at(-1)}`;
}
