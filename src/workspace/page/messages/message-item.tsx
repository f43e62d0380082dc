import { useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/shapes.ts';
import { fullTime, timeOf } from '../mrkdwn/dates.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf, zoneOf } from '../store/state.ts';
import { useHands } from './hands.ts';
import { useMessageActions } from './message-actions.ts';
import { MessageBody } from './message-body.tsx';
import { MessageEdit } from './message-edit.tsx';
import { MessageHead, MessageSide } from './message-head.tsx';
import { MessageNotes } from './message-notes.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { ThreadFooter } from './thread-footer.tsx';

interface MessageItemProps {
  message: PeopleMessage;
  /** Draws name, avatar and time; false for one that continues the message above. */
  first: boolean;
  pinned: boolean;
  focused: boolean;
  editing: boolean;
  tabStop: boolean;
}

/** What Slack tells of the channel, not what somebody says. */
const NARRATED = /^(channel|group)_/;

export function MessageItem({ message, first, pinned, focused, editing, tabStop }: MessageItemProps) {
  const { state, session } = useApp();
  const hands = useHands();
  const actions = useMessageActions(message);
  const [near, setNear] = useState(false);
  const [held, setHeld] = useState(false);
  const tz = zoneOf(state);
  const ms = Number(message.ts) * 1000;
  const gone = message.subtype === 'tombstone';
  const author = message.username ?? nameOf(userOf(state, message.user));
  const classes = [
    'message',
    first ? 'first' : 'next',
    message.ephemeral && 'ephemeral',
    pinned && 'pinned',
    focused && 'focused',
    (gone || NARRATED.test(message.subtype ?? '')) && 'quiet',
    message.blocks?.length && 'rich',
    editing && 'editing',
  ];
  const reply = (): void => void session.openThread(message.ts);
  const onKeyDown = (event: KeyboardEvent): void => {
    const on = event.currentTarget as HTMLElement;
    if (event.target !== on || event.ctrlKey || event.metaKey || event.altKey || message.ephemeral || gone) return;
    if (event.key === 'r') on.querySelector<HTMLElement>('[data-tool=react]')?.click();
    else if ((event.key === 't' || event.key === 'Enter') && !hands.inThread) reply();
    else {
      const action = actions().find((one) => one.letter === event.key);
      if (!action) return;
      action.run();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      aria-label={gone ? 'A deleted message' : `${author} at ${timeOf(ms, tz)}`}
      tabIndex={tabStop ? 0 : -1}
      data-ts={message.ts}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocusIn={(event) => setHeld(holdsFocus(event.target as Element))}
      onFocusOut={() => setHeld(false)}
      onKeyDown={onKeyDown}
    >
      <MessageNotes message={message} pinned={pinned} />
      <div class="message-side">
        {first && !gone ? (
          <MessageSide message={message} />
        ) : (
          <time title={fullTime(ms, tz)}>{timeOf(ms, tz).replace(/ .M$/, '')}</time>
        )}
      </div>
      <div class="message-main">
        {first && !gone ? <MessageHead message={message} /> : null}
        {editing ? (
          <MessageEdit message={message} channel={hands.channel} done={() => hands.edit(null)} />
        ) : (
          <MessageBody message={message} channel={hands.channel} />
        )}
        <Reactions message={message} />
        {!hands.inThread && message.reply_count ? <ThreadFooter message={message} open={reply} /> : null}
      </div>
      {(near || held) && !editing && !message.ephemeral && !gone ? (
        <MessageTools message={message} reply={reply} />
      ) : null}
    </article>
  );
}

/** By keyboard, or in a menu of the tools; a click on something else in the message does not hold them. */
const holdsFocus = (target: Element): boolean => target.matches(':focus-visible') || target.closest('.tools') !== null;
