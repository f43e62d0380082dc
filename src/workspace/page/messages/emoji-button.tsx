import { useCallback, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { Popup } from '../shell/popup.tsx';
import { EmojiPicker } from './emoji-picker.tsx';

interface EmojiButtonProps {
  name: string;
  class?: string;
  /** How the keyboard shortcuts of a message find it. */
  tool?: string;
  pick(name: string): void;
}

/** A button that opens the picker; the focus comes back to it. */
export function EmojiButton({ name, class: style = 'icon-button', tool, pick }: EmojiButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const leave = (): void => {
    close();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={style}
        data-tool={tool}
        aria-label={name}
        title={name}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" />
      </button>
      {open ? (
        <Popup anchor={button} onClose={close} class="emoji-popup">
          <EmojiPicker
            leave={leave}
            pick={(emoji) => {
              leave();
              pick(emoji);
            }}
          />
        </Popup>
      ) : null}
    </>
  );
}
