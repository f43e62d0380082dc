import { useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/protocol.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { decodeTyped, encodeTyped } from './encode-typed.ts';

export function MessageEdit({ message, channel, done }: { message: PeopleMessage; channel: string; done(): void }) {
  const { state, session } = useApp();
  const users = state.workspace?.users ?? [];
  const channels = state.workspace?.channels ?? [];
  const [text, setText] = useState(() => decodeTyped(message.text, users, channels));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async (): Promise<void> => {
    const edited = encodeTyped(text.trim(), users, channels);
    if (!edited) return;
    if (await session.attempt(people('edit', { as: session.me(), channel, ts: message.ts, text: edited }))) done();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') done();
    else if (event.key === 'Enter' && !event.shiftKey) void save();
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
        rows={3}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="button-row">
        <button type="button" class="button small" onClick={done}>
          Cancel
        </button>
        <button type="button" class="button small primary" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  );
}
