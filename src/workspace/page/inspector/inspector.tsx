import { useState } from 'preact/hooks';
import { CloseButton } from '../shell/dialog.tsx';
import { Icon } from '../shell/icon.tsx';
import { PlaceHead } from '../shell/place-head.tsx';
import { useApp } from '../store/context.tsx';
import { Counters } from './counters.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { type Filter, filtered, NO_FILTER } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { StatePanel } from './state-panel.tsx';
import { TrafficTable } from './traffic-table.tsx';
import { useTraffic } from './use-traffic.ts';
import { Waterfall } from './waterfall.tsx';

type View = 'list' | 'waterfall' | 'counters' | 'faults' | 'state';
const VIEWS: [View, string][] = [
  ['list', 'Traffic'],
  ['waterfall', 'Causes'],
  ['counters', 'Counters'],
  ['faults', 'Trouble'],
  ['state', 'Workspace'],
];

/** For whoever builds the app: all that passes between it and the workspace, and the ways to disturb it. In a drawer, or a place of its own. */
export function Inspector({ openRail, close }: { openRail?: () => void; close?: () => void }) {
  const { state, session } = useApp();
  const { entries, clear } = useTraffic();
  const [view, setView] = useState<View>('list');
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [picked, setPicked] = useState<number | null>(null);
  const users = state.workspace?.users ?? [];
  const named = (id: string): string => users.find((user) => user.id === id)?.real_name ?? id;
  const shown = filtered(entries, filter, named);
  const failures = entries.filter((entry) => !entry.open && !entry.ok).length;
  const tabs = (
    <div class="tabs inspector-tabs" role="tablist" aria-label="Inspector">
      {VIEWS.map(([key, label]) => (
        <button
          key={key}
          type="button"
          role="tab"
          class="tab"
          aria-selected={view === key}
          onClick={() => setView(key)}
        >
          {label}
          {key === 'counters' && failures > 0 ? <span class="count bad">{failures}</span> : null}
        </button>
      ))}
    </div>
  );
  return (
    <>
      {openRail ? <PlaceHead icon="pulse" title="Inspector" openRail={openRail} /> : null}
      <div class="inspector-bar">
        {tabs}
        <span class="head-space" />
        {close ? (
          <>
            <button
              type="button"
              class="icon-button"
              aria-label="Open the inspector on its own"
              title="Open the inspector on its own"
              onClick={() => void session.go({ kind: 'inspector' })}
            >
              <Icon name="full" />
            </button>
            <CloseButton close={close} />
          </>
        ) : null}
      </div>
      {view === 'list' || view === 'waterfall' ? (
        <>
          <FilterBar filter={filter} setFilter={setFilter} shown={shown.length} all={entries.length} clear={clear} />
          <div class={`inspector-body${picked === null ? '' : ' split'}`}>
            {view === 'list' ? (
              <TrafficTable entries={shown} picked={picked} pick={setPicked} named={named} />
            ) : (
              <Waterfall entries={shown} all={entries} picked={picked} pick={setPicked} named={named} />
            )}
            {picked === null ? null : (
              <EntryDetail key={picked} n={picked} all={entries} pick={setPicked} named={named} />
            )}
          </div>
        </>
      ) : null}
      {view === 'counters' ? (
        <Counters
          entries={entries}
          find={(text) => {
            setFilter({ ...NO_FILTER, text });
            setView('list');
          }}
        />
      ) : null}
      {view === 'faults' ? <FaultsPanel entries={entries} /> : null}
      {view === 'state' ? <StatePanel entries={entries} /> : null}
    </>
  );
}
