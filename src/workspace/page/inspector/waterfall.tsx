import { timeOf } from '../mrkdwn/dates.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { chainsOf } from './chains.ts';
import { EntryRow, type PickProps } from './entry-row.tsx';
import { Marks, Outcome } from './outcome.tsx';
import { stepInRows } from './traffic-table.tsx';
import type { Seen } from './use-traffic.ts';

const CHAINS_AT_ONCE = 60;

/** Which delivery led to which calls, each chain on a time line of its own; newest on top. */
export function Waterfall({ entries, all, picked, pick, named }: PickProps & { entries: Seen[]; all: Seen[] }) {
  const { state } = useApp();
  const tz = zoneOf(state);
  const wanted = new Set(entries.map((entry) => entry.n));
  const chains = chainsOf(all).filter((chain) => chain.steps.some(({ entry }) => wanted.has(entry.n)));
  return (
    <section class="traffic waterfall" aria-label="Causes" onKeyDown={stepInRows}>
      {chains.length === 0 ? <p class="traffic-none">Nothing here yet.</p> : null}
      {chains.slice(0, CHAINS_AT_ONCE).map((chain) => (
        <section key={chain.n} class="chain" aria-label={`Chain from ${chain.what}`}>
          <h3>
            {chain.what}{' '}
            <span class="faint">
              {timeOf(Date.parse(chain.at), tz, true)}
              {chain.by ? ` · ${named(chain.by)}` : ''} · {chain.steps.length}{' '}
              {chain.steps.length === 1 ? 'step' : 'steps'}, {Math.round(chain.length)} ms
            </span>
          </h3>
          <ul>
            {chain.steps.map(({ entry, depth, from }) => (
              <EntryRow key={entry.n} entry={entry} picked={picked} pick={pick}>
                <span class="what" style={{ paddingLeft: `${depth * 16}px` }}>
                  {depth > 0 ? <span class="twig">{entry.guessed ? '┄' : '└'}</span> : null} {entry.what}
                </span>
                <Marks entry={entry} />
                <Outcome entry={entry} />
                <span class="lane" aria-hidden="true">
                  <i
                    class={entry.direction}
                    style={{
                      left: `${(from / chain.length) * 100}%`,
                      width: `${Math.max(0.8, (entry.ms / chain.length) * 100)}%`,
                    }}
                  />
                </span>
              </EntryRow>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
