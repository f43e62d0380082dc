import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Remembers where the caret was when another modal came over this one, and puts it back when that has gone. */
export function useCoveredFocus(form: RefObject<HTMLElement | null>, top: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (top) {
      last.current?.focus();
      last.current = null;
      return;
    }
    const now = document.activeElement;
    if (now instanceof HTMLElement && form.current?.contains(now)) last.current = now;
  }, [top]);
}

/** An update may take away the field one stood in; the caret must not fall out of the dialog. */
export function useFocusInside(form: RefObject<HTMLElement | null>, top: boolean, blocks: unknown): void {
  useLayoutEffect(() => {
    if (top && document.activeElement === document.body) form.current?.closest('dialog')?.focus();
  }, [blocks]);
}

/** After the last modal the caret goes where it was on the page, even if that place was out of reach when the modal came. */
export function useFocusBack(open: boolean): void {
  const outside = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !target.closest('dialog')) outside.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (!open && document.activeElement === document.body && outside.current?.isConnected) outside.current.focus();
  }, [open]);
}
