import { useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/protocol.ts';
import { MessageBlocks } from '../blocks/message-blocks.tsx';
import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import { dayLabel, fullTime, timeOf } from '../mrkdwn/dates.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf, zoneOf } from '../store/state.ts';
import { FileCard } from './file-card.tsx';
import { MessageEdit } from './message-edit.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';

interface MessageItemProps {
  message: PeopleMessage;
  channel: string;
  /** Draws name, avatar and time; false for one that continues the message above. */
  first: boolean;
  pinned: boolean;
  inThread: boolean;
  focused: boolean;
  tabStop: boolean;
}

export function MessageItem({ message, channel, first, pinned, inThread, focused, tabStop }: MessageItemProps) {
  const { state, session } = useApp();
  const [near, setNear] = useState(false);
  const [held, setHeld] = useState(false);
  const [editing, setEditing] = useState(false);
  const user = userOf(state, message.user);
  const tz = zoneOf(state);
  const ms = Number(message.ts) * 1000;
  const quiet = message.subtype === 'channel_join' || message.subtype === 'channel_topic';
  const classes = [
    'message',
    first ? 'first' : 'next',
    message.ephemeral && 'ephemeral',
    pinned && 'pinned',
    focused && 'focused',
    quiet && 'quiet',
    message.blocks?.length && 'rich',
  ];
  const reply = (): void => void session.openThread(message.ts);
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      aria-label={`${nameOf(user)} at ${timeOf(ms, tz)}`}
      tabIndex={tabStop ? 0 : -1}
      data-ts={message.ts}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocusIn={(event) => setHeld(holdsFocus(event.target as Element))}
      onFocusOut={() => setHeld(false)}
    >
      {message.ephemeral ? (
        <p class="message-note">
          <Icon name="eye" /> Only visible to you
        </p>
      ) : null}
      {pinned ? (
        <p class="message-note">
          <Icon name="pin" /> Pinned
        </p>
      ) : null}
      <div class="message-side">
        {first ? <Avatar user={user} /> : <time title={fullTime(ms, tz)}>{timeOf(ms, tz).replace(/ .M$/, '')}</time>}
      </div>
      <div class="message-main">
        {first ? (
          <p class="message-head">
            <strong class="author">{nameOf(user)}</strong>
            {user?.is_bot ? <span class="tag">app</span> : null}
            <time class="stamp" title={fullTime(ms, tz)} dateTime={new Date(ms).toISOString()}>
              {timeOf(ms, tz)}
            </time>
          </p>
        ) : null}
        {editing ? (
          <MessageEdit message={message} channel={channel} done={() => setEditing(false)} />
        ) : (
          <Body message={message} channel={channel} />
        )}
        {message.files?.length ? (
          <div class="files">
            {message.files.map((file) => (
              <FileCard key={file.id} file={file} />
            ))}
          </div>
        ) : null}
        <Reactions message={message} channel={channel} />
        {!inThread && message.reply_count ? <ThreadFooter message={message} open={reply} /> : null}
      </div>
      {(near || held) && !editing && !message.ephemeral ? (
        <MessageTools
          message={message}
          channel={channel}
          edit={() => setEditing(true)}
          reply={inThread ? undefined : reply}
        />
      ) : null}
    </article>
  );
}

/** By keyboard, or in a menu of the tools; a click on something else in the message does not hold them. */
const holdsFocus = (target: Element): boolean => target.matches(':focus-visible') || target.closest('.tools') !== null;

function Body({ message, channel }: { message: PeopleMessage; channel: string }) {
  const edited = message.edited ? <span class="stamp">(edited)</span> : null;
  if (message.blocks?.length) {
    return (
      <>
        <MessageBlocks message={message} channel={channel} />
        {edited}
      </>
    );
  }
  if (!message.text) return null;
  return (
    <div class="text">
      <Mrkdwn text={message.text} />
      {edited}
    </div>
  );
}

function ThreadFooter({ message, open }: { message: PeopleMessage; open(): void }) {
  const { state, session } = useApp();
  const tz = zoneOf(state);
  const count = message.reply_count ?? 0;
  const last = Number(message.latest_reply ?? 0) * 1000;
  return (
    <button type="button" class="thread-footer" onClick={open}>
      <span class="faces" aria-hidden="true">
        {(message.reply_users ?? []).slice(0, 4).map((id) => (
          <Avatar key={id} user={userOf(state, id)} size="tiny" />
        ))}
      </span>
      <span class="thread-count">{count === 1 ? '1 reply' : `${count} replies`}</span>
      {last ? (
        <span class="faint">
          last{' '}
          {dayLabel(last, tz, session.now()).toLowerCase() === 'today' ? 'today' : dayLabel(last, tz, session.now())} at{' '}
          {timeOf(last, tz)}
        </span>
      ) : null}
    </button>
  );
}
