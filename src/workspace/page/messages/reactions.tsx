import type { PeopleMessage } from '../../people/shapes.ts';
import { emojiOf } from '../mrkdwn/emoji.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf } from '../store/state.ts';
import { EmojiButton } from './emoji-button.tsx';
import { useHands } from './hands.ts';

export function Reactions({ message }: { message: PeopleMessage }) {
  const { state, session } = useApp();
  const { channel, writable } = useHands();
  const reactions = message.reactions ?? [];
  if (reactions.length === 0) return null;
  const me = session.me();
  const react = (name: string, remove: boolean): void =>
    void session.attempt(people('react', { as: me, channel, ts: message.ts, name, remove }));
  return (
    <div class="reactions">
      {reactions.map(({ name, users }) => {
        const mine = users.includes(me);
        const names = users.map((id) => (id === me ? 'you' : nameOf(userOf(state, id))));
        const who = inWords(names);
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={mine}
            aria-label={`${name.replaceAll('_', ' ')}, ${who}`}
            title={`${who} reacted with :${name}:`}
            disabled={!writable}
            onClick={() => react(name, mine)}
          >
            <span class="emoji" aria-hidden="true">
              {emojiOf(name) ?? `:${name}:`}
            </span>{' '}
            {users.length}
          </button>
        );
      })}
      {writable ? (
        <EmojiButton
          name="Add another reaction"
          class="reaction add"
          pick={(name) =>
            react(
              name,
              reactions.some((one) => one.name === name && one.users.includes(me)),
            )
          }
        />
      ) : null}
    </div>
  );
}

/** "Dana Fox, Tom Reed and you". */
function inWords(names: string[]): string {
  const sorted = [...names.filter((name) => name !== 'you'), ...names.filter((name) => name === 'you')];
  return sorted.length < 2 ? sorted.join('') : `${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1)}`;
}
