import type { PeopleChannel } from '../../people/shapes.ts';
import { useApp } from '../store/context.tsx';
import { unseenOf } from '../store/seen.ts';
import { directName, isDirect } from '../store/state.ts';
import { DirectMessages } from './direct-messages.tsx';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { PersonSwitcher } from './person-switcher.tsx';
import { hasDraft, RailGroup, RailLink } from './rail-link.tsx';
import { ThemeMenu } from './theme.tsx';

/** Workspace, person, and the ways to every place in it. */
export function Rail({ onPick }: { onPick(): void }) {
  const { state, session } = useApp();
  const { workspace, place } = state;
  if (!workspace) return null;
  const here = place.kind === 'channel' ? place.channel : '';
  const open = (id: string): void => {
    onPick();
    void session.openChannel(id);
  };
  return (
    <nav class="rail" aria-label="Workspace" onKeyDown={stepInRail}>
      <div class="rail-head">
        <span class="team-mark" aria-hidden="true">
          {workspace.team.name.charAt(0)}
        </span>
        <span class="team-name">{workspace.team.name}</span>
        <ThemeMenu />
      </div>
      <PersonSwitcher />
      <button type="button" class="jump" onClick={() => session.openPanel({ kind: 'switcher' })}>
        <Icon name="search" /> <span class="jump-words">Jump or search</span> <kbd>Ctrl K</kbd>
      </button>
      <div class="rail-lists">
        <ul class="rail-top">
          <RailLink
            name="Activity"
            mark={<Icon name="bell" />}
            current={place.kind === 'activity'}
            mentions={unseenOf(state).size}
            onClick={() => {
              onPick();
              void session.go({ kind: 'activity' });
            }}
          />
        </ul>
        <Channels here={here} open={open} />
        <DirectMessages here={here} open={open} onPick={onPick} />
        <Apps here={here} open={open} onPick={onPick} />
      </div>
    </nav>
  );
}

/** Up and down move from link to link, as in any list. */
function stepInRail(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { currentTarget: rail, target } = event;
  if (!step || event.altKey || !(rail instanceof Element) || !(target instanceof HTMLElement)) return;
  if (!target.matches('.rail-link, .rail-fold')) return;
  const links = [...rail.querySelectorAll<HTMLElement>('.rail-link, .rail-fold')];
  const seen = links.filter((link) => link.offsetParent !== null);
  seen[seen.indexOf(target) + step]?.focus();
  event.preventDefault();
}

function Channels({ here, open }: { here: string; open(id: string): void }) {
  const { state, session } = useApp();
  const mine = (state.workspace?.channels ?? [])
    .filter((one) => !isDirect(one) && !one.is_archived && (one.is_member || one.id === here))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <RailGroup
      title="Channels"
      tool={
        <Menu
          name="Add channels"
          button={<Icon name="plus" />}
          items={[
            { key: 'browse', label: 'Browse channels', run: () => session.openPanel({ kind: 'browse' }) },
            { key: 'new', label: 'Create a channel', run: () => session.openPanel({ kind: 'new_channel', name: '' }) },
          ]}
        />
      }
    >
      {mine.map((one) => (
        <ChannelLink key={one.id} channel={one} current={one.id === here} onClick={() => open(one.id)} />
      ))}
      <RailLink
        name="Browse channels"
        mark={<Icon name="compass" />}
        current={false}
        faint
        onClick={() => session.openPanel({ kind: 'browse' })}
      />
    </RailGroup>
  );
}

function ChannelLink({ channel, current, onClick }: { channel: PeopleChannel; current: boolean; onClick(): void }) {
  const { session } = useApp();
  const hidden = channel.kind === 'private';
  return (
    <RailLink
      name={channel.name}
      mark={<Icon name={hidden ? 'lock' : 'hash'} />}
      hint={hidden ? 'private' : undefined}
      current={current}
      unread={channel.unread}
      mentions={channel.mentions}
      faint={!channel.is_member}
      draft={!current && hasDraft(session.me(), channel.id)}
      onClick={onClick}
    />
  );
}

function Apps({ here, open, onPick }: { here: string; open(id: string): void; onPick(): void }) {
  const { state, session } = useApp();
  const app = state.workspace?.app;
  if (!app) return null;
  const im = state.workspace?.channels.find((one) => one.kind === 'im' && one.members.includes(app.bot_user));
  return (
    <RailGroup title="Apps">
      <RailLink
        name={`${app.name} Home`}
        current={state.place.kind === 'home'}
        mark={<Icon name="home" />}
        hint={app.connected ? 'connected' : 'not connected'}
        dot={app.connected ? 'on' : 'off'}
        onClick={() => {
          onPick();
          void session.openHome();
        }}
      />
      <RailLink
        name={im ? directName(state, im) : app.name}
        mark={<Icon name="reply" />}
        hint="messages"
        tag="app"
        current={im !== undefined && im.id === here}
        unread={im?.unread ?? 0}
        mentions={im?.mentions ?? 0}
        draft={im !== undefined && im.id !== here && hasDraft(session.me(), im.id)}
        onClick={() => {
          if (im) return open(im.id);
          onPick();
          void session.openDm(app.bot_user);
        }}
      />
    </RailGroup>
  );
}
