import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The width of a box in CSS pixels, kept up; `start` until it was measured. */
export function useWidth(box: RefObject<Element | null>, start: number): number {
  const [width, setWidth] = useState(start);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return width;
}
