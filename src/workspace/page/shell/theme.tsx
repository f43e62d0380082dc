import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

const KEY = 'workspace-theme';

/** Follows the system until the person chooses; the choice stays in this browser. */
export function applyStoredTheme(): void {
  const stored = localStorage.getItem(KEY);
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored;
}

export function ThemeToggle() {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const [theme, setTheme] = useState(document.documentElement.dataset.theme ?? system);
  const next = theme === 'dark' ? 'light' : 'dark';
  const toggle = (): void => {
    localStorage.setItem(KEY, next);
    document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Use ${next} colours`}
      title={`Use ${next} colours`}
      onClick={toggle}
    >
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}
