import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';

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

/**
 * A floating panel by its anchor, in the top layer so that no scroll container or dialog cuts it. It goes where the anchor goes, and closes on a
 * click outside or when the anchor is scrolled out of sight.
 */
export function Popup({ anchor, onClose, wide, children, class: name = '' }: PopupProps) {
  const panel = useRef<HTMLDivElement>(null);
  const place = useCallback((): void => {
    const box = panel.current;
    if (!box || !anchor.current) return;
    const at = anchor.current.getBoundingClientRect();
    if (wide) box.style.width = `${at.width}px`;
    const { offsetHeight: height, offsetWidth: width } = box;
    const below = at.bottom + GAP + height <= innerHeight - EDGE || at.top < height + GAP + EDGE;
    box.style.top = `${below ? at.bottom + GAP : at.top - GAP - height}px`;
    box.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))}px`;
  }, [anchor, wide]);
  useLayoutEffect(() => {
    const box = panel.current;
    if (box && !box.matches(':popover-open')) box.showPopover();
    place();
  });
  useEffect(() => {
    const outside = (event: Event): void => {
      const target = event.target as Node | null;
      if (target && !panel.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    const sight = new IntersectionObserver(([entry]) => {
      if (entry && !entry.isIntersecting) onClose();
    });
    if (anchor.current) sight.observe(anchor.current);
    // What moves the anchor is not only scrolling: rows above it grow, a side opens.
    let frame = requestAnimationFrame(function follow() {
      place();
      frame = requestAnimationFrame(follow);
    });
    document.addEventListener('pointerdown', outside, true);
    return () => {
      sight.disconnect();
      cancelAnimationFrame(frame);
      document.removeEventListener('pointerdown', outside, true);
    };
  }, [anchor, onClose, place]);
  return (
    <div ref={panel} popover="manual" class={`popup ${wide ? 'wide' : ''} ${name}`}>
      {children}
    </div>
  );
}
