import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { Popup } from '../shell/popup.tsx';
import { refusalWords } from '../store/refusal-words.ts';
import type { Choice } from './element-state.ts';
import { OptionList } from './option-list.tsx';

interface ComboboxProps {
  id?: string | undefined;
  multi: boolean;
  chosen: Choice[];
  /** Choices for what was typed: at once from a list, or asked from the app, which may reject. */
  find: { list(query: string): Choice[] } | { ask(query: string): Promise<Choice[]> };
  /** Fewest letters before anything is looked for. */
  from?: number;
  most?: number;
  /** A single choice can be taken back. */
  clearable?: boolean;
  placeholder: string;
  busy: boolean;
  aria: Record<string, string | undefined>;
  first: { 'data-first-focus'?: boolean };
  change(chosen: Choice[]): void;
}

/** A field to type in and a list to choose from; several choices stand as chips before the field. */
export function Combobox(props: ComboboxProps) {
  const { id, multi, chosen, from = 0, most, placeholder, busy, aria, change } = props;
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const open = query !== null;
  const close = useCallback(() => setQuery(null), []);
  const { found, waiting, problem } = useFound(query, props, () => setActive(0));

  const offered = multi ? found.filter((choice) => !chosen.some((one) => one.value === choice.value)) : found;
  const full = multi && most !== undefined && chosen.length >= most;
  const shown = full ? [] : offered;
  const set = (next: Choice[], typed: string | null): void => {
    change(next);
    setQuery(typed);
    field.current?.focus();
  };
  const take = (choice: Choice): void => set(multi ? [...chosen, choice] : [choice], multi ? '' : null);
  const drop = (value: string): void =>
    set(
      chosen.filter((one) => one.value !== value),
      null,
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = shown[active];
    const last = chosen.at(-1);
    if (step && !open) setQuery('');
    else if (step) setActive((active + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter' && open && choice && !event.ctrlKey && !event.metaKey) take(choice);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Backspace' && multi && !query && last) {
      drop(last.value);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const single = multi ? undefined : chosen[0];
  return (
    <div ref={frame} class="field combo" data-invalid={aria['aria-invalid']} data-multi={multi}>
      {multi && chosen.length > 0 ? <Chips chosen={chosen} drop={drop} /> : null}
      <input
        ref={field}
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active] ? `${listId}-${active}` : undefined}
        autocomplete="off"
        {...aria}
        {...props.first}
        placeholder={chosen.length > 0 && multi ? '' : (single?.text ?? placeholder)}
        value={query ?? single?.text ?? ''}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onClick={() => !open && setQuery('')}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {single && props.clearable ? (
        <button
          type="button"
          class="combo-clear"
          aria-label={`Clear ${single.text}`}
          onClick={() => drop(single.value)}
        >
          <Icon name="close" />
        </button>
      ) : null}
      {busy || waiting ? <span class="spinner still" /> : <Icon name="down" />}
      {open ? (
        <Popup anchor={frame} onClose={close} wide>
          <OptionList
            id={listId}
            choices={waiting ? [] : shown}
            chosen={single?.value}
            active={active}
            note={problem ?? note(query, from, waiting, full, most)}
            take={take}
          />
        </Popup>
      ) : null}
    </div>
  );
}

function Chips({ chosen, drop }: { chosen: Choice[]; drop(value: string): void }) {
  return (
    <ul class="combo-chips" aria-label="Chosen">
      {chosen.map((one) => (
        <li key={one.value} class="combo-chip">
          <span>{one.text}</span>
          <button type="button" aria-label={`Remove ${one.text}`} onClick={() => drop(one.value)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Milliseconds between the last letter and the question to the app. */
const PAUSE = 150;

/** What was found for the letters typed last; answers to earlier letters are dropped. */
function useFound(query: string | null, { find, from = 0 }: ComboboxProps, arrived: () => void) {
  const [found, setFound] = useState<Choice[]>([]);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = query !== null && query.length >= from ? query : null;
  useEffect(() => {
    if (!('ask' in find)) return;
    setProblem(null);
    setFound([]);
    setWaiting(wanted !== null);
    if (wanted === null) return;
    let stale = false;
    const settle = (choices: Choice[], wrong: string | null): void => {
      if (stale) return;
      setFound(choices);
      setProblem(wrong);
      setWaiting(false);
      arrived();
    };
    const ask = (): void => {
      find.ask(wanted).then(
        (choices) => settle(choices, null),
        (error) => settle([], refusalWords(error)),
      );
    };
    const timer = window.setTimeout(ask, PAUSE);
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [wanted]);
  if ('list' in find) return { found: wanted === null ? [] : find.list(wanted), waiting: false, problem: null };
  return { found, waiting, problem };
}

function note(query: string, from: number, waiting: boolean, full: boolean, most: number | undefined): string {
  if (full) return `No more than ${most} can be chosen.`;
  if (query.length < from) return `Type at least ${from} ${from === 1 ? 'letter' : 'letters'}.`;
  return waiting ? 'Looking …' : 'Nothing found.';
}
