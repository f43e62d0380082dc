import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Popup } from './popup.tsx';

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  run(): void;
}

interface MenuProps {
  /** What a screen reader calls the button. */
  name: string;
  button: ComponentChildren;
  items: MenuItem[];
  class?: string;
  disabled?: boolean;
  busy?: boolean;
}

/** A button that opens a list of actions: arrows move, Escape closes and gives the focus back. */
export function Menu({ name, button, items, class: style = 'icon-button', disabled, busy }: MenuProps) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const leave = (): void => {
    close();
    trigger.current?.focus();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={style}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open ? (
        <Popup anchor={trigger} onClose={close}>
          <MenuList name={name} items={items} leave={leave} />
        </Popup>
      ) : null}
    </>
  );
}

/** The next entry that begins with a letter, going round. */
function byLetter(all: HTMLElement[], at: number, letter: string): HTMLElement | undefined {
  const starts = (entry: HTMLElement): boolean =>
    (entry.querySelector('.person-name') ?? entry).textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()) ??
    false;
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts);
}

function MenuList({ name, items, leave }: { name: string; items: MenuItem[]; leave(): void }) {
  const list = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    const all = entries();
    (all.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) all[(at + step + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey)
      byLetter(all, at, event.key)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} role="menu" aria-label={name} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          {...(item.checked === undefined
            ? { role: 'menuitem' as const }
            : { role: 'menuitemradio' as const, 'aria-checked': item.checked })}
          tabIndex={-1}
          class={item.danger ? 'menu-item danger' : 'menu-item'}
          aria-disabled={item.disabled}
          onClick={() => {
            if (item.disabled) return;
            leave();
            item.run();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
