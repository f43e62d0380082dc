import type { PeopleMessage } from '../../people/shapes.ts';
import { fullTime, timeOf } from '../mrkdwn/dates.ts';
import { emojiOf } from '../mrkdwn/emoji.ts';
import { Avatar } from '../shell/avatar.tsx';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf, zoneOf } from '../store/state.ts';

/** The author's picture; an app may stand behind an emoji instead. */
export function MessageSide({ message }: { message: PeopleMessage }) {
  const { state } = useApp();
  const emoji = message.icon_emoji ? emojiOf(message.icon_emoji.replaceAll(':', '')) : null;
  if (emoji) {
    return (
      <span class="avatar normal as-emoji" aria-hidden="true">
        {emoji}
      </span>
    );
  }
  return <Avatar user={userOf(state, message.user)} />;
}

export function MessageHead({ message }: { message: PeopleMessage }) {
  const { state } = useApp();
  const tz = zoneOf(state);
  const ms = Number(message.ts) * 1000;
  const user = userOf(state, message.user);
  return (
    <p class="message-head">
      <strong class="author">{message.username ?? nameOf(user)}</strong>
      {user?.is_bot ? <span class="tag">app</span> : null}
      <time class="stamp" title={fullTime(ms, tz)} dateTime={new Date(ms).toISOString()}>
        {timeOf(ms, tz)}
      </time>
    </p>
  );
}
