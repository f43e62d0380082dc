import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/shapes.ts';
import { SlowApp, useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { groupMessages } from './group-messages.ts';
import { type Hands, HandsContext } from './hands.ts';
import { RowView } from './row-view.tsx';
import { ToEnd } from './to-end.tsx';
import { useWindowed } from './use-windowed.ts';

interface MessageListProps {
  name: string;
  messages: PeopleMessage[];
  hands: Hands;
  pinned: string[];
  /** Others' messages after this ts are new; empty for none. */
  lastRead: string;
  focus?: string | undefined;
  /** There are older ones, and this asks for them. */
  older?: (() => void) | null;
  /** Drawn above the first message. */
  opening?: ComponentChildren;
  seen?(ts: string): void;
}

/** From here up older messages are asked for, so that they are there when the reader comes to them. */
const OLDER_AHEAD = 20;
const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10 };

export function MessageList(props: MessageListProps) {
  const { name, messages, hands, pinned, lastRead, focus, older = null, opening, seen } = props;
  const { state, session } = useApp();
  const tz = zoneOf(state);
  const me = session.me();
  const newest = messages.at(-1)?.ts ?? '';
  const [active, setActive] = useState<string | null>(null);
  const [, redraw] = useState(0);
  const wanted = useRef<string | null>(null);
  const rows = useMemo(
    () =>
      groupMessages(messages, { tz, now: session.now(), me, lastRead, cut: older !== null, inThread: hands.inThread }),
    [messages, tz, me, lastRead, older === null, hands.inThread, state.clock],
  );
  const { box, list, ended } = useWindowed(rows, [active, hands.editing], older !== null, () => redraw(Math.random()));
  const seenTs = useRef(newest);
  if (ended.current) seenTs.current = newest;

  const look = (ts: string, align: 'center' | 'auto'): void => {
    const index = rows.findIndex((row) => row.key === ts);
    if (index < 0) return;
    ended.current = false;
    wanted.current = ts;
    setActive(ts);
    list.scrollToIndex(index, { align });
    redraw((count) => count + 1);
  };
  useEffect(() => {
    const target =
      wanted.current && box.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(wanted.current)}"]`);
    if (!target) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
  });
  const here = focus !== undefined && rows.some((row) => row.key === focus);
  useEffect(() => {
    if (focus && here) look(focus, 'center');
  }, [focus, here]);
  useEffect(() => {
    const index = hands.editing ? rows.findIndex((row) => row.key === hands.editing) : -1;
    if (index >= 0) list.scrollToIndex(index, { align: 'auto' });
  }, [hands.editing]);
  useEffect(() => {
    if (newest && ended.current) seen?.(newest);
  }, [newest, ended.current, seen]);
  // One's own message is where one looks next.
  const last = messages.at(-1);
  const drawn = useRef(newest);
  useEffect(() => {
    const posted = last && drawn.current !== '' && last.ts > drawn.current && last.user === me && !last.ephemeral;
    drawn.current = newest;
    if (posted) list.scrollToEnd();
  }, [newest]);
  useEffect(() => {
    if (older && (list.range?.startIndex ?? OLDER_AHEAD) < OLDER_AHEAD) older();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const from = event.target as HTMLElement;
    if (from.tagName !== 'ARTICLE' || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows.filter((row) => row.kind === 'message');
    // A key held down goes on from the message that is about to have the focus.
    const at = all.findIndex((row) => row.key === (wanted.current ?? from.dataset.ts));
    const step = STEPS[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step === undefined ? undefined : at + step;
    if (next === undefined) return;
    event.preventDefault();
    const to = all[Math.max(0, Math.min(next, all.length - 1))];
    if (to) look(to.key, 'auto');
  };
  const stop = active !== null && rows.some((row) => row.key === active) ? active : newest;
  const missed = ended.current ? 0 : messages.filter((one) => one.ts > seenTs.current && one.user !== me).length;
  const far = !ended.current && list.getDistanceFromEnd() > (box.current?.clientHeight ?? 0);
  return (
    <HandsContext.Provider value={hands}>
      <div class="list-frame">
        <div
          ref={box}
          class="list"
          role="log"
          aria-label={name}
          aria-live={ended.current ? 'polite' : 'off'}
          aria-relevant="additions"
          onKeyDown={onKeyDown}
          onFocusIn={(event) => {
            wanted.current = null;
            const ts = (event.target as Element).closest<HTMLElement>('article')?.dataset.ts;
            if (ts && ts !== active) setActive(ts);
          }}
        >
          <div class="list-content">
            <SlowApp>
              <div class="rows" style={{ height: `${list.getTotalSize()}px` }}>
                {older ? <p class="older">Reading older messages …</p> : null}
                {list.getVirtualItems().map((item) => {
                  const row = rows[item.index];
                  if (!row) return null;
                  return (
                    <div
                      key={item.key}
                      ref={list.measureElement}
                      data-index={item.index}
                      class="row"
                      style={{ transform: `translateY(${item.start}px)` }}
                    >
                      <RowView
                        row={row}
                        opening={opening}
                        pinned={pinned.includes(row.key)}
                        focused={row.key === focus}
                        editing={row.key === hands.editing}
                        tabStop={row.key === stop}
                      />
                    </div>
                  );
                })}
              </div>
            </SlowApp>
          </div>
        </div>
        {far || missed > 0 ? <ToEnd missed={missed} go={() => list.scrollToEnd()} /> : null}
      </div>
    </HandsContext.Provider>
  );
}
