import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { allEmoji, type Emoji, emojiOf, findEmoji } from '../mrkdwn/emoji.ts';
import { noteUsed, oftenUsed } from './often-used.ts';

const COLUMNS = 9;
const MOST_FOUND = 90;
const OFTEN = 'Often used';

/** Search, groups, and a grid that the arrow keys walk while the focus stays in the search field. */
export function EmojiPicker({ pick, leave }: { pick(name: string): void; leave(): void }) {
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState(OFTEN);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const groups = useMemo(() => [OFTEN, ...new Set(allEmoji().map((one) => one.group))], []);
  const shown = useMemo(() => emojiShown(query, group), [query, group]);
  const chosen = shown[active];
  useEffect(() => field.current?.focus(), []);
  useEffect(() => grid.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [active]);

  const take = (emoji: Emoji): void => {
    noteUsed(emoji.name);
    pick(emoji.name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step) setActive(Math.max(0, Math.min(active + step, shown.length - 1)));
    else if (event.key === 'Enter' && chosen) take(chosen);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the buttons in it
    <div class="emoji-picker" onKeyDown={onKeyDown}>
      <input
        ref={field}
        class="field"
        type="text"
        role="combobox"
        aria-label="Search emoji"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${active}` : undefined}
        placeholder="Search emoji"
        autocomplete="off"
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value.replaceAll(':', ''));
          setActive(0);
        }}
      />
      <div class="emoji-groups">
        {groups.map((name) => (
          <button
            key={name}
            type="button"
            class="emoji-cell"
            aria-label={name}
            aria-pressed={query === '' && name === group}
            title={name}
            onClick={() => {
              setGroup(name);
              setQuery('');
              setActive(0);
              field.current?.focus();
            }}
          >
            <span class="emoji" aria-hidden="true">
              {name === OFTEN ? '🕒' : allEmoji().find((one) => one.group === name)?.char}
            </span>
          </button>
        ))}
      </div>
      <div ref={grid} id={id} class="emoji-grid" role="listbox" aria-label="Emoji">
        {shown.map((emoji, index) => (
          <button
            key={emoji.name}
            id={`${id}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            class="emoji-cell"
            aria-selected={index === active}
            aria-label={emoji.name.replaceAll('_', ' ')}
            onPointerEnter={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(emoji)}
          >
            <span class="emoji">{emoji.char}</span>
          </button>
        ))}
      </div>
      <p class="emoji-name" aria-hidden="true">
        {chosen ? (
          <>
            <span class="emoji">{chosen.char}</span> :{chosen.name}:
          </>
        ) : (
          'No emoji is called so.'
        )}
      </p>
    </div>
  );
}

function emojiShown(query: string, group: string): Emoji[] {
  if (query) return findEmoji(query, MOST_FOUND);
  if (group !== OFTEN) return allEmoji().filter((one) => one.group === group);
  return oftenUsed().flatMap((name) => {
    const char = emojiOf(name);
    return char ? [{ name, char, group, also: [] }] : [];
  });
}
