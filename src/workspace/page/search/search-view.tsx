import { useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleSearch } from '../../people/shapes.ts';
import { Icon } from '../shell/icon.tsx';
import { PlaceHead } from '../shell/place-head.tsx';
import { read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { FoundList } from './found-list.tsx';
import { OtherResults } from './other-results.tsx';

const PAUSE_MS = 180;
const FILTERS = ['from:', 'in:', 'has:file', 'has:link', 'has:pin', 'has:reaction', 'after:', 'before:'];

/** Everything this person may see, searched while they type. */
export function SearchView({ query, openRail }: { query: string; openRail(): void }) {
  const { state, session } = useApp();
  const [typed, setTyped] = useState(query);
  const [answer, setAnswer] = useState<{ query: string; found: PeopleSearch } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => setTyped((known) => (known.trim() === query ? known : query)), [query]);
  useEffect(() => {
    let stale = false;
    const wanted = typed.trim();
    if (wanted === '') {
      setAnswer(null);
      return;
    }
    const timer = setTimeout(async () => {
      const found = await session.attempt(read<PeopleSearch>('search', { as: session.me(), q: wanted }));
      if (!found || stale) return;
      setAnswer({ query: wanted, found });
      session.rename({ kind: 'search', query: wanted });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed, session]);
  const addFilter = (filter: string): void => {
    setTyped(`${typed.trimEnd()}${typed.trim() ? ' ' : ''}${filter}${filter.endsWith(':') ? '' : ' '}`);
    field.current?.focus();
  };
  const found = answer?.found;
  return (
    <>
      <PlaceHead icon="search" title="Search" openRail={openRail} />
      <section class="place-scroll" aria-label="Search results">
        <form
          class="search-form"
          onSubmit={(event) => {
            event.preventDefault();
            void session.go({ kind: 'search', query: typed.trim() });
          }}
        >
          <input
            ref={field}
            class="field"
            type="search"
            aria-label="Search this workspace"
            placeholder="Words, “a phrase”, from:@priya, in:#sales, after:2026-11-01"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <fieldset class="filters" aria-label="Narrow the search">
            {FILTERS.map((filter) => (
              <button key={filter} type="button" class="chip-button" onClick={() => addFilter(filter)}>
                {filter}
              </button>
            ))}
          </fieldset>
        </form>
        {found && answer ? (
          <>
            <OtherResults found={found} />
            <p class="found-count" role="status">
              {countWords(found)}
            </p>
            <FoundList name="Messages found" found={found.messages} terms={found.terms} />
          </>
        ) : (
          <div class="place-empty">
            <Icon name="search" />
            <p>
              Search messages, files, channels, people and canvases
              {state.workspace ? ` of ${state.workspace.team.name}` : ''}.
            </p>
            <p class="faint">
              Narrow it: <code>from:@priya</code> <code>from:me</code> <code>in:#sales</code>{' '}
              <code>after:2026-11-01</code> <code>has:file</code>
            </p>
          </div>
        )}
      </section>
    </>
  );
}

function countWords({ messages, total }: PeopleSearch): string {
  if (total === 0) return 'No message fits.';
  const all = total === 1 ? '1 message' : `${total} messages`;
  return messages.length < total ? `${all}, the newest ${messages.length} of them` : `${all}, newest first`;
}
