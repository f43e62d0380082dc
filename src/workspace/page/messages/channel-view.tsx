import { useCallback, useMemo, useState } from 'preact/hooks';
import type { PeopleChannel } from '../../people/shapes.ts';
import { CanvasView } from '../canvas/canvas-view.tsx';
import { AssistantFoot } from '../home/assistant-foot.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { channelTitle, isWithApp, type Place } from '../store/state.ts';
import { ChannelHeader } from './channel-header.tsx';
import { Composer } from './composer.tsx';
import { FileDrop } from './file-drop.tsx';
import type { Hands } from './hands.ts';
import { MessageList } from './message-list.tsx';
import { usePendingFiles } from './pending-files.ts';
import { useEditing } from './use-editing.ts';

interface ChannelViewProps {
  channel: PeopleChannel;
  place: Extract<Place, { kind: 'channel' }>;
  openRail(): void;
}

export function ChannelView({ channel, place, openRail }: ChannelViewProps) {
  const { state, session } = useApp();
  const pending = usePendingFiles(channel.id, null);
  // The "new" mark stands where it stood when the channel was opened.
  const [lastRead, setLastRead] = useState(channel.unread > 0 ? channel.last_read : '');
  /** After "mark unread" nothing is read until one comes back. */
  const [keptUnread, setKeptUnread] = useState(false);
  const messages = state.histories[channel.id];
  const { editing, edit, editLast } = useEditing(messages);
  const { id, unread } = channel;
  const writable = channel.is_member && !channel.is_archived;
  const seen = useCallback(
    (ts: string) => {
      if (unread > 0 && !keptUnread) void people('read', { as: session.me(), channel: id, ts }).catch(() => undefined);
    },
    [id, unread, keptUnread, session],
  );
  const hands = useMemo<Hands>(
    () => ({
      channel: id,
      inThread: false,
      writable,
      editing,
      edit,
      markUnread(ts) {
        const all = session.get().histories[id] ?? [];
        const before = all[all.findIndex((one) => one.ts === ts) - 1]?.ts ?? '0000000000.000000';
        setKeptUnread(true);
        setLastRead(before);
        void session.attempt(people('read', { as: session.me(), channel: id, ts: before }));
      },
    }),
    [id, writable, editing, session],
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
              messages={messages}
              hands={hands}
              pinned={channel.pinned}
              lastRead={lastRead}
              focus={place.focus}
              older={state.hasOlder[id] ? () => void session.attempt(session.readOlder(id)) : null}
              seen={seen}
              opening={<Opening channel={channel} title={title} />}
            />
          ) : (
            <p class="empty">Reading {title} …</p>
          )}
          <Foot channel={channel} title={title} pending={pending} editLast={editLast} />
        </FileDrop>
      )}
    </>
  );
}

function Foot({
  channel,
  title,
  pending,
  editLast,
}: {
  channel: PeopleChannel;
  title: string;
  pending: ReturnType<typeof usePendingFiles>;
  editLast(): boolean;
}) {
  const { state, session } = useApp();
  if (channel.is_archived) return <p class="foot-note">This channel is archived. You can read it, nobody can write.</p>;
  const withApp = isWithApp(state, channel) && state.assistant?.view === 'agent_view';
  if (channel.is_member)
    return (
      <>
        {withApp ? <AssistantFoot channel={channel.id} thread={null} /> : null}
        <Composer
          channel={channel.id}
          threadTs={null}
          label={`Message ${title}`}
          pending={pending}
          editLast={editLast}
        />
      </>
    );
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
          : channel.kind === 'mpim'
            ? 'Only the people named above see what is written here.'
            : channel.purpose || 'This is where the channel begins.'}
      </p>
    </div>
  );
}
