import type { PeopleChannel } from '../../people/protocol.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { channelTitle, type Place, threadKey } from '../store/state.ts';
import { Composer } from './composer.tsx';
import { FileDrop } from './file-drop.tsx';
import { MessageList } from './message-list.tsx';
import { usePendingFiles } from './pending-files.ts';

export function ThreadPane({ channel, ts }: { channel: PeopleChannel; ts: string }) {
  const { state, session } = useApp();
  const pending = usePendingFiles(channel.id, ts);
  const messages = state.threads[threadKey(channel.id, ts)];
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
          Thread <span class="faint">{channelTitle(state, channel)}</span>
        </h2>
        <button type="button" class="icon-button" aria-label="Close thread" title="Close thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <FileDrop class="channel-body" hint="Drop to share in this thread" onFiles={pending.add}>
        {messages ? (
          <MessageList
            name="Messages in thread"
            channel={channel.id}
            messages={messages}
            pinned={[]}
            lastRead=""
            inThread
            focus={focusOf(state.place)}
          />
        ) : (
          <p class="empty">Reading the thread …</p>
        )}
        {channel.is_member && !channel.is_archived ? (
          <Composer channel={channel.id} threadTs={ts} label="Reply in thread" pending={pending} />
        ) : null}
      </FileDrop>
    </aside>
  );
}

const focusOf = (place: Place): string | undefined => (place.kind === 'channel' ? place.focus : undefined);
