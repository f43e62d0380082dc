import type { PeopleMessage } from '../../people/shapes.ts';
import { emojiOf, QUICK_REACTIONS } from '../mrkdwn/emoji.ts';
import { Icon } from '../shell/icon.tsx';
import { Menu } from '../shell/menu.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { useHands } from './hands.ts';
import { useMessageActions } from './message-actions.ts';

/** What a person can do with one message; shown when it is pointed at or holds the focus. */
export function MessageTools({ message, reply }: { message: PeopleMessage; reply(): void }) {
  const { session } = useApp();
  const { channel, inThread, writable } = useHands();
  const actions = useMessageActions(message);
  const as = session.me();
  const react = (name: string): void => {
    const mine = message.reactions?.some((one) => one.name === name && one.users.includes(as)) ?? false;
    void session.attempt(people('react', { as, channel, ts: message.ts, name, remove: mine }));
  };
  return (
    <div class="tools" role="toolbar" aria-label="Message actions">
      {writable ? (
        <>
          {QUICK_REACTIONS.map((name) => (
            <button
              key={name}
              type="button"
              class="icon-button quick"
              aria-label={`React with ${name.replaceAll('_', ' ')}`}
              title={name.replaceAll('_', ' ')}
              onClick={() => react(name)}
            >
              <span class="emoji" aria-hidden="true">
                {emojiOf(name)}
              </span>
            </button>
          ))}
          <EmojiButton name="Add reaction" tool="react" pick={react} />
        </>
      ) : null}
      {inThread ? null : (
        <button
          type="button"
          class="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread (T)"
          onClick={reply}
        >
          <Icon name="reply" />
        </button>
      )}
      <Menu
        name="More actions"
        button={<Icon name="more" />}
        items={actions().map(({ letter, label, ...action }) => ({
          ...action,
          label: (
            <>
              <span>{label}</span>
              {letter ? <kbd>{letter.length > 1 ? 'Del' : letter.toUpperCase()}</kbd> : null}
            </>
          ),
        }))}
      />
    </div>
  );
}
