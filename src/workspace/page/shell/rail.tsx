import type { ComponentChildren } from 'preact';
import type { PeopleChannel, PeopleUser } from '../../people/protocol.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, partnerOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { PersonSwitcher } from './person-switcher.tsx';
import { ThemeToggle } from './theme.tsx';

/** Workspace, person, channels and direct messages. */
export function Rail({ onPick }: { onPick(): void }) {
  const { state, session } = useApp();
  const { workspace, place } = state;
  if (!workspace) return null;
  const here = place.kind === 'channel' ? place.channel : '';
  const channels = workspace.channels.filter((one) => one.kind !== 'im' && one.is_member && !one.is_archived);
  const others = workspace.channels.filter((one) => one.kind === 'public' && !one.is_member && !one.is_archived);
  const byName = (a: PeopleChannel, b: PeopleChannel): number => a.name.localeCompare(b.name);
  const open = (id: string) => {
    onPick();
    void session.openChannel(id);
  };
  return (
    <nav class="rail" aria-label="Workspace">
      <div class="rail-head">
        <span class="team-mark" aria-hidden="true">
          {workspace.team.name.charAt(0)}
        </span>
        <span class="team-name">{workspace.team.name}</span>
        <ThemeToggle />
      </div>
      <PersonSwitcher />
      <div class="rail-lists">
        {workspace.app ? (
          <Group title="Apps">
            <RailLink
              name={`${workspace.app.name} Home`}
              current={place.kind === 'home'}
              mark={<Icon name="home" />}
              hint={workspace.app.connected ? 'connected' : 'not connected'}
              dot={workspace.app.connected ? 'on' : 'off'}
              onClick={() => {
                onPick();
                void session.go({ kind: 'home' });
              }}
            />
          </Group>
        ) : null}
        <Group title="Channels">
          {channels.sort(byName).map((one) => (
            <ChannelLink key={one.id} channel={one} current={one.id === here} onClick={() => open(one.id)} />
          ))}
          {others.sort(byName).map((one) => (
            <ChannelLink key={one.id} channel={one} current={one.id === here} faint onClick={() => open(one.id)} />
          ))}
        </Group>
        <DirectMessages here={here} open={open} onPick={onPick} />
      </div>
    </nav>
  );
}

function DirectMessages({ here, open, onPick }: { here: string; open(id: string): void; onPick(): void }) {
  const { state, session } = useApp();
  const direct = (state.workspace?.channels ?? []).filter((one) => one.kind === 'im');
  const withIm = new Map(direct.map((one) => [partnerOf(state, one)?.id, one]));
  const me = session.me();
  const app = state.workspace?.app?.bot_user;
  const users = (state.workspace?.users ?? []).filter(
    (user) => !user.deleted && user.id !== me && (!user.is_bot || user.id === app),
  );
  const rank = (user: PeopleUser): number => (user.id === app ? 0 : withIm.has(user.id) ? 1 : 2);
  return (
    <Group title="Direct messages">
      {users
        .sort((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b)))
        .map((user) => {
          const im = withIm.get(user.id);
          return (
            <RailLink
              key={user.id}
              name={nameOf(user)}
              mark={<Avatar user={user} size="tiny" />}
              current={im !== undefined && im.id === here}
              unread={im?.unread ?? 0}
              faint={!im}
              tag={user.is_bot ? 'app' : undefined}
              onClick={() => {
                if (im) open(im.id);
                else {
                  onPick();
                  void session.openDm(user.id);
                }
              }}
            />
          );
        })}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="rail-group" aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function ChannelLink({
  channel,
  current,
  faint,
  onClick,
}: {
  channel: PeopleChannel;
  current: boolean;
  faint?: boolean;
  onClick(): void;
}) {
  const icon = <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />;
  const hint = channel.kind === 'private' ? 'private' : undefined;
  return (
    <RailLink
      name={channel.name}
      mark={icon}
      hint={hint}
      current={current}
      unread={channel.unread}
      faint={faint}
      onClick={onClick}
    />
  );
}

interface RailLinkProps {
  name: string;
  mark: ComponentChildren;
  current: boolean;
  unread?: number;
  faint?: boolean | undefined;
  hint?: string | undefined;
  tag?: string | undefined;
  dot?: 'on' | 'off';
  onClick(): void;
}

function RailLink({ name, mark, current, unread = 0, faint, hint, tag, dot, onClick }: RailLinkProps) {
  const words = [name, hint, unread ? `${unread} unread` : ''].filter(Boolean).join(', ');
  return (
    <li>
      <button
        type="button"
        class={`rail-link${unread ? ' unread' : ''}${faint ? ' faint' : ''}`}
        aria-current={current ? 'page' : undefined}
        aria-label={words}
        onClick={onClick}
      >
        {mark}
        <span class="rail-name">{name}</span>
        {tag ? <span class="tag">{tag}</span> : null}
        {dot ? <span class={`dot ${dot}`} title={hint} /> : null}
        {unread ? <span class="count">{unread}</span> : null}
      </button>
    </li>
  );
}
