import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../store/context.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { type Entry, entriesOf, matchScore } from './switcher-entries.ts';

const SHOWN = 12;

/** Ctrl+K: one field for every place, person and deed; what is typed can also be searched for. */
export function Switcher() {
  const { state, session } = useApp();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (): void => session.openPanel(null);
  const found = entriesOf(state, session)
    .map((entry) => ({ entry, score: matchScore(entry, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
  const entries: Entry[] = typed.trim()
    ? [...found, searchFor(typed.trim(), () => void session.go({ kind: 'search', query: typed.trim() }))]
    : found;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    close();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + entries.length) % entries.length);
    else if (event.key === 'Enter' && !event.isComposing) run(entries[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Jump or search" onEscape={close} class="switcher-box">
      <div class="dialog-main">
        <input
          class="field"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={`${id}-${active}`}
          aria-label="Channel, person, or words to search for"
          placeholder="Channel, person, or words to search for"
          data-first-focus
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div ref={list} id={id} role="listbox" aria-label="Places" class="switcher-list">
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
            <div
              key={entry.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              class={`switcher-entry${entry.unread ? ' unread' : ''}`}
              onClick={() => run(entry)}
              onPointerMove={() => setActive(index)}
            >
              <Icon name={entry.icon} />
              <span class="switcher-label">{entry.label}</span>
              <span class="switcher-hint">{entry.hint}</span>
            </div>
          ))}
        </div>
      </div>
      <footer class="switcher-foot">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> choose
        </span>
        <span>
          <kbd>Enter</kbd> open
        </span>
        <span>
          <kbd>Esc</kbd> close
        </span>
      </footer>
    </Dialog>
  );
}

const searchFor = (words: string, run: () => void): Entry => ({
  key: 'search',
  group: 'Do',
  label: `Search for “${words}”`,
  hint: 'messages, files, canvases',
  icon: 'search',
  unread: false,
  run,
});
