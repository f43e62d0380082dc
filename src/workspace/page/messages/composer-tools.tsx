import { useRef } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { EmojiButton } from './emoji-button.tsx';
import type { Format } from './format-text.ts';

interface ComposerToolsProps {
  label: string;
  busy: boolean;
  sendable: boolean;
  preview: boolean;
  /** Letters left, when they get few; negative when there are too many. */
  left: number | null;
  attach(files: Iterable<File>): void;
  format(format: Format): void;
  emoji(name: string): void;
  togglePreview(): void;
  send(): void;
}

const FORMATS: [format: Format, sign: string, name: string, keys: string][] = [
  ['bold', 'B', 'Bold', 'Ctrl+B'],
  ['italic', 'I', 'Italic', 'Ctrl+I'],
  ['strike', 'S', 'Strikethrough', 'Ctrl+Shift+X'],
  ['code', '‹›', 'Code', 'Ctrl+Shift+C'],
  ['fence', '{}', 'Code block', 'Ctrl+Alt+Shift+C'],
  ['quote', '❯', 'Quote', 'Ctrl+Shift+9'],
  ['bullets', '•', 'Bulleted list', 'Ctrl+Shift+8'],
  ['numbers', '1.', 'Numbered list', 'Ctrl+Shift+7'],
];

export function ComposerTools(props: ComposerToolsProps) {
  const { label, busy, sendable, preview, left, attach, format, emoji, togglePreview, send } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="composer-tools">
      <button
        type="button"
        class="icon-button"
        aria-label="Attach files"
        title="Attach files"
        onClick={() => picker.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        class="hidden-input"
        tabIndex={-1}
        aria-label={`Files for ${label}`}
        onChange={(event) => {
          attach(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
      <EmojiButton name="Insert emoji" pick={emoji} />
      <span class="formats" role="toolbar" aria-label="Formatting">
        {FORMATS.map(([key, sign, name, keys]) => (
          <button
            key={key}
            type="button"
            class={`icon-button format ${key}`}
            aria-label={name}
            title={`${name} (${keys})`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => format(key)}
          >
            <span data-sign={sign} />
          </button>
        ))}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label="Preview"
        title="Preview what will be sent"
        aria-pressed={preview}
        onClick={togglePreview}
      >
        <Icon name="eye" />
      </button>
      {left === null ? (
        <span class="composer-help">Shift + Enter for a new line</span>
      ) : (
        <span class={left < 0 ? 'composer-left over' : 'composer-left'} role="status">
          {left < 0 ? `${-left} letters too many` : `${left} letters left`}
        </span>
      )}
      <button type="button" class="send" aria-label="Send" title="Send (Enter)" disabled={!sendable} onClick={send}>
        {busy ? <span class="spinner" /> : <Icon name="send" />}
      </button>
    </div>
  );
}
