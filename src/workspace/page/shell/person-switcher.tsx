import { useApp } from '../store/context.tsx';
import { nameOf, userOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

/** Who sits at this page. */
export function PersonSwitcher() {
  const { state, session } = useApp();
  const me = userOf(state, session.me());
  const people = (state.workspace?.users ?? []).filter((user) => !user.is_bot && !user.deleted);
  const items = people.map((user) => ({
    key: user.id,
    checked: user.id === me?.id,
    label: (
      <span class="person">
        <Avatar user={user} size="small" />
        <span class="person-words">
          <span class="person-name">{nameOf(user)}</span>
          <span class="person-title">{user.title}</span>
        </span>
      </span>
    ),
    run: () => void session.switchPerson(user.id),
  }));
  return (
    <Menu
      name={`Acting as ${nameOf(me)}`}
      class="switcher"
      items={items}
      button={
        <>
          <Avatar user={me} />
          <span class="person-words">
            <span class="person-hint">Acting as</span>
            <span class="person-name">{nameOf(me)}</span>
            <span class="person-title">{me?.title}</span>
          </span>
          <Icon name="updown" />
        </>
      }
    />
  );
}
