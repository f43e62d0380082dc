import type { Hint } from './hints.ts';

interface HintListProps {
  id: string;
  hints: Hint[];
  active: number;
  take(hint: Hint): void;
}

export function HintList({ id, hints, active, take }: HintListProps) {
  return (
    <div id={id} class="hints" role="listbox" aria-label="Suggestions">
      {hints.map((hint, index) => (
        <button
          key={hint.key}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class="hint"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(hint)}
        >
          <span class="hint-mark emoji" aria-hidden="true">
            {hint.mark}
          </span>
          <strong>{hint.title}</strong>
          <span>{hint.detail}</span>
        </button>
      ))}
      <p class="hint-keys" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> to choose, <kbd>Tab</kbd> or <kbd>Enter</kbd> to take, <kbd>Esc</kbd> to leave
      </p>
    </div>
  );
}
