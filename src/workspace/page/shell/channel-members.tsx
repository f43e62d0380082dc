import { useState } from 'preact/hooks';
import type { PeopleChannel, PeopleUser } from '../../people/shapes.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { isDirect, nameOf, userOf, zoneOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { localTime } from './working-time.ts';

/** Who is in the channel; below, who could be added. */
export function ChannelMembers({ channel }: { channel: PeopleChannel }) {
  const { state, session } = useApp();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fits = (user: PeopleUser): boolean =>
    `${nameOf(user)} ${user.name} ${user.title}`.toLowerCase().includes(wanted);
  const byName = (a: PeopleUser, b: PeopleUser): number => nameOf(a).localeCompare(nameOf(b));
  const members = channel.members.flatMap((id) => userOf(state, id) ?? []).filter(fits);
  const open = channel.is_member && !channel.is_archived && !isDirect(channel);
  const others = open
    ? (state.workspace?.users ?? []).filter((user) => !channel.members.includes(user.id) && !user.deleted && fits(user))
    : [];
  const add = (user: PeopleUser): void =>
    void session.attempt(people('invite', { as: session.me(), channel: channel.id, users: [user.id] }));
  return (
    <>
      <input
        class="field"
        type="search"
        aria-label="Find somebody"
        placeholder="Find somebody"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <ul class="member-list" aria-label="Members">
        {members.sort(byName).map((user) => (
          <li key={user.id}>
            <MemberName user={user} />
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <>
          <h3 class="member-head">Not in this channel</h3>
          <ul class="member-list" aria-label="Not in this channel">
            {others.sort(byName).map((user) => (
              <li key={user.id}>
                <MemberName user={user} />
                <button type="button" class="button small" aria-label={`Add ${nameOf(user)}`} onClick={() => add(user)}>
                  Add
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function MemberName({ user }: { user: PeopleUser }) {
  const { state, session } = useApp();
  const tag = user.is_bot ? 'app' : user.deleted ? 'deactivated' : user.is_restricted ? 'guest' : '';
  return (
    <button type="button" class="member" onClick={() => session.openPanel({ kind: 'person', user: user.id })}>
      <Avatar user={user} size="small" />
      <span class="person-words">
        <span class="person-name">
          {nameOf(user)} {tag ? <span class="tag">{tag}</span> : null}
        </span>
        <span class="person-title">{user.title}</span>
      </span>
      {user.is_bot ? null : <span class="person-time">{localTime(session.now(), user.tz, zoneOf(state))}</span>}
    </button>
  );
}
