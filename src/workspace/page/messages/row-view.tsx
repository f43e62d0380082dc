import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Row } from './group-messages.ts';
import { MessageItem } from './message-item.tsx';

interface RowViewProps {
  row: Row;
  opening: ComponentChildren;
  pinned: boolean;
  focused: boolean;
  editing: boolean;
  tabStop: boolean;
}

/** A message that did not change is not drawn again: there are many, and one may arrive every few frames. */
export function RowView({ row, opening, pinned, focused, editing, tabStop }: RowViewProps) {
  const message = row.kind === 'message' ? row.message : null;
  const first = row.kind === 'message' && row.first;
  const item = useMemo(
    () =>
      message ? (
        <MessageItem
          message={message}
          first={first}
          pinned={pinned}
          focused={focused}
          editing={editing}
          tabStop={tabStop}
        />
      ) : null,
    [message, first, pinned, focused, editing, tabStop],
  );
  switch (row.kind) {
    case 'opening':
      return <>{opening}</>;
    case 'day':
    case 'replies':
      return (
        <h3 class={row.kind === 'day' ? 'day' : 'day replies'}>
          <span>{row.label}</span>
        </h3>
      );
    case 'new':
      return (
        <p class="new-mark">
          <span>New</span>
        </p>
      );
    case 'message':
      return item;
  }
}
