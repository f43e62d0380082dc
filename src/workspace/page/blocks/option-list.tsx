import type { Choice } from './element-state.ts';

interface OptionListProps {
  id: string;
  choices: Choice[];
  active: number;
  /** Said when there is nothing to choose. */
  note: string;
  take(choice: Choice): void;
}

export function OptionList({ id, choices, active, note, take }: OptionListProps) {
  return (
    <div id={id} role="listbox" class="options" aria-label="Choices">
      {choices.length === 0 ? <p class="faint option-note">{note}</p> : null}
      {choices.map((choice, index) => (
        <div key={choice.value}>
          {choice.group && choice.group !== choices[index - 1]?.group ? (
            <p class="option-group">{choice.group}</p>
          ) : null}
          <button
            id={`${id}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            class="menu-item"
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <span>{choice.text}</span>
            {choice.detail ? <span class="faint">{choice.detail}</span> : null}
          </button>
        </div>
      ))}
    </div>
  );
}
