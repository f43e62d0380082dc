import { useCallback, useState } from 'preact/hooks';
import type { PeopleChannel } from '../../people/protocol.ts';
import { CanvasView } from '../canvas/canvas-view.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { channelTitle, type Place } from '../store/state.ts';
import { ChannelHeader } from './channel-header.tsx';
import { Composer } from './composer.tsx';
import { FileDrop } from './file-drop.tsx';
import { MessageList } from './message-list.tsx';
import { usePendingFiles } from './pending-files.ts';

interface ChannelViewProps {
  channel: PeopleChannel;
  place: Extract<Place, { kind: 'channel' }>;
  openRail(): void;
}

export function ChannelView({ channel, place, openRail }: ChannelViewProps) {
  const { state, session } = useApp();
  const pending = usePendingFiles(channel.id, null);
  // The "new" mark stands where it stood when the channel was opened.
  const [lastRead] = useState(channel.unread > 0 ? channel.last_read : '');
  const messages = state.histories[channel.id];
  const { id, unread } = channel;
  const seen = useCallback(
    (ts: string) => {
      if (unread > 0) void people('read', { as: session.me(), channel: id, ts }).catch(() => undefined);
    },
    [id, unread, session],
  );
  const title = channelTitle(state, channel);
  return (
    <>
      <ChannelHeader channel={channel} tab={place.tab} openRail={openRail} />
      {place.tab === 'canvas' && channel.canvas_id ? (
        <CanvasView id={channel.canvas_id} />
      ) : (
        <FileDrop class="channel-body" hint={`Drop to share in ${title}`} onFiles={pending.add}>
          {messages ? (
            <MessageList
              name={`Messages in ${title}`}
              channel={channel.id}
              messages={messages}
              pinned={channel.pinned}
              lastRead={lastRead}
              inThread={false}
              focus={place.focus}
              seen={seen}
              opening={<Opening channel={channel} title={title} />}
            />
          ) : (
            <p class="empty">Reading {title} …</p>
          )}
          <Foot channel={channel} title={title} pending={pending} />
        </FileDrop>
      )}
    </>
  );
}

function Foot({
  channel,
  title,
  pending,
}: {
  channel: PeopleChannel;
  title: string;
  pending: ReturnType<typeof usePendingFiles>;
}) {
  const { session } = useApp();
  if (channel.is_archived) return <p class="foot-note">This channel is archived. You can read it, nobody can write.</p>;
  if (channel.is_member)
    return <Composer channel={channel.id} threadTs={null} label={`Message ${title}`} pending={pending} />;
  return (
    <div class="foot-note">
      <span>You are looking at {title}.</span>
      <button
        type="button"
        class="button primary"
        onClick={() => void session.attempt(people('join', { as: session.me(), channel: channel.id }))}
      >
        Join channel
      </button>
    </div>
  );
}

function Opening({ channel, title }: { channel: PeopleChannel; title: string }) {
  return (
    <div class="opening">
      <h2>{title}</h2>
      <p>
        {channel.kind === 'im'
          ? 'Only the two of you see what is written here.'
          : channel.purpose || 'This is where the channel begins.'}
      </p>
    </div>
  );
}
