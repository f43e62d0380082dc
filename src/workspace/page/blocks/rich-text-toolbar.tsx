import { useEffect, useRef, useState } from 'preact/hooks';
import { safeUrl } from '../mrkdwn/safe-url.ts';
import { Icon } from '../shell/icon.tsx';
import { FORMATS, type Format } from './rich-text-commands.ts';

interface ToolbarProps {
  /** Names of the formats at the caret. */
  active: string[];
  run(format: Format): void;
  link(url: string): void;
}

/** One stop for Tab; arrows move inside. Pressing a button leaves the caret where it was. */
export function RichTextToolbar({ active, run, link }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [linking, setLinking] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    if (!step || buttons.length === 0) return;
    event.preventDefault();
    const next = (at + step + buttons.length) % buttons.length;
    setAt(next);
    buttons[next]?.focus();
  };
  return (
    <>
      <div ref={bar} class="editor-bar" role="toolbar" aria-label="Formatting" tabIndex={-1} onKeyDown={onKeyDown}>
        {FORMATS.map((format, index) => (
          <button
            key={format.name}
            type="button"
            class={`editor-button ${format.name.toLowerCase().replace(' ', '-')}`}
            tabIndex={index === at ? 0 : -1}
            aria-label={format.name}
            aria-pressed={active.includes(format.name)}
            title={`${format.name} (${format.said})`}
            onPointerDown={(event) => event.preventDefault()}
            data-sign={format.sign}
            onClick={() => run(format)}
          />
        ))}
        <button
          type="button"
          class="editor-button"
          tabIndex={at === FORMATS.length ? 0 : -1}
          aria-label="Link"
          aria-expanded={linking}
          title="Link"
          onClick={() => setLinking(!linking)}
        >
          <Icon name="link" />
        </button>
      </div>
      {linking ? (
        <LinkField
          done={(url) => {
            setLinking(false);
            if (url) link(url);
          }}
        />
      ) : null}
    </>
  );
}

function LinkField({ done }: { done(url: string | null): void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const add = (): void => {
    const url = safeUrl(field.current?.value.trim() ?? '');
    if (url) done(url);
    else field.current?.setAttribute('aria-invalid', 'true');
  };
  return (
    <div class="editor-link">
      <input
        ref={field}
        class="field"
        aria-label="Address of the link"
        placeholder="https://"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') add();
          else done(null);
        }}
      />
      <button type="button" class="button small" onClick={add}>
        Add link
      </button>
    </div>
  );
}
