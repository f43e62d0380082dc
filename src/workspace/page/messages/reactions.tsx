import type { PeopleMessage } from '../../people/protocol.ts';
import { emojiOf } from '../mrkdwn/emoji.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf } from '../store/state.ts';

export function Reactions({ message, channel }: { message: PeopleMessage; channel: string }) {
  const { state, session } = useApp();
  const reactions = message.reactions ?? [];
  if (reactions.length === 0) return null;
  const me = session.me();
  return (
    <div class="reactions">
      {reactions.map(({ name, users }) => {
        const mine = users.includes(me);
        const names = users.map((id) => nameOf(userOf(state, id))).join(', ');
        const toggle = () =>
          void session.attempt(people('react', { as: me, channel, ts: message.ts, name, remove: mine }));
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={mine}
            aria-label={`${name.replaceAll('_', ' ')}, ${names}`}
            title={names}
            onClick={toggle}
          >
            <span aria-hidden="true">{emojiOf(name) ?? `:${name}:`}</span> {users.length}
          </button>
        );
      })}
    </div>
  );
}
