import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { estimateHeight } from './estimate-height.ts';
import type { Row } from './group-messages.ts';

/** A list up to here is drawn whole, so that the browser's own search finds everything in it. */
const WHOLE_ROWS = 120;
const OVERSCAN_ROWS = 10;
/** So near to the end counts as being there. */
const END_PX = 40;
/** Room over the first row while older ones are on their way. */
const OLDER_PX = 44;

/**
 * Draws only the rows near the visible part. The list follows its end while the reader is there; otherwise what the reader looks at stays
 * where it is, whether rows come before, come after or change their height. `kept` are keys of rows that must stay drawn; `onEnd`
 * tells that the reader came to the end or left it.
 */
export function useWindowed(rows: Row[], kept: (string | null)[], hasOlder: boolean, onEnd: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const ended = useRef(true);
  const tall = useRef(0);
  const told = useRef(onEnd);
  told.current = onEnd;
  const keyAt = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const keptAt = kept.map((key) => (key === null ? -1 : rows.findIndex((row) => row.key === key)));
  const options = {
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index: number) => {
      const row = rows[index];
      return row ? estimateHeight(row) : 0;
    },
    getItemKey: keyAt,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    anchorTo: 'end' as const,
    // Nothing moves under the hand of somebody who has a menu of a message open.
    followOnAppend: !box.current?.querySelector(':popover-open'),
    scrollEndThreshold: END_PX,
    overscan: OVERSCAN_ROWS,
    paddingStart: hasOlder ? OLDER_PX : 0,
    paddingEnd: 10,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      if (range.count <= WHOLE_ROWS) return Array.from({ length: range.count }, (_, index) => index);
      const near = defaultRangeExtractor(range);
      return [...new Set([...near, ...keptAt.filter((index) => index >= 0)])].sort((a, b) => a - b);
    },
    onChange: () => {
      // A box that became lower is not a reader who left the end; the observer below brings the end back.
      if (ended.current && box.current?.clientHeight !== tall.current) return redraw(undefined);
      const atEnd = list.isAtEnd(END_PX);
      const moved = atEnd !== ended.current;
      ended.current = atEnd;
      if (moved) told.current();
      redraw(undefined);
    },
  };
  const [list] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  list.setOptions(options);
  useLayoutEffect(() => {
    const leave = list._didMount();
    list._willUpdate();
    list.scrollToEnd();
    return leave;
  }, [list]);
  useLayoutEffect(() => list._willUpdate());
  useEffect(() => {
    const follow = new ResizeObserver(() => {
      tall.current = box.current?.clientHeight ?? 0;
      if (ended.current) list.scrollToEnd();
    });
    if (box.current) follow.observe(box.current);
    return () => follow.disconnect();
  }, [list]);
  return { box, list, ended };
}
