import type { ComponentChildren } from 'preact';
import type { PeopleSearch } from '../../people/shapes.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { placeOfTarget } from '../store/place-of-link.ts';
import { nameOf } from '../store/state.ts';
import { Marked } from './marked.tsx';

/** What fits besides messages: people, channels, canvases, files. */
export function OtherResults({ found }: { found: PeopleSearch }) {
  const { state, session } = useApp();
  const { terms } = found;
  return (
    <>
      <Group name="People">
        {found.users.map((user) => (
          <Tile key={user.id} open={() => session.openPanel({ kind: 'person', user: user.id })} title={user.title}>
            <Avatar user={user} size="tiny" />
            <span>
              <Marked text={nameOf(user)} terms={terms} />
            </span>
          </Tile>
        ))}
      </Group>
      <Group name="Channels">
        {found.channels.map((channel) => (
          <Tile key={channel.id} open={() => void session.openChannel(channel.id)} title={channel.topic}>
            <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
            <span>
              <Marked text={channel.name} terms={terms} />
            </span>
          </Tile>
        ))}
      </Group>
      <Group name="Canvases">
        {found.canvases.map((canvas) => (
          <Tile
            key={canvas.id}
            open={() => {
              const place = placeOfTarget(state, { kind: 'canvas', canvas: canvas.id });
              if (place) void session.go(place);
            }}
            title={canvas.excerpt}
          >
            <Icon name="doc" />
            <span>
              <Marked text={canvas.title} terms={terms} />
            </span>
          </Tile>
        ))}
      </Group>
      <Group name="Files">
        {found.files.map((file) => (
          <a key={file.id} class="tile" href={file.href} target="_blank" rel="noopener noreferrer">
            <Icon name="file" />
            <span>
              <Marked text={file.name} terms={terms} />
            </span>
          </a>
        ))}
      </Group>
    </>
  );
}

function Group({ name, children }: { name: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section class="found-group" aria-label={name}>
      <h2>{name}</h2>
      <div class="tiles">{children}</div>
    </section>
  );
}

function Tile({ open, title, children }: { open(): void; title: string; children: ComponentChildren }) {
  return (
    <button type="button" class="tile" title={title} onClick={open}>
      {children}
    </button>
  );
}
