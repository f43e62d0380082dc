import type { PeopleMessage } from '../../people/shapes.ts';
import { Icon } from '../shell/icon.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { useHands } from './hands.ts';

/** What stands over a message: who sees it, that it is pinned, what it answers. */
export function MessageNotes({ message, pinned }: { message: PeopleMessage; pinned: boolean }) {
  const { session } = useApp();
  const { channel, inThread } = useHands();
  const { ephemeral, root, thread_ts, ts } = message;
  return (
    <>
      {ephemeral ? (
        <p class="message-note">
          <Icon name="eye" /> Only visible to you
          <button
            type="button"
            class="link-like"
            onClick={() => void session.attempt(people('dismiss', { as: session.me(), channel, ts }))}
          >
            Dismiss
          </button>
        </p>
      ) : null}
      {pinned ? (
        <p class="message-note">
          <Icon name="pin" /> Pinned
        </p>
      ) : null}
      {root && thread_ts && !inThread ? (
        <p class="message-note">
          <Icon name="reply" /> replied to a thread:
          <button type="button" class="link-like root-words" onClick={() => void session.openThread(thread_ts)}>
            {root.text || 'a message'}
          </button>
        </p>
      ) : null}
      {message.subtype === 'thread_broadcast' && inThread ? <p class="message-note">Also sent to the channel</p> : null}
    </>
  );
}
