import type { PeopleUser } from '../../people/shapes.ts';
import { useApp } from '../store/context.tsx';
import { directName, nameOf, partnerOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { hasDraft, RailGroup, RailLink } from './rail-link.tsx';

/** People nobody has written with yet are offered up to this number; the others are found by "Jump or search". */
const MOST_OFFERED = 12;

/** Talks with one person and with several; then the people one has not talked with yet. */
export function DirectMessages({ here, open, onPick }: { here: string; open(id: string): void; onPick(): void }) {
  const { state, session } = useApp();
  const me = session.me();
  const bot = state.workspace?.app?.bot_user;
  const channels = state.workspace?.channels ?? [];
  const groups = channels.filter((one) => one.kind === 'mpim' && one.is_member && !one.is_archived);
  const withIm = new Map(
    channels.filter((one) => one.kind === 'im').map((one) => [partnerOf(state, one)?.id, one] as const),
  );
  const users = (state.workspace?.users ?? []).filter((user) => user.id !== bot && !user.is_bot && user.id !== me);
  const byName = (a: PeopleUser, b: PeopleUser): number => nameOf(a).localeCompare(nameOf(b));
  const talked = users.filter((user) => withIm.has(user.id)).sort(byName);
  const others = users.filter((user) => !withIm.has(user.id) && !user.deleted).sort(byName);
  return (
    <RailGroup
      title="Direct messages"
      tool={
        <button
          type="button"
          class="icon-button"
          aria-label="New message"
          title="New message"
          onClick={() => session.openPanel({ kind: 'switcher' })}
        >
          <Icon name="plus" />
        </button>
      }
    >
      {groups.map((group) => (
        <RailLink
          key={group.id}
          name={directName(state, group)}
          mark={<Icon name="people" />}
          hint="group"
          current={group.id === here}
          unread={group.unread}
          mentions={group.mentions}
          draft={group.id !== here && hasDraft(me, group.id)}
          onClick={() => open(group.id)}
        />
      ))}
      {[...talked, ...others.slice(0, MOST_OFFERED)].map((user) => {
        const im = withIm.get(user.id);
        return (
          <RailLink
            key={user.id}
            name={nameOf(user)}
            mark={<Avatar user={user} size="tiny" />}
            current={im !== undefined && im.id === here}
            unread={im?.unread ?? 0}
            mentions={im?.mentions ?? 0}
            faint={!im}
            draft={im !== undefined && im.id !== here && hasDraft(me, im.id)}
            tag={user.deleted ? 'gone' : user.is_restricted ? 'guest' : undefined}
            onClick={() => {
              if (im) return open(im.id);
              onPick();
              void session.openDm(user.id);
            }}
          />
        );
      })}
    </RailGroup>
  );
}
