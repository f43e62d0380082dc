import { useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/shapes.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { decodeTyped, encodeTyped } from './encode-typed.ts';
import { breakLine, inFence } from './format-text.ts';
import { isFormatted, Preview } from './preview.tsx';
import { useKnown } from './use-known.ts';

export function MessageEdit({ message, channel, done }: { message: PeopleMessage; channel: string; done(): void }) {
  const { session } = useApp();
  const known = useKnown();
  const [text, setText] = useState(() => decodeTyped(message.text, known));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  const edited = encodeTyped(text.trim(), known);
  const leave = (): void => {
    const article = field.current?.closest<HTMLElement>('article');
    done();
    article?.focus();
  };
  const save = async (): Promise<void> => {
    if (!edited) return;
    if (edited === message.text) return leave();
    if (await session.attempt(people('edit', { as: session.me(), channel, ts: message.ts, text: edited }))) leave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const box = field.current;
    if (!box) return;
    const open = inFence(text, box.selectionStart);
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.shiftKey || open)) {
      const next = breakLine({ text, start: box.selectionStart, end: box.selectionEnd });
      setText(next.text);
      requestAnimationFrame(() => box.setSelectionRange(next.start, next.end));
    } else if (event.key === 'Enter') void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="message-edit">
      <textarea
        ref={field}
        class="field"
        aria-label="Edit message"
        rows={Math.min(8, text.split('\n').length + 1)}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isFormatted(edited) ? <Preview text={edited} /> : null}
      <div class="button-row">
        <button type="button" class="button small" onClick={leave}>
          Cancel
        </button>
        <button type="button" class="button small primary" disabled={!edited} onClick={() => void save()}>
          Save
        </button>
        <span class="faint">Esc to cancel, Enter to save</span>
      </div>
    </div>
  );
}
