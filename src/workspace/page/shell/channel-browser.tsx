import { useState } from 'preact/hooks';
import type { PeopleChannel } from '../../people/shapes.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { isDirect } from '../store/state.ts';
import { CloseButton, Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';

type Shown = 'open' | 'mine' | 'archived';
const SHOWN: [Shown, string][] = [
  ['open', 'All'],
  ['mine', 'Mine'],
  ['archived', 'Archived'],
];

/** Every channel that this person may see: look in, join, or leave. */
export function ChannelBrowser() {
  const { state, session } = useApp();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown>('open');
  const close = (): void => session.openPanel(null);
  const wanted = typed.trim().toLowerCase().replace(/^#/, '');
  const channels = (state.workspace?.channels ?? [])
    .filter((one) => !isDirect(one))
    .filter((one) => (shown === 'archived' ? one.is_archived : !one.is_archived))
    .filter((one) => shown !== 'mine' || one.is_member)
    .filter((one) => `${one.name} ${one.topic} ${one.purpose}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Dialog title="Channels" onEscape={close} class="wide" after={<CloseButton close={close} />}>
      <div class="dialog-main browser">
        <div class="browser-bar">
          <input
            class="field"
            type="search"
            aria-label="Find a channel"
            placeholder="Find a channel"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button
            type="button"
            class="button"
            onClick={() => session.openPanel({ kind: 'new_channel', name: wanted.replace(/\s+/g, '-') })}
          >
            <Icon name="plus" /> Create
          </button>
        </div>
        <fieldset class="choices">
          <legend class="visually-hidden">Which channels</legend>
          {SHOWN.map(([key, label]) => (
            <label key={key} class="choice">
              <input type="radio" name="shown" checked={shown === key} onChange={() => setShown(key)} /> {label}
            </label>
          ))}
        </fieldset>
        <ul class="browser-list" aria-label="Channels">
          {channels.map((one) => (
            <ChannelRow key={one.id} channel={one} />
          ))}
        </ul>
        {channels.length === 0 ? <p class="browser-none">No channel fits.</p> : null}
      </div>
    </Dialog>
  );
}

function ChannelRow({ channel }: { channel: PeopleChannel }) {
  const { session } = useApp();
  const count = channel.members.length;
  const as = session.me();
  const about = channel.topic || channel.purpose;
  const join = async (): Promise<void> => {
    if (await session.attempt(people('join', { as, channel: channel.id }))) void session.openChannel(channel.id);
  };
  return (
    <li class="browser-row">
      <button type="button" class="browser-open" onClick={() => void session.openChannel(channel.id)}>
        <span class="browser-name">
          <Icon name={channel.kind === 'private' ? 'lock' : channel.is_archived ? 'archive' : 'hash'} />
          {channel.name}
        </span>
        <span class="browser-about">
          {channel.is_member ? 'Joined · ' : ''}
          {count} {count === 1 ? 'member' : 'members'}
          {about ? ` · ${about}` : ''}
        </span>
      </button>
      {channel.is_archived ? null : channel.is_member ? (
        <button
          type="button"
          class="button small"
          aria-label={`Leave ${channel.name}`}
          onClick={() => void session.attempt(people('leave', { as, channel: channel.id }))}
        >
          Leave
        </button>
      ) : (
        <button
          type="button"
          class="button small primary"
          aria-label={`Join ${channel.name}`}
          onClick={() => void join()}
        >
          Join
        </button>
      )}
    </li>
  );
}
