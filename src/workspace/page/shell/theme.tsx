import { useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { Menu } from './menu.tsx';

const KEY = 'workspace-theme';
const THEMES = { light: ['Light', 'sun'], dark: ['Dark', 'moon'], system: ['As the system', 'system'] } as const;
type Theme = keyof typeof THEMES;

const stored = (): Theme => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

/** Follows the system until the person chooses; the choice stays in this browser. */
export function applyStoredTheme(): void {
  const theme = stored();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function ThemeMenu() {
  const [theme, setTheme] = useState(stored);
  const choose = (next: Theme): void => {
    localStorage.setItem(KEY, next);
    applyStoredTheme();
    setTheme(next);
  };
  const icon: IconName = THEMES[theme][1];
  const all: Theme[] = ['light', 'dark', 'system'];
  return (
    <Menu
      name={`Colours: ${THEMES[theme][0].toLowerCase()}`}
      button={<Icon name={icon} />}
      items={all.map((one) => ({
        key: one,
        checked: one === theme,
        label: (
          <span class="menu-line">
            <Icon name={THEMES[one][1]} /> {THEMES[one][0]}
          </span>
        ),
        run: () => choose(one),
      }))}
    />
  );
}
