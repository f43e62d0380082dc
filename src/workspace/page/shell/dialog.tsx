import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

const FOCUSABLE =
  'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex="0"]';

interface DialogProps {
  title: string;
  onEscape(): void;
  /** Drawn in the title bar, left and right of the title. */
  before?: ComponentChildren;
  after?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
}

/** A modal dialog: the page behind is inert, Tab stays inside, and the focus returns where it was. */
export function Dialog({ title, onEscape, before, after, children, class: name = '' }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    const body = dialog?.querySelector<HTMLElement>('.dialog-main');
    const first =
      dialog?.querySelector<HTMLElement>('[data-first-focus]') ??
      body?.querySelector<HTMLElement>('input,select,textarea,[contenteditable=true]') ??
      dialog;
    first?.focus();
    return () => dialog?.close();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    }
    if (event.key !== 'Tab' || !box.current) return;
    const stops = [...box.current.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (stop) => stop.offsetParent !== null,
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
  return (
    <dialog
      ref={box}
      class={`dialog ${name}`}
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
      }}
    >
      <header class="dialog-head">
        {before}
        <h2 id={titleId}>{title}</h2>
        {after}
      </header>
      {children}
    </dialog>
  );
}

export function CloseButton({ close }: { close(): void }) {
  return (
    <button type="button" class="icon-button" aria-label="Close" title="Close" onClick={close}>
      <Icon name="close" />
    </button>
  );
}
