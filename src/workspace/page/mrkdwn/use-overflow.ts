import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether a box holds more than it is wide, so that it must be reached to be scrolled. */
export function useOverflow(box: RefObject<Element | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => setOverflows(current.scrollWidth > current.clientWidth));
    for (const one of [current, ...current.children]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return overflows;
}
