import type { Filter } from './filter.ts';

const WAYS: Record<Filter['way'], string> = { all: 'Both ways', api_call: 'From the app', delivery: 'To the app' };
const STATES: Record<Filter['state'], string> = {
  all: 'Any outcome',
  failed: 'Failed',
  retry: 'Retries',
  fault: 'With trouble put in',
  limited: 'Rate limited',
  slow: 'Over a second',
};
// The keys of the two records above.
const keysOf = <K extends string>(record: Record<K, string>): K[] => Object.keys(record) as K[];

interface FilterBarProps {
  filter: Filter;
  setFilter(filter: Filter): void;
  shown: number;
  all: number;
  clear(): void;
}

export function FilterBar({ filter, setFilter, shown, all, clear }: FilterBarProps) {
  return (
    <div class="filter-bar">
      <input
        class="field"
        type="search"
        aria-label="Filter the traffic"
        placeholder="Method, event, error, person"
        value={filter.text}
        onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
      />
      <select
        class="field select"
        aria-label="Direction"
        value={filter.way}
        onChange={(event) => {
          const way = keysOf(WAYS).find((key) => key === event.currentTarget.value);
          if (way) setFilter({ ...filter, way });
        }}
      >
        {keysOf(WAYS).map((key) => (
          <option key={key} value={key}>
            {WAYS[key]}
          </option>
        ))}
      </select>
      <select
        class="field select"
        aria-label="Outcome"
        value={filter.state}
        onChange={(event) => {
          const state = keysOf(STATES).find((key) => key === event.currentTarget.value);
          if (state) setFilter({ ...filter, state });
        }}
      >
        {keysOf(STATES).map((key) => (
          <option key={key} value={key}>
            {STATES[key]}
          </option>
        ))}
      </select>
      <span class="faint filter-count" role="status">
        {shown === all ? `${all} entries` : `${shown} of ${all}`}
      </span>
      <button type="button" class="button small" onClick={clear}>
        Clear
      </button>
    </div>
  );
}
