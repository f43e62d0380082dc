import type { Hint } from './hints.ts';

export function HintList({
  id,
  hints,
  active,
  take,
}: {
  id: string;
  hints: Hint[];
  active: number;
  take(hint: Hint): void;
}) {
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
          <strong>{hint.title}</strong>
          <span>{hint.detail}</span>
        </button>
      ))}
    </div>
  );
}
