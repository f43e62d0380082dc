import { useMemo } from 'preact/hooks';
import type { PeopleChannel } from '../../people/shapes.ts';
import { AssistantFoot } from '../home/assistant-foot.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { channelTitle, isWithApp, type Place, threadKey } from '../store/state.ts';
import { Composer } from './composer.tsx';
import { FileDrop } from './file-drop.tsx';
import type { Hands } from './hands.ts';
import { MessageList } from './message-list.tsx';
import { usePendingFiles } from './pending-files.ts';
import { useEditing } from './use-editing.ts';

export function ThreadPane({ channel, ts }: { channel: PeopleChannel; ts: string }) {
  const { state, session } = useApp();
  const pending = usePendingFiles(channel.id, ts);
  const messages = state.threads[threadKey(channel.id, ts)];
  const title = state.assistant?.threads.find((one) => one.channel === channel.id && one.thread_ts === ts)?.title;
  const { editing, edit, editLast } = useEditing(messages);
  const writable = channel.is_member && !channel.is_archived;
  const hands = useMemo<Hands>(
    () => ({ channel: channel.id, inThread: true, writable, editing, edit }),
    [channel.id, writable, editing],
  );
  const close = (): void => void session.openThread(null);
  return (
    <aside
      class="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header class="thread-head">
        <h2>
          {title || 'Thread'} <span class="faint">{channelTitle(state, channel)}</span>
        </h2>
        <button type="button" class="icon-button" aria-label="Close thread" title="Close thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <FileDrop class="channel-body" hint="Drop to share in this thread" onFiles={pending.add}>
        {messages ? (
          <MessageList
            name="Messages in thread"
            messages={messages}
            hands={hands}
            pinned={channel.pinned}
            lastRead=""
            focus={focusOf(state.place)}
          />
        ) : (
          <p class="empty">Reading the thread …</p>
        )}
        {isWithApp(state, channel) ? <AssistantFoot channel={channel.id} thread={ts} /> : null}
        {writable ? (
          <Composer
            channel={channel.id}
            threadTs={ts}
            label="Reply in thread"
            pending={pending}
            alsoTo={channelTitle(state, channel)}
            editLast={editLast}
          />
        ) : null}
      </FileDrop>
    </aside>
  );
}

const focusOf = (place: Place): string | undefined => (place.kind === 'channel' ? place.focus : undefined);
