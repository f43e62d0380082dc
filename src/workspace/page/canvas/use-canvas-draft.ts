import { useState } from 'preact/hooks';
import type { PeopleCanvas } from '../../people/shapes.ts';
import { PeopleError, people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { refusalWords } from '../store/refusal-words.ts';
import { type CanvasDraft, editOf } from './canvas-draft.ts';

/** Drafts by canvas and person, so that looking elsewhere loses nothing. */
const kept = new Map<string, CanvasDraft>();

export function useCanvasDraft(canvas: PeopleCanvas | undefined) {
  const { session } = useApp();
  const key = `${session.me()}/${canvas?.id}`;
  const [, redraw] = useState(0);
  const [busy, setBusy] = useState(false);
  const put = (draft: CanvasDraft | null): void => {
    if (draft) kept.set(key, draft);
    else kept.delete(key);
    redraw((count) => count + 1);
  };
  const draft = kept.get(key) ?? null;
  return {
    draft,
    busy,
    begin(scope: CanvasDraft['scope'], index: number): void {
      if (!canvas) return;
      const from = scope === 'whole' ? canvas.markdown : (canvas.sections[index]?.markdown ?? '');
      put({ scope, index, from, text: from, seen: canvas.updated_at });
    },
    change(text: string): void {
      if (draft) put({ ...draft, text });
    },
    async cancel(): Promise<void> {
      const sure =
        !draft ||
        draft.text === draft.from ||
        (await session.ask({
          title: 'Throw away what you wrote?',
          text: 'The canvas stays as it is.',
          confirm: 'Throw away',
          deny: 'Keep writing',
          danger: true,
        }));
      if (sure) put(null);
    },
    async save(): Promise<void> {
      if (!canvas || !draft) return;
      setBusy(true);
      try {
        await people('edit_canvas', { as: session.me(), canvas: canvas.id, ...editOf(canvas, draft) });
        put(null);
      } catch (error) {
        // It changed in this very moment: what it says now is read, and the writer sees both.
        if (error instanceof PeopleError && error.code === 'canvas_changed')
          await session.attempt(session.readCanvas(canvas.id));
        session.toast(refusalWords(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
