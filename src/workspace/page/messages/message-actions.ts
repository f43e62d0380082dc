import type { PeopleMessage } from '../../people/shapes.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { channelOf } from '../store/state.ts';
import { copyText } from './copy-text.ts';
import { useHands } from './hands.ts';

export interface Action {
  key: string;
  label: string;
  /** What does it by keyboard while the message has the focus. */
  letter?: string;
  danger?: boolean;
  run(): void;
}

/** Everything that can be done with one message from its menu, besides reacting and answering. */
export function useMessageActions(message: PeopleMessage): () => Action[] {
  const { state, session } = useApp();
  const hands = useHands();
  const as = session.me();
  const { channel } = hands;
  const at = { as, channel, ts: message.ts };

  const remove = async (): Promise<void> => {
    const sure = await session.ask({
      title: 'Delete this message?',
      text: 'Everyone in the channel stops seeing it.',
      confirm: 'Delete',
      deny: 'Keep',
      danger: true,
    });
    if (sure) await session.attempt(people('delete', at));
  };
  const copy = async (): Promise<void> => {
    const link = linkTo(channel, message);
    session.toast((await copyText(link)) ? 'Link copied.' : link);
  };
  return () => {
    const pinned = channelOf(session.get(), channel)?.pinned.includes(message.ts) ?? false;
    const own = message.user === as;
    const shortcuts = (state.workspace?.shortcuts ?? []).filter((one) => one.type === 'message');
    const all: (Action | null)[] = [
      ...shortcuts.map(({ callback_id, name }) => ({
        key: callback_id,
        label: name,
        run: () => void session.attempt(people('shortcut', { ...at, callback_id })),
      })),
      { key: 'copy', label: 'Copy link', letter: 'l', run: () => void copy() },
      hands.markUnread
        ? { key: 'unread', label: 'Mark unread from here', letter: 'u', run: () => hands.markUnread?.(message.ts) }
        : null,
      hands.writable
        ? {
            key: 'pin',
            label: pinned ? 'Remove pin' : 'Pin to channel',
            letter: 'p',
            run: () => void session.attempt(people('pin', { ...at, remove: pinned })),
          }
        : null,
      own && hands.writable
        ? { key: 'edit', label: 'Edit message', letter: 'e', run: () => hands.edit(message.ts) }
        : null,
      own && hands.writable
        ? { key: 'delete', label: 'Delete message', letter: 'Delete', danger: true, run: () => void remove() }
        : null,
    ];
    return all.filter((one) => one !== null);
  };
}

/** The same address as chat.getPermalink gives. */
function linkTo(channel: string, { ts, thread_ts }: PeopleMessage): string {
  const thread = thread_ts && thread_ts !== ts ? `?${new URLSearchParams({ thread_ts, cid: channel })}` : '';
  return `${location.origin}/archives/${channel}/p${ts.replace('.', '')}${thread}`;
}
