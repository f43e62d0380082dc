import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../store/context.tsx';
import type { Toast } from '../store/state.ts';
import { userOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

/** Short private notes, and what came in elsewhere; nobody else sees them. */
export function Toasts() {
  const { state, session } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const newest = state.toasts.at(-1)?.id;
  useLayoutEffect(() => {
    // Shown anew, it stands over a dialog that was opened meanwhile.
    if (box.current?.matches(':popover-open')) box.current.hidePopover();
    box.current?.showPopover();
  }, [newest]);
  return (
    <div ref={box} popover="manual" class="toasts" role="status" aria-live="polite">
      {state.toasts.map((toast) => (
        <div key={toast.id} class={`toast${toast.open ? ' told' : ''}`}>
          {toast.open ? <Told toast={toast} open={toast.open} /> : <span>{toast.text}</span>}
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => session.dismiss(toast.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}

function Told({ toast, open }: { toast: Toast; open: NonNullable<Toast['open']> }) {
  const { state, session } = useApp();
  const go = (): void => {
    session.dismiss(toast.id);
    void session.go(open.place);
  };
  return (
    <>
      <Avatar user={userOf(state, open.user)} size="small" />
      <span class="told-words">
        <strong>{open.title}</strong>
        <span class="told-text">{toast.text}</span>
      </span>
      <button type="button" class="button small" onClick={go}>
        Open
      </button>
    </>
  );
}
