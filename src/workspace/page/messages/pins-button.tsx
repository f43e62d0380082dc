import { useCallback, useRef, useState } from 'preact/hooks';
import type { PeopleChannel } from '../../people/shapes.ts';
import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import { Icon } from '../shell/icon.tsx';
import { Popup } from '../shell/popup.tsx';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf } from '../store/state.ts';

/** "2 pinned": opens the pinned messages, each leading to its place. */
export function PinsButton({ channel }: { channel: PeopleChannel }) {
  const { state, session } = useApp();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const known = state.histories[channel.id] ?? [];
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    close();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="fact"
        aria-expanded={open}
        onKeyDown={onEscape}
        onClick={() => setOpen(!open)}
      >
        <Icon name="pin" />
        {channel.pinned.length} pinned
      </button>
      {open ? (
        <Popup anchor={button} onClose={close} class="pins">
          <ul aria-label="Pinned messages">
            {channel.pinned.map((ts) => {
              const message = known.find((one) => one.ts === ts);
              return (
                <li key={ts}>
                  <button
                    type="button"
                    class="pin"
                    onKeyDown={onEscape}
                    onClick={() => {
                      close();
                      void session.go({
                        kind: 'channel',
                        channel: channel.id,
                        tab: 'messages',
                        thread: null,
                        focus: ts,
                      });
                    }}
                  >
                    <strong>{nameOf(userOf(state, message?.user ?? ''))}</strong>
                    <span class="text pin-text">{message ? <Mrkdwn text={message.text} /> : 'An older message'}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </Popup>
      ) : null}
    </>
  );
}
