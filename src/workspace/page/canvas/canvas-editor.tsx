import { useEffect, useRef } from 'preact/hooks';
import type { PeopleCanvas } from '../../people/shapes.ts';
import { Markdown } from '../mrkdwn/blocks-view.tsx';
import { Icon } from '../shell/icon.tsx';
import { type CanvasDraft, isOverwritten, standsNow } from './canvas-draft.ts';

interface CanvasEditorProps {
  canvas: PeopleCanvas;
  draft: CanvasDraft;
  busy: boolean;
  change(text: string): void;
  save(): void;
  cancel(): void;
}

/** Markdown of a section or of everything. When somebody else changes it meanwhile, both texts stand there and the writer decides. */
export function CanvasEditor({ canvas, draft, busy, change, save, cancel }: CanvasEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const overwritten = isOverwritten(canvas, draft);
  useEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const now = overwritten ? standsNow(canvas, draft) : '';
  return (
    <div class="canvas-editor">
      {overwritten ? (
        <div class="canvas-clash" role="alert">
          <p>
            <Icon name="warning" /> This canvas changed while you were writing. Your text is still below; nothing is
            lost.
          </p>
          <details>
            <summary>What it says now</summary>
            <div class="canvas-theirs">
              <Markdown text={now} />
            </div>
          </details>
          <button type="button" class="button small" onClick={() => change(`${now}\n\n${draft.text}`)}>
            Put theirs above mine
          </button>
        </div>
      ) : null}
      <textarea
        ref={field}
        class="field code-field"
        aria-label={draft.scope === 'whole' ? 'Canvas text (Markdown)' : 'Section text (Markdown)'}
        rows={Math.min(24, Math.max(draft.scope === 'whole' ? 18 : 3, draft.text.split('\n').length + 1))}
        value={draft.text}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') cancel();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div class="canvas-editor-foot">
        <span class="faint">
          Markdown · <kbd>Ctrl Enter</kbd> saves{draft.scope === 'section' ? ' · an empty section is removed' : ''}
        </span>
        <button type="button" class="button small" onClick={cancel}>
          Cancel
        </button>
        <button type="button" class="button small primary" disabled={busy} onClick={save}>
          {overwritten ? 'Save mine over it' : 'Save'}
        </button>
      </div>
    </div>
  );
}
