import type { PeopleMessage } from '../../people/shapes.ts';
import { dayLabel, timeOf } from '../mrkdwn/dates.ts';
import { Avatar } from '../shell/avatar.tsx';
import { useApp } from '../store/context.tsx';
import { userOf, zoneOf } from '../store/state.ts';

/** "3 replies, last today at 9:05 AM" under a thread's first message; opens the thread. */
export function ThreadFooter({ message, open }: { message: PeopleMessage; open(): void }) {
  const { state, session } = useApp();
  const tz = zoneOf(state);
  const count = message.reply_count ?? 0;
  const last = Number(message.latest_reply ?? 0) * 1000;
  const day = dayLabel(last, tz, session.now());
  const near = /^(Today|Yesterday|Tomorrow)$/.test(day) ? day.toLowerCase() : day;
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
          last {near} at {timeOf(last, tz)}
        </span>
      ) : null}
    </button>
  );
}
