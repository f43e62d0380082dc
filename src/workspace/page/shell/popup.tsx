import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const GAP = 4;
const EDGE = 8;

interface PopupProps {
  anchor: RefObject<HTMLElement | null>;
  onClose(): void;
  /** As wide as the anchor (for lists under a field). */
  wide?: boolean;
  children: ComponentChildren;
  class?: string;
}

/** A floating panel by its anchor, in the top layer so that no scroll container or dialog cuts it. Closes on a click outside. */
export function Popup({ anchor, onClose, wide, children, class: name = '' }: PopupProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = panel.current;
    if (!box || !anchor.current) return;
    if (!box.matches(':popover-open')) box.showPopover();
    const place = anchor.current.getBoundingClientRect();
    if (wide) box.style.width = `${place.width}px`;
    const { offsetHeight: height, offsetWidth: width } = box;
    const below = place.bottom + GAP + height <= innerHeight - EDGE || place.top < height + GAP + EDGE;
    box.style.top = `${below ? place.bottom + GAP : place.top - GAP - height}px`;
    box.style.left = `${Math.max(EDGE, Math.min(place.left, innerWidth - width - EDGE))}px`;
  });
  useEffect(() => {
    const outside = (event: Event): void => {
      const target = event.target as Node | null;
      if (target && !panel.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('scroll', outside, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('scroll', outside, true);
    };
  }, [anchor, onClose]);
  return (
    <div ref={panel} popover="manual" class={`popup ${wide ? 'wide' : ''} ${name}`}>
      {children}
    </div>
  );
}
