import { useState } from 'preact/hooks';
import type { PeopleCanvas } from '../../people/protocol.ts';
import { Dialog } from '../shell/dialog.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';

/** Changes the text by hand, as a person with write access would. */
export function CanvasEdit({ canvas }: { canvas: PeopleCanvas }) {
  const { session } = useApp();
  const [text, setText] = useState<string | null>(null);
  const close = (): void => setText(null);
  const save = async (): Promise<void> => {
    if (text === null) return;
    if (await session.attempt(people('edit_canvas', { as: session.me(), canvas: canvas.id, markdown: text }))) close();
  };
  return (
    <>
      <button type="button" class="button small" onClick={() => setText(canvas.markdown)}>
        Edit
      </button>
      {text === null ? null : (
        <Dialog title="Edit canvas" onEscape={close} class="wide">
          <div class="dialog-main">
            <textarea
              class="field code-field"
              aria-label="Canvas text (Markdown)"
              rows={20}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <footer class="dialog-foot">
            <button type="button" class="button" onClick={close}>
              Cancel
            </button>
            <button type="button" class="button primary" onClick={() => void save()}>
              Save
            </button>
          </footer>
        </Dialog>
      )}
    </>
  );
}
