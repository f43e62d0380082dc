import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PeopleMessage } from '../../people/protocol.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { groupMessages } from './group-messages.ts';
import { MessageItem } from './message-item.tsx';
import { useStick } from './use-stick.ts';

interface MessageListProps {
  name: string;
  channel: string;
  messages: PeopleMessage[];
  pinned: string[];
  lastRead: string;
  inThread: boolean;
  focus?: string | undefined;
  /** Drawn above the first message. */
  opening?: ComponentChildren;
  seen?(ts: string): void;
}

export function MessageList({
  name,
  channel,
  messages,
  pinned,
  lastRead,
  inThread,
  focus,
  opening,
  seen,
}: MessageListProps) {
  const { state, session } = useApp();
  const newest = messages.at(-1)?.ts ?? '';
  const { box, content, missed, toEnd, onScroll, hold, atEnd } = useStick(newest);
  const rows = groupMessages(messages, { tz: zoneOf(state), now: session.now(), me: session.me(), lastRead });
  useEffect(() => {
    if (newest && atEnd.current) seen?.(newest);
  }, [newest, missed, seen, atEnd]);
  const here = messages.some((message) => message.ts === focus);
  useEffect(() => {
    if (!focus || !here) return;
    hold();
    const target = box.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(focus)}"]`);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }, [focus, here]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.target as HTMLElement;
    if (!step || from.tagName !== 'ARTICLE') return;
    const all = [...(box.current?.querySelectorAll<HTMLElement>('article') ?? [])];
    all[all.indexOf(from) + step]?.focus();
    event.preventDefault();
  };
  return (
    <div class="list-frame">
      <div
        ref={box}
        class="list"
        role="log"
        aria-label={name}
        aria-live="polite"
        aria-relevant="additions"
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <div ref={content} class="list-content">
          {opening}
          {rows.map((row) => {
            if (row.kind === 'day') {
              return (
                <h3 key={row.key} class="day">
                  <span>{row.label}</span>
                </h3>
              );
            }
            if (row.kind === 'new') {
              return (
                <p key={row.key} class="new-mark">
                  <span>New</span>
                </p>
              );
            }
            return (
              <MessageItem
                key={row.key}
                message={row.message}
                channel={channel}
                first={row.first}
                pinned={pinned.includes(row.message.ts)}
                inThread={inThread}
                focused={row.message.ts === focus}
                tabStop={row.message.ts === newest}
              />
            );
          })}
        </div>
      </div>
      {missed ? (
        <button type="button" class="to-end" onClick={toEnd}>
          New messages <Icon name="down" />
        </button>
      ) : null}
    </div>
  );
}
