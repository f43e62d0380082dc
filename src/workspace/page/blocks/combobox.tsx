import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { Popup } from '../shell/popup.tsx';
import type { Choice } from './element-state.ts';
import { OptionList } from './option-list.tsx';

interface ComboboxProps {
  id?: string | undefined;
  multi: boolean;
  chosen: Choice[];
  /** Choices for what was typed; called again for each letter. */
  find(query: string): Promise<Choice[]> | Choice[];
  /** Fewest letters before `find` is asked. */
  from?: number;
  most?: number;
  placeholder: string;
  busy: boolean;
  aria: Record<string, string | undefined>;
  change(chosen: Choice[]): void;
}

/** A field to type in and a list to choose from; several choices stand as chips before the field. */
export function Combobox({ id, multi, chosen, find, from = 0, most, placeholder, busy, aria, change }: ComboboxProps) {
  const [query, setQuery] = useState<string | null>(null);
  const [found, setFound] = useState<Choice[]>([]);
  const [waiting, setWaiting] = useState(false);
  const [active, setActive] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const open = query !== null;
  const close = useCallback(() => setQuery(null), []);

  useEffect(() => {
    if (query === null || query.length < from) {
      setFound([]);
      return;
    }
    let stale = false;
    setWaiting(true);
    void Promise.resolve(find(query)).then((choices) => {
      if (stale) return;
      setFound(choices);
      setActive(0);
      setWaiting(false);
    });
    return () => {
      stale = true;
    };
  }, [query, from]);

  const offered = multi ? found.filter((choice) => !chosen.some((one) => one.value === choice.value)) : found;
  const full = most !== undefined && chosen.length >= most;
  const take = (choice: Choice): void => {
    if (full && multi) return;
    change(multi ? [...chosen, choice] : [choice]);
    setQuery(multi ? '' : null);
    field.current?.focus();
  };
  const drop = (value: string): void => {
    change(chosen.filter((one) => one.value !== value));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = offered[active];
    const last = chosen.at(-1);
    if (step && !open) setQuery('');
    else if (step) setActive((active + step + offered.length) % Math.max(1, offered.length));
    else if (event.key === 'Enter' && open && choice) take(choice);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Backspace' && !query && last) {
      drop(last.value);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const single = multi ? '' : (chosen[0]?.text ?? '');
  return (
    <div ref={frame} class="field combo" data-invalid={aria['aria-invalid']}>
      {multi
        ? chosen.map((one) => (
            <span key={one.value} class="combo-chip">
              {one.text}
              <button type="button" aria-label={`Remove ${one.text}`} onClick={() => drop(one.value)}>
                <Icon name="close" />
              </button>
            </span>
          ))
        : null}
      <input
        ref={field}
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && offered[active] ? `${listId}-${active}` : undefined}
        autocomplete="off"
        {...aria}
        placeholder={chosen.length > 0 && multi ? '' : single || placeholder}
        value={query ?? single}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onClick={() => !open && setQuery('')}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {busy || waiting ? <span class="spinner" /> : <Icon name="down" />}
      {open ? (
        <Popup anchor={frame} onClose={close} wide>
          <OptionList
            id={listId}
            choices={offered}
            active={active}
            note={note(query, from, waiting, full)}
            take={take}
          />
        </Popup>
      ) : null}
    </div>
  );
}

function note(query: string, from: number, waiting: boolean, full: boolean): string {
  if (full) return 'No more can be chosen.';
  if (query.length < from) return `Type at least ${from} ${from === 1 ? 'letter' : 'letters'}.`;
  return waiting ? 'Looking …' : 'Nothing found.';
}
