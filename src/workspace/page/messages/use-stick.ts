import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const NEAR_PX = 40;

/**
 * A list that follows its end while the reader is there and stays put otherwise (the browser's scroll anchoring holds the place).
 * `last` identifies the newest entry.
 */
export function useStick(last: string) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);
  const toEnd = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    atEnd.current = true;
    setMissed(false);
  };
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else if (last) setMissed(true);
  }, [last]);
  useEffect(() => {
    const follow = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    if (content.current) follow.observe(content.current);
    if (box.current) follow.observe(box.current);
    return () => follow.disconnect();
  }, []);
  const onScroll = (): void => {
    const list = box.current;
    if (!list) return;
    atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
    if (atEnd.current && missed) setMissed(false);
  };
  const hold = (): void => {
    atEnd.current = false;
  };
  return { box, content, missed, toEnd, onScroll, hold, atEnd };
}
