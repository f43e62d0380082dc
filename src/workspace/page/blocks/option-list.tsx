import type { Choice } from './element-state.ts';

interface OptionListProps {
  id: string;
  choices: Choice[];
  /** Value of what is chosen already. */
  chosen?: string | undefined;
  active: number;
  /** Said when there is nothing to choose. */
  note: string;
  take(choice: Choice): void;
}

type Entry = [choice: Choice, index: number];

export function OptionList({ id, choices, chosen, active, note, take }: OptionListProps) {
  const option = ([choice, index]: Entry) => (
    <button
      key={choice.value}
      id={`${id}-${index}`}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      class={choice.value === chosen ? 'menu-item chosen' : 'menu-item'}
      ref={(element) => {
        if (index === active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => take(choice)}
    >
      <span>{choice.text}</span>
      {choice.detail ? <span class="faint">{choice.detail}</span> : null}
    </button>
  );
  return (
    <>
      <div id={id} role="listbox" class="options" aria-label="Choices">
        {grouped(choices).map(({ name, entries }, at) =>
          name === undefined ? (
            entries.map(option)
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: inside a listbox only a group of options is allowed
            <div key={`${at}-${name}`} role="group" aria-label={name}>
              <p class="option-group" aria-hidden="true">
                {name}
              </p>
              {entries.map(option)}
            </div>
          ),
        )}
      </div>
      <p class={choices.length === 0 ? 'faint option-note' : 'visually-hidden'} role="status">
        {choices.length === 0 ? note : `${choices.length} to choose from`}
      </p>
    </>
  );
}

/** Neighbours of one group together, each with its place in the whole list. */
function grouped(choices: Choice[]): { name: string | undefined; entries: Entry[] }[] {
  const groups: { name: string | undefined; entries: Entry[] }[] = [];
  choices.forEach((choice, index) => {
    const last = groups.at(-1);
    if (last && last.name === choice.group) last.entries.push([choice, index]);
    else groups.push({ name: choice.group, entries: [[choice, index]] });
  });
  return groups;
}
