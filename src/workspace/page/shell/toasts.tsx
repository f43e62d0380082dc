import { useApp } from '../store/context.tsx';
import { Icon } from './icon.tsx';

/** Short private notes; nobody else sees them. */
export function Toasts() {
  const { state, session } = useApp();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {state.toasts.map((toast) => (
        <div key={toast.id} class="toast">
          <span>{toast.text}</span>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => session.dismiss(toast.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
