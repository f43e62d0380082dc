import type { PeopleUser } from '../../people/shapes.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf, zoneOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { localTime } from './working-time.ts';

/** Who sits at this page, and everybody else one could be; those who were deactivated cannot be. */
export function PersonSwitcher() {
  const { state, session } = useApp();
  const me = userOf(state, session.me());
  const people = (state.workspace?.users ?? []).filter((user) => !user.is_bot);
  const items = people
    .toSorted((a, b) => Number(a.deleted) - Number(b.deleted))
    .map((user) => ({
      key: user.id,
      checked: user.id === me?.id,
      disabled: user.deleted,
      label: (
        <PersonLine
          user={user}
          time={localTime(session.now(), user.tz, zoneOf(state))}
          external={user.team_id !== state.workspace?.team.id}
        />
      ),
      run: () => void session.switchPerson(user.id),
    }));
  return (
    <Menu
      name={[`Acting as ${nameOf(me)}`, me?.title].filter(Boolean).join(', ')}
      class="switcher"
      items={items}
      button={
        <>
          <Avatar user={me} />
          <span class="person-words">
            <span class="person-hint">Acting as</span> <span class="person-name">{nameOf(me)}</span>{' '}
            <span class="person-title">{me?.title}</span>
          </span>
          <Icon name="updown" />
        </>
      }
    />
  );
}

function PersonLine({ user, time, external }: { user: PeopleUser; time: string; external: boolean }) {
  return (
    <span class="person">
      <Avatar user={user} size="small" />
      <span class="person-words">
        <span class="person-name">
          {nameOf(user)} {external ? <span class="tag">external</span> : null}
          {user.is_restricted ? <span class="tag">guest</span> : null}
          {user.deleted ? <span class="tag">deactivated</span> : null}
        </span>
        <span class="person-title">{user.title}</span>
      </span>
      <span class="person-time">{time}</span>
    </span>
  );
}
